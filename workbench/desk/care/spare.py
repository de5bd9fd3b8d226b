"""Say which files of a desk's evidence nothing refers to."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from claims_db import views
from claims_db.engine import Connection, Engine, reading
from workbench.desk.care.evidence import evidence_folder, wanted_files
from workbench.sources.capture.sealing import Sealing
from workbench.sources.capture.store import ContentStore

HOUR = 3_600_000_000
"""An hour in microseconds."""


class SpareFile(NamedTuple):
    """A file that nothing refers to."""

    path: str
    size: int
    changed_at: int
    leftover: bool


class SpareFiles(NamedTuple):
    """The files that nothing refers to.

    Attributes:
        files: those that are old enough to tell.
        young, young_size: how many more are too young to tell, with their bytes.
        unrecorded: how many captures lie here without their records; as those alone say what else the captures
            refer to, no whole file is said to be spare then.

    """

    files: tuple[SpareFile, ...]
    young: int
    young_size: int
    unrecorded: int = 0


def spare_files(engine: Engine, data: Path, sealing: Sealing, now: int) -> SpareFiles:
    """Give the files that nothing refers to: leftovers of writers that were killed, and captures that were not written.

    What is younger than an hour may belong to a capture that is under way, and is counted alone.
    """
    with reading(engine) as connection:
        store = ContentStore(evidence_folder(data, connection), sealing)
        wanted = wanted_files(store, connection)
        unrecorded = _unrecorded(store, connection)
    found = []
    for path in store.leftovers():
        with suppress(FileNotFoundError):
            seen = path.stat()
            found.append(SpareFile(str(path), seen.st_size, seen.st_mtime_ns // 1000, leftover=True))
    if not unrecorded:
        found += (
            SpareFile(str(file.path), file.size, file.changed_at, leftover=False)
            for file in store.all()
            if file.sha256 not in wanted
        )
    old = tuple(one for one in found if one.changed_at < now - HOUR)
    young = [one.size for one in found if one.changed_at >= now - HOUR]
    return SpareFiles(old, len(young), sum(young), unrecorded)


def _unrecorded(store: ContentStore, connection: Connection) -> int:
    """Count the captures of which files are here, and the record is not; those of other machines have none here."""
    return sum(
        held.erased_at is None
        and not store.has(held.capture.provenance_sha256)
        and any(store.has(sha256) for sha256 in (held.capture.sha256, held.capture.warc))
        for held in views.captures(connection)
    )
