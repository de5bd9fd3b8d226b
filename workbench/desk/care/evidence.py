"""Verify the evidence of a desk, and name the files that its captures refer to."""

from collections.abc import Collection, Iterator, Sequence
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
from workbench.sources.capture.kept_files import BlobMissing, BlobUnreadable
from workbench.sources.capture.provenance import Record, canonical
from workbench.sources.capture.sealing import Sealing, StaysSealed
from workbench.sources.capture.store import ContentStore


class EvidenceVerification(NamedTuple):
    """What came of verifying the evidence.

    Attributes:
        captures: how many there are.
        files, size: how many files were hashed again, and their bytes.
        elsewhere: how many captures of a desk on a server lie on another machine.
        erased: how many captures were erased with their confidential sources.
        unopened: how many sealed files can't be opened here: they are as they were sealed, and no more is known.
        unsealed: how many files of confidential sources are plain while the settings seal what comes.
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
    unopened: int = 0
    unsealed: int = 0
    unread: int = 0


class _Look:
    """One pass over the captures."""

    def __init__(self, store: ContentStore) -> None:
        self.store = store
        self.sizes: dict[str, int] = {}
        self.unopened: set[str] = set()
        self.unsealed: set[str] = set()
        self.misfits: list[Misfit] = []
        self.unread = 0

    def capture(self, held: HeldCapture) -> None:
        """Check every file of a capture against its row and its record."""
        row = held.capture
        record: Record | None = None
        try:
            record = record_of(self.store, row.provenance_sha256)
        except StaysSealed:
            self.unopened.add(row.provenance_sha256)
        except WorkbenchError as problem:
            self._fails(held, "record", problem)
        except ValueError as problem:
            self._say(held, "record", f"{row.provenance_sha256}: {problem}")
        if record is not None:
            self.sizes[row.provenance_sha256] = len(canonical(record))
            for what in _differences(row, record):
                self._say(held, "record", what)
        named = [("bytes", row.sha256), ("WARC", row.warc), ("text", row.text_sha256)]
        known, noted = {sha256 for _, sha256 in named}, self._noted(row.provenance_sha256)
        if record is None:
            named += (("file", sha256) for sha256 in noted or () if sha256 not in known)
        else:
            named += referred(record)
            if noted is not None and set(noted) != {sha256 for _, sha256 in referred(record)}:
                self._say(held, "record", "the list of what it refers to is another one; it says what may be erased")
        for kind, sha256 in dict.fromkeys(named):
            if sha256 and sha256 not in self.sizes and sha256 not in self.unopened:
                self._file(held, kind, sha256, record)

    def secret(self, held: HeldCapture, plain: Collection[str]) -> None:
        """See that nothing is left in plain of what was sealed, and what was not; ``plain`` is what others need so."""
        for sha256 in files_of(self.store, held.capture):
            if sha256 in plain or not self.store.is_plain(sha256):
                continue
            if not self.store.is_sealed(sha256):
                self.unsealed.add(sha256)
            else:
                self._say(
                    held, "file", f"{sha256} is sealed and still here in plain; make its source confidential again"
                )

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
        except StaysSealed:
            self.unopened.add(sha256)
        except WorkbenchError as problem:
            self._fails(held, kind, problem)
        except ValueError as problem:
            self._say(held, kind, str(problem))

    def _noted(self, sha256: str) -> tuple[str, ...] | None:
        """Give the list of what a record refers to; in a folder that is shut the files themselves are said to be unread."""
        try:
            return self.store.refers(sha256)
        except BlobUnreadable:
            return None

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


def verify_evidence(engine: Engine, data: Path, sealing: Sealing) -> EvidenceVerification:
    """Hash every file of every capture again and compare it with its record and its row.

    What a desk on a server has on another machine is counted, not looked for; so is what can't be opened here.
    """
    began = perf_counter()
    if step(engine) != HEAD:
        return EvidenceVerification(0, 0, 0, 0, (), 0.0)
    with reading(engine) as connection:
        look = _Look(ContentStore(evidence_folder(data, connection), sealing))
        count = elsewhere = 0
        erased, secret = list[HeldCapture](), list[HeldCapture]()
        for held in views.captures(connection):
            count += 1
            if held.erased_at is not None:
                erased.append(held)
            elif engine.dialect.name != "sqlite" and not look.store.has(held.capture.provenance_sha256):
                elsewhere += 1
            else:
                look.capture(held)
                secret += [held] if held.confidential and look.store.seals else []
        for stamp in views.stamps(connection):
            if engine.dialect.name == "sqlite" or look.store.has(stamp.token_sha256):
                look.stamp(stamp, hash_at(connection, stamp.sequence))
        # Damaged records are out of the way by now: what they name is asked for once more.
        wanted = wanted_files(look.store, connection) if erased else frozenset()
        plain = plain_files(look.store, connection) if secret else frozenset()
    for held in erased:
        look.erased(held, wanted)
    for held in secret:
        look.secret(held, plain)
    seconds = round(perf_counter() - began, 3)
    return EvidenceVerification(
        count,
        len(look.sizes),
        sum(look.sizes.values()),
        elsewhere,
        tuple(look.misfits),
        seconds,
        len(erased),
        len(look.unopened),
        len(look.unsealed),
        look.unread,
    )


def wanted_files(store: ContentStore, connection: Connection) -> frozenset[str]:
    """Name every file that captures and timestamps refer to, but for those that were erased."""
    return _files(store, connection, [one for one in views.captures(connection) if one.erased_at is None])


def plain_files(store: ContentStore, connection: Connection) -> frozenset[str]:
    """Name every file that captures of sources that are not confidential refer to, and timestamps."""
    return _files(store, connection, [one for one in views.captures(connection) if not one.confidential])


def _files(store: ContentStore, connection: Connection, held: Sequence[HeldCapture]) -> frozenset[str]:
    stamped = (stamp.token_sha256 for stamp in views.stamps(connection))
    return frozenset((*(sha256 for one in held for sha256 in files_of(store, one.capture)), *stamped))


def files_of(store: ContentStore, row: CaptureRow) -> tuple[str, ...]:
    """Name the files of a capture, its record last: without it nobody knows of some of the others.

    Raises:
        StaysSealed: it can't be opened here, and what it refers to stands in it alone.

    """
    named = [row.sha256, row.warc, row.text_sha256, *referred_of(store, row)]
    return tuple(dict.fromkeys(filter(None, (*named, row.provenance_sha256))))


def referred_of(store: ContentStore, row: CaptureRow) -> tuple[str, ...]:
    """Name what the record of a capture refers to; of one that is missing that is nothing. Errors as of ``files_of``."""
    noted = store.refers(row.provenance_sha256)
    if noted is None:
        with suppress(BlobMissing, ValueError):
            return tuple(sha256 for _, sha256 in referred(record_of(store, row.provenance_sha256)))
    return noted or ()


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
