"""Verify the evidence of a desk, and say which files of its store nothing refers to."""

from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from claims_db import views
from claims_db.engine import Connection, Engine, reading
from claims_db.journal.chain import hash_at
from claims_db.migrations.runner import HEAD, step
from claims_db.rows import CaptureRow, HeldCapture, StampRow
from workbench.desk.care.verifying import Misfit
from workbench.domain.references import claim_reference, evidence_reference
from workbench.errors import WorkbenchError
from workbench.sources.capture.checking import record_of, referred, warc_problems
from workbench.sources.capture.provenance import Record, canonical
from workbench.sources.capture.store import BlobMissing, BlobUnreadable, ContentStore

HOUR = 3_600_000_000
"""An hour in microseconds."""


class EvidenceVerification(NamedTuple):
    """What came of verifying the evidence.

    Attributes:
        captures: how many there are.
        files, size: how many files were hashed again, and their bytes.
        elsewhere: how many captures of a desk on a server lie on another machine.
        erased: how many captures were erased with their confidential sources.
        unread: how many of the misfits are files that this machine does not let be read.
        misfits: what does not fit; damaged files are in quarantine.
        seconds: how long it took.

    """

    captures: int
    files: int
    size: int
    elsewhere: int
    misfits: tuple[Misfit, ...]
    seconds: float
    erased: int = 0
    unread: int = 0


class SpareFile(NamedTuple):
    """A file that nothing refers to."""

    path: str
    size: int
    changed_at: int
    leftover: bool


class SpareFiles(NamedTuple):
    """The files that nothing refers to, and how many more are too young to tell, with their bytes."""

    files: tuple[SpareFile, ...]
    young: int
    young_size: int


class _Look:
    """One pass over the captures."""

    def __init__(self, store: ContentStore) -> None:
        self.store = store
        self.sizes: dict[str, int] = {}
        self.misfits: list[Misfit] = []
        self.unread = 0

    def capture(self, held: HeldCapture) -> None:
        """Check every file of a capture against its row and its record."""
        row = held.capture
        record: Record | None = None
        try:
            record = record_of(self.store, row.provenance_sha256)
        except WorkbenchError as problem:
            self._fails(held, "record", problem)
        except ValueError as problem:
            self._say(held, "record", f"{row.provenance_sha256}: {problem}")
        if record is not None:
            self.sizes[row.provenance_sha256] = len(canonical(record))
            for what in _differences(row, record):
                self._say(held, "record", what)
        named = [("bytes", row.sha256), ("WARC", row.warc), ("text", row.text_sha256)]
        for kind, sha256 in dict.fromkeys([*named, *(referred(record) if record else ())]):
            if sha256 and sha256 not in self.sizes:
                self._file(held, kind, sha256, record)

    def stamp(self, stamp: StampRow, entry: bytes | None) -> None:
        """Check a timestamp's file, and that the entry it was made of is the one in the journal."""
        where = f"timestamp of entry {stamp.sequence}"
        if entry is None or entry.hex() != stamp.hash:
            self.misfits.append(Misfit("", where, "the journal has another entry there"))
        try:
            self.sizes[stamp.token_sha256] = self.store.check(stamp.token_sha256)
        except WorkbenchError as problem:
            self.unread += isinstance(problem, BlobUnreadable)
            self.misfits.append(Misfit("", where, problem.message))

    def erased(self, held: HeldCapture, wanted: Collection[str]) -> None:
        """See that nothing is left of a capture that was erased."""
        row = held.capture
        for kind, sha256 in (("bytes", row.sha256), ("WARC", row.warc), ("text", row.text_sha256)):
            if sha256 not in wanted and self.store.has(sha256):
                self._say(held, kind, f"{sha256} was erased and is still here; erase the source again")

    def _file(self, held: HeldCapture, kind: str, sha256: str, record: Record | None) -> None:
        try:
            if kind == "WARC" and record is not None:
                content = self.store.read(sha256)
                self.sizes[sha256] = len(content)
                for what in warc_problems(content, record, hashed=True):
                    self._say(held, kind, f"{sha256}: {what}")
            else:
                self.sizes[sha256] = self.store.check(sha256)
        except WorkbenchError as problem:
            self._fails(held, kind, problem)
        except ValueError as problem:
            self._say(held, kind, str(problem))

    def _fails(self, held: HeldCapture, kind: str, problem: WorkbenchError) -> None:
        self.unread += isinstance(problem, BlobUnreadable)
        self._say(held, kind, problem.message)

    def _say(self, held: HeldCapture, kind: str, what: str) -> None:
        names = [evidence_reference(held.evidence)] if held.evidence is not None else []
        if held.claim is not None:
            names.append(f"({claim_reference(held.claim)})")
        self.misfits.append(Misfit(" ".join(names), f"capture {held.capture.public_id}, {kind}", what))


def evidence_folder(data: Path, connection: Connection) -> Path:
    """Name the folder of a desk's evidence: the desk's own id is in it, so it stays with a desk that is moved."""
    return data / "desks" / views.desk(connection).public_id / "evidence"


def verify_evidence(engine: Engine, data: Path) -> EvidenceVerification:
    """Hash every file of every capture again and compare it with its record and its row.

    What a desk on a server has on another machine is counted, not looked for.
    """
    began = perf_counter()
    if step(engine) != HEAD:
        return EvidenceVerification(0, 0, 0, 0, (), 0.0)
    with reading(engine) as connection:
        look = _Look(ContentStore(evidence_folder(data, connection)))
        count = elsewhere = 0
        erased: list[HeldCapture] = []
        for held in views.captures(connection):
            count += 1
            if held.erased_at is not None:
                erased.append(held)
            elif engine.dialect.name != "sqlite" and not look.store.has(held.capture.provenance_sha256):
                elsewhere += 1
            else:
                look.capture(held)
        for stamp in views.stamps(connection):
            if engine.dialect.name == "sqlite" or look.store.has(stamp.token_sha256):
                look.stamp(stamp, hash_at(connection, stamp.sequence))
        # Damaged records are out of the way by now: what they name is asked for once more.
        wanted = wanted_files(look.store, connection) if erased else frozenset()
    for held in erased:
        look.erased(held, wanted)
    seconds = round(perf_counter() - began, 3)
    return EvidenceVerification(
        count,
        len(look.sizes),
        sum(look.sizes.values()),
        elsewhere,
        tuple(look.misfits),
        seconds,
        len(erased),
        look.unread,
    )


def spare_files(engine: Engine, data: Path, now: int) -> SpareFiles:
    """Give the files that nothing refers to: leftovers of writers that were killed, and captures that were not written.

    What is younger than an hour may belong to a capture that is under way, and is counted alone.
    """
    with reading(engine) as connection:
        store = ContentStore(evidence_folder(data, connection))
        wanted = wanted_files(store, connection)
    found = []
    for path in store.leftovers():
        with suppress(FileNotFoundError):
            seen = path.stat()
            found.append(SpareFile(str(path), seen.st_size, seen.st_mtime_ns // 1000, leftover=True))
    found += (
        SpareFile(str(store.path(blob.sha256)), blob.size, blob.changed_at, leftover=False)
        for blob in store.all()
        if blob.sha256 not in wanted
    )
    old = tuple(one for one in found if one.changed_at < now - HOUR)
    young = [one.size for one in found if one.changed_at >= now - HOUR]
    return SpareFiles(old, len(young), sum(young))


def wanted_files(store: ContentStore, connection: Connection) -> frozenset[str]:
    """Name every file that captures and timestamps refer to, but for those that were erased."""
    held = (one.capture for one in views.captures(connection) if one.erased_at is None)
    stamped = (stamp.token_sha256 for stamp in views.stamps(connection))
    return frozenset((*(sha256 for row in held for sha256 in files_of(store, row)), *stamped))


def files_of(store: ContentStore, row: CaptureRow) -> tuple[str, ...]:
    """Name the files of a capture, its record last: without it nobody knows of some of the others."""
    named = [row.sha256, row.warc, row.text_sha256]
    with suppress(BlobMissing, ValueError):
        named += (sha256 for _, sha256 in referred(record_of(store, row.provenance_sha256)))
    return tuple(dict.fromkeys(filter(None, (*named, row.provenance_sha256))))


def _differences(row: CaptureRow, record: Record) -> Iterator[str]:
    body, warc = record["body"], record["warc"]
    pairs = {
        "the capture's id": (record["capture_id"], row.public_id),
        "the source": (record["source_id"], row.source),
        "the mode": (record["mode"], row.mode),
        "the outcome": (record["outcome"], row.outcome),
        "the bytes": (body["sha256"], row.sha256),
        "the size": (body["bytes_raw"], row.size),
        "the cut": (body["truncated"] or "", row.truncated),
        "the WARC": (warc["sha256"], row.warc),
    }
    for what, (recorded, stored) in pairs.items():
        if recorded != stored:
            yield f"{what} is not what its record says"
