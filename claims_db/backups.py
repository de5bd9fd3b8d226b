"""Copy a desk in a file while others write, look at the copy, and put a copy in a desk's place.

A copy is whole or not there: it is written beside its place under another name, flushed, looked at, renamed.
It is one file that only its owner may read, with all that stood in the write-ahead log.
"""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import create_engine
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from claims_db.engine import Engine, answering_for, reading
from claims_db.errors import Conflict, DatabaseDamaged, DatabaseUnavailable
from claims_db.journal.framing import GENESIS, Head
from claims_db.journal.verify import Finding, verify_chain, verify_rows
from claims_db.migrations.runner import HEAD, step
from claims_db.sqlite import APPLICATION_ID
from claims_db.whole_files import link, move_log, part_beside, put, saying, taken

_PAGES = 2_000
"""How many pages are copied at once."""

_FORMAT_AT = 18
_NO_LOG = b"\x01\x01"
"""The two bytes of the file format that say: there is no write-ahead log beside this file."""


HowFar = Callable[[int, int], None]


def _unheard(done: int, whole: int) -> None:
    del done, whole


class Copied(NamedTuple):
    """A copy that was looked at.

    Attributes:
        head: its last journal entry.
        size: its bytes.
        findings: what did not fit the journal in the desk, and so does not in the copy.
        kept: where the file is now that stood in its place; missing where there was none.

    """

    path: Path
    head: Head
    size: int
    findings: tuple[Finding, ...]
    kept: Path | None = None


def back_up(desk: Path, target: Path, *, replace: bool = False, told: HowFar = _unheard) -> Copied:
    """Copy the state that a desk is in now into a file; others go on reading and writing.

    ``told`` hears how many pages were copied; where it raises, no file is left.

    Raises:
        Conflict: the file is there and may not be replaced, or is the desk itself.
        DatabaseDamaged: the desk is damaged, so that a copy would be.
        DatabaseUnavailable: the desk can't be read, or the file can't be written.

    """
    with saying(target):
        _refuse_itself(desk, target)
        if target.exists() and not target.is_file():
            raise Conflict(f"{target} is a device, a pipe or a folder, no file.", "Give another name.")
        if target.exists() and not replace:
            raise taken(target)
    with saying(target), part_beside(target) as part:
        last = _copy(desk, part, target, told)
        told(0, 0)
        findings = _looked_at(part, desk, last)
        size = part.stat().st_size
        put(part, target, replace=replace)
    return Copied(target, last, size, findings)


def restore(backup: Path, desk: Path, kept: Path | None = None) -> Copied:
    """Put a copy of a backup in a desk's place.

    Args:
        backup: a file that a desk was copied to, or another desk.
        desk: the place.
        kept: where to move the desk that stands there; without it such a desk is not replaced.

    Raises:
        Conflict: there is a desk and it may not be replaced, or both are the same file.
        DatabaseDamaged: the backup is damaged or no desk.
        NewerDatabase: the backup was written by a newer version of the program.
        DatabaseUnavailable: somebody has the desk open, the backup can't be read, or the place can't be written.

    """
    with saying(backup):
        _refuse_itself(desk, backup)
        if not backup.is_file():
            raise DatabaseUnavailable(f"There is no file {backup}.", "Check the path.")
    if desk.exists() and kept is None:
        raise taken(desk)
    with saying(desk), part_beside(desk) as part:
        last = _copy(backup, part, desk)
        findings = _looked_at(part, backup, last)
        size = part.stat().st_size
        if kept is None or not desk.exists():
            move_log(desk, kept or desk.with_name(f"{desk.name}.left"))
            put(part, desk, replace=False)
            return Copied(desk, last, size, findings)
        with _alone(desk):
            move_log(desk, kept)
            link(desk, kept)
            try:
                put(part, desk, replace=True)
            except OSError:
                # The desk has both names still, or only the new one.
                kept.unlink() if desk.exists() and desk.samefile(kept) else kept.rename(desk)
                raise
    return Copied(desk, last, size, findings, kept)


def name_of(desk: Path) -> str:
    """Give the name of a desk in a file, of whatever version; empty where nobody has opened one in it.

    Raises:
        StoreError: it can't be read or is no desk.

    """
    with answering_for(str(desk)), closing(_opened(desk)) as connection:
        _refuse_other_programs(connection, desk)
        found = connection.execute("SELECT name FROM desk LIMIT 1").fetchone()
    return str(found[0]) if found else ""


def faults_of_pages(engine: Engine) -> tuple[str, ...]:
    """Say what is wrong with the pages of a SQLite file, and which rows point to rows that are not there.

    Raises:
        DatabaseDamaged: so much is wrong that nothing can be read.

    """
    with reading(engine) as connection:
        found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(20)") if row[0] != "ok"]
        for table, row, target, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(20):
            found.append(f"row {row} of {table} points to a row of {target} that is not there")
    return tuple(found)


def _refuse_other_programs(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise DatabaseDamaged(f"{path} is a database of another program.", "Give the path of a desk.")


def _refuse_itself(desk: Path, other: Path) -> None:
    if desk.exists() and other.exists() and desk.samefile(other):
        raise Conflict(f"{other} is the desk itself.", "Give another file.")


def _copy(source: Path, part: Path, target: Path, told: HowFar = _unheard) -> Head:
    """Copy one state of a database, and give its last journal entry."""
    with answering_for(str(source)), closing(_opened(source)) as old:
        # The transaction holds the state that is copied: without it each write of others would begin it anew.
        old.execute("BEGIN")
        _refuse_other_programs(old, source)
        last = old.execute("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1").fetchone()
        # Nobody else knows the part, and it is flushed at the end: it needs neither locks nor a log of its own.
        with closing(_connected(part, "mode=rw&nolock=1")) as new:
            new.execute("PRAGMA journal_mode=OFF")
            new.execute("PRAGMA synchronous=OFF")
            try:
                old.backup(new, pages=_PAGES, progress=lambda _, left, whole: told(whole - left, whole))
            except sqlite3.OperationalError as problem:
                if problem.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
                    raise OSError(errno.ENOSPC, f"the disk is full or fails ({problem})", str(target)) from None
                raise
    with part.open("r+b") as file:
        file.seek(_FORMAT_AT)
        file.write(_NO_LOG)
        file.flush()
        os.fsync(file.fileno())
    return Head(0, GENESIS) if last is None else Head(*last)


def _opened(path: Path) -> sqlite3.Connection:
    """Open a file to copy; one that can't be written, on a medium of its own, has no log that could be missed."""
    if not path.is_file():
        raise DatabaseUnavailable(f"There is no database {path}.", "Check the path.")
    try:
        connection = _connected(path, "mode=rw")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        if path.with_name(f"{path.name}-wal").exists():
            raise
        connection = _connected(path, "immutable=1")
    return connection


def _connected(path: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None)


def _looked_at(part: Path, source: Path, last: Head) -> tuple[Finding, ...]:
    """Look at a copy in all ways there are; what does not fit the journal in it did not fit in the source.

    Raises:
        DatabaseDamaged: pages are damaged, rows point nowhere, it is empty, or not what was copied.
        NewerDatabase: it was written by a newer version of the program.

    """
    # The copy has the source's faults, and its own name means nothing to anybody.
    engine = create_engine(
        URL.create("sqlite", database=str(source)),
        creator=lambda: _connected(part, "mode=ro&immutable=1"),
        poolclass=NullPool,
    )
    try:
        at = step(engine)
        faults = faults_of_pages(engine)
        if faults or at is None:
            raise DatabaseDamaged(
                f"{source} is damaged: {faults[0] if faults else 'there are no tables in it'}.",
                "No copy was kept; go on with an earlier backup. 'sqlite3 FILE .recover' may save more.",
            )
        with reading(engine) as connection:
            copied = connection.exec_driver_sql(
                "SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1"
            ).first()
            if (Head(0, GENESIS) if copied is None else Head(*copied)) != last:
                raise DatabaseDamaged(f"The copy of {source} is not what was copied.", "Check the disk; do it again.")
            findings = list(verify_chain(connection))
            # An older desk lacks columns of this version until it is opened.
            findings += verify_rows(connection).findings if at == HEAD else ()
    finally:
        engine.dispose()
    return tuple(findings)


@contextmanager
def _alone(desk: Path) -> Iterator[None]:
    """Hold a desk that nobody else has open, its log merged into it; a damaged one can't be held.

    Raises:
        DatabaseUnavailable: somebody has it open.
        DatabaseDamaged: it belongs to another program.

    """
    with answering_for(str(desk)), closing(sqlite3.connect(desk, timeout=0, isolation_level=None)) as connection:
        try:
            owner, pages = (
                connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "page_count")
            )
            if owner != APPLICATION_ID and pages:
                raise DatabaseDamaged(
                    f"{desk} is a database of another program, which is not replaced.", "Check the path of the desk."
                )
            # Only who is alone can leave the write-ahead log.
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as problem:
            code = problem.sqlite_errorcode & 0xFF
            if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
                raise DatabaseUnavailable(
                    f"Somebody has the desk {desk} open.", "Close it everywhere and do it again; nothing was changed."
                ) from None
            if code not in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
                raise
        yield
