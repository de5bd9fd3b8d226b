"""What is done for a desk rather than at it; none of it needs a reviewer, and none of it changes the desk's rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from claims_db.engine import Engine, location, open_engine
from claims_db.repositories.writing import Clock
from workbench.desk.care import copying, verifying
from workbench.desk.care.copying import Backup
from workbench.desk.care.verifying import Anchor, Verification
from workbench.domain.progress import Progress, unheard
from workbench.errors import WorkbenchError
from workbench.sources.capture.sealing import Sealing

if TYPE_CHECKING:
    from workbench.desk.care.dumping import DumpTaken, DumpWritten
    from workbench.desk.care.evidence import EvidenceVerification
    from workbench.desk.care.spare import SpareFiles


@dataclass(frozen=True)
class Care:
    """The care of one desk.

    Attributes:
        database: the path or address of the desk.
        clock: gives the present instant.
        data: the folder below which the evidence lies.
        sealing: opens what is sealed of it.

    """

    database: str
    clock: Clock
    data: Path = Path()
    sealing: Sealing = field(default_factory=Sealing)

    def verify(self, anchor: Anchor | None = None) -> Verification:
        """Hash the journal again, compare every live row with it, and look for an entry that was noted earlier.

        Raises:
            StoreError: there is no desk, or it can't be read.

        """
        with self._engine() as engine:
            return verifying.verify(engine, anchor, self.clock())

    def verify_evidence(self) -> "EvidenceVerification":
        """Hash what was captured again, and compare it with its records and rows. Errors are those of ``verify``."""
        from workbench.desk.care import evidence  # noqa: PLC0415 - reads WARC, which a backup does not

        with self._engine() as engine:
            return evidence.verify_evidence(engine, self.data, self.sealing)

    def spare_files(self) -> "SpareFiles":
        """Give the files of the evidence that nothing refers to. Errors are those of ``verify``."""
        from workbench.desk.care import spare  # noqa: PLC0415 - as above

        with self._engine() as engine:
            return spare.spare_files(engine, self.data, self.sealing, self.clock())

    def back_up(self, target: Path | None = None, *, replace: bool = False, progress: Progress = unheard) -> Backup:
        """Copy the desk into a file while others work at it.

        Raises:
            WorkbenchError: the desk lies on a server.
            StoreError: the desk can't be read, or the file can't be written or is there already.
            Stopped: nobody wants it any more; no file is left.

        """
        with self._engine() as engine:
            return copying.back_up(_file(engine), target, self.clock(), replace=replace, progress=progress)

    def restore(self, backup: Path, *, replace: bool = False) -> Backup:
        """Put a copy of a backup in the desk's place.

        Raises:
            WorkbenchError: the desk lies on a server.
            StoreError: there is a desk already, somebody has it open, the backup is damaged, or no desk.

        """
        with self._engine(create=True) as engine:
            return copying.restore(backup, _file(engine), self.clock(), replace=replace)

    def write_dump(self, out: Path, progress: Progress = unheard) -> "DumpWritten":
        """Write the whole desk as lines of JSON, into a file or into a folder.

        Raises:
            StoreError: the desk can't be read or does not fit its journal, or the file can't be written.
            Stopped: nobody wants it any more; the file is as it was.

        """
        from workbench.desk.care import dumping  # noqa: PLC0415 - a verification needs none of it

        with self._engine() as engine:
            return dumping.write_dump(engine, out, progress)

    def take_dump(self, dump: str, progress: Progress = unheard) -> "DumpTaken":
        """Take a whole desk from lines of JSON into this desk's place, which has to be empty.

        Raises:
            BadInput: the dump can't be used; the message names the line.
            StoreError: there is a desk already, or the place can't be written.
            Stopped: nobody wants it any more; nothing was stored.

        """
        from workbench.desk.care import dumping  # noqa: PLC0415 - as above

        return dumping.take_dump(self.database, dump, progress)

    @contextmanager
    def _engine(self, *, create: bool = False) -> Iterator[Engine]:
        engine = open_engine(self.database, create=create)
        try:
            yield engine
        finally:
            engine.dispose()


def _file(engine: Engine) -> Path:
    if engine.dialect.name != "sqlite":
        raise WorkbenchError(
            f"The desk {location(engine)} lies on a server, which has its own backups.",
            "'pg_dump --format=custom' writes all of it to a file, 'pg_restore' brings it back.",
        )
    return Path(str(engine.url.database))
