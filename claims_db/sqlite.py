"""Connections to a SQLite file, and what its complaints mean.

Write-ahead log, ``synchronous=FULL`` (every write carries a journal row), foreign keys on. Writing transactions start
with BEGIN IMMEDIATE, because a reading one that wants to write later fails at once and ignores the busy timeout.
SQLite's own busy handler lets some writers starve; writers stand in line instead.
"""

import random
import shutil
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import ConnectionPoolEntry

from claims_db.errors import DatabaseDamaged, DatabaseUnavailable, StoreError
from claims_db.network_files import mounted_over_network
from claims_db.waiting_line import first_in_line

APPLICATION_ID = 0x43574244
"""Marks the file as ours ("CWBD")."""

BUSY_SECONDS = 10.0
"""How long a writer waits for its turn before it gives up."""

READING: dict[str, Any] = {"reading": True}
"""What marks a transaction that takes no write lock."""

_BUSY_MILLIS = 5_000
_POLL = 0.0005
_ROOM = 262_144
"""A disk with fewer bytes left is full: the log grows by whole pages, its index by 32 KiB."""
_FILE = "file"


def sqlite_engine(url: URL, *, create: bool) -> Engine:
    """Give connections to a file.

    Raises:
        DatabaseUnavailable: no such file or folder, no permission, or it lies where SQLite loses what is written.

    """
    path = Path(url.database or "")
    if not url.database or url.database == ":memory:":
        raise DatabaseUnavailable("A desk needs a file.", "Give the path of a file.")
    try:
        _check_file(path, create=create)
    except OSError as problem:
        raise DatabaseUnavailable(
            f"The database {path} can't be opened: {problem.strerror}.", "Check the path and its permissions."
        ) from None
    # An error about a statement is told, and may be written to a log; what was to be stored is not.
    engine = create_engine(url, connect_args={"timeout": _BUSY_MILLIS / 1000}, hide_parameters=True)
    event.listen(engine, "do_connect", _opener("rwc" if create else "rw"))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _end)
    return engine


def _opener(mode: str) -> Callable[..., sqlite3.Connection]:
    """Open a file that may be made at first and never again: a desk that was removed must not come back as an empty one."""

    def opened(
        _: Dialect, __: ConnectionPoolEntry, places: Sequence[str], options: Mapping[str, Any]
    ) -> sqlite3.Connection:
        nonlocal mode
        connection: sqlite3.Connection = sqlite3.connect(
            f"{Path(places[0]).absolute().as_uri()}?mode={mode}", uri=True, **options
        )
        mode = "rw"
        return connection

    return opened


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise DatabaseUnavailable(f"{path} is a folder.", "Give the path of a file.")
    if path.exists() and not path.is_file():
        raise DatabaseUnavailable(f"{path} is a device or a pipe, no file.", "Give the path of a file.")
    if not path.parent.is_dir():
        raise DatabaseUnavailable(f"The folder {path.parent} does not exist.", "Make it, or give another path.")
    kind = mounted_over_network(path)
    if kind:
        raise DatabaseUnavailable(
            f"The desk {path} lies on a network file system ({kind}), where SQLite can lose what several programs write.",
            "Keep it on a disk of this machine; a team shares a PostgreSQL server.",
        )
    if not create and not path.exists():
        raise DatabaseUnavailable(f"There is no database {path}.", "Check the path; 'workbench add' makes a new one.")


def _prepare(connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    record.info[_FILE] = _identity(connection.execute("PRAGMA database_list").fetchone()[2])
    cursor = connection.cursor()
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    # The journal mode stands in the file: another program's database must stay as it is.
    (owner,), (pages,) = (cursor.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "page_count"))
    if owner == APPLICATION_ID or pages == 0:
        cursor.execute("PRAGMA journal_mode=WAL")
    cursor.close()


def _identity(path: str) -> tuple[int, int] | None:
    """Say which file stands at a path, so that another one in its place is noticed."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _check_still_there(connection: Connection) -> None:
    """Refuse a file that was removed or replaced while it was open: what is written would be gone, what is read is old."""
    path = str(connection.engine.url.database)
    if connection.info.get(_FILE) != _identity(path):
        connection.invalidate()
        raise DatabaseUnavailable(
            f"The database {path} was moved or replaced while it was open.",
            "Put it back, or open the desk again; what you typed in the terminal desk is kept as a draft.",
        )


def _begin(connection: Connection) -> None:
    _check_still_there(connection)
    if connection.get_execution_options().get("reading"):
        connection.exec_driver_sql("BEGIN")
        return
    cursor: Any = connection.connection.cursor()
    deadline = time.monotonic() + BUSY_SECONDS
    cursor.execute("PRAGMA busy_timeout=0")
    try:
        with first_in_line(str(Path(str(connection.engine.url.database)).resolve().parent)) as first:
            while not _begun(cursor, deadline):
                time.sleep(_POLL if first else random.uniform(_POLL, 20 * _POLL))  # noqa: S311 - fairness, not secrecy
    finally:
        cursor.execute(f"PRAGMA busy_timeout={_BUSY_MILLIS}")
        cursor.close()


def _begun(cursor: sqlite3.Cursor, deadline: float) -> bool:
    """Begin to write; False where somebody else writes, as long as the deadline has not passed."""
    try:
        cursor.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as problem:
        if problem.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
            raise
        return False
    return True


def _end(connection: sqlite3.Connection | None, record: ConnectionPoolEntry) -> None:
    """Roll back what a COMMIT that failed has left open: it would keep the write lock."""
    if connection is None or not connection.in_transaction:
        return
    try:
        connection.rollback()
    except sqlite3.Error:
        record.invalidate()


_ANSWERS: dict[int, tuple[type[StoreError], str, str]] = {
    sqlite3.SQLITE_READONLY: (
        DatabaseUnavailable,
        "The database {place} can't be written.",
        "Check the permissions of the file and of its folder.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        DatabaseUnavailable,
        "The database {place} can't be opened.",
        "Check that it is there and that you may write in its folder.",
    ),
    sqlite3.SQLITE_PERM: (DatabaseUnavailable, "The database {place} can't be opened.", "Check its permissions."),
    sqlite3.SQLITE_FULL: (
        DatabaseUnavailable,
        "The disk with the database {place} is full; nothing of this step was stored.",
        "Make room and do it again.",
    ),
    sqlite3.SQLITE_BUSY: (
        DatabaseUnavailable,
        "The database {place} is locked by another program.",
        "Close the other program, or wait and do it again.",
    ),
    sqlite3.SQLITE_IOERR: (
        DatabaseUnavailable,
        "The database {place} can't be read or written: the disk reports an error.",
        "Check the disk; restore a backup to another one if this stays.",
    ),
    sqlite3.SQLITE_NOTADB: (
        DatabaseDamaged,
        "{place} is no desk: the file is not a SQLite database.",
        "Give the path of a desk, or of a file that does not exist yet.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        DatabaseDamaged,
        "The database {place} is damaged.",
        "Leave it as it is and go on with the latest backup; 'sqlite3 FILE .recover' may save more.",
    ),
}


def sqlite_answer(problem: sqlite3.Error, place: str) -> StoreError | None:
    """Say what a complaint of SQLite means, if it is known."""
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    # Where there is no room for the log or its index, SQLite calls it an error of the disk.
    if code in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN} and _is_full(Path(place)):
        code = sqlite3.SQLITE_FULL
    known = _ANSWERS.get(code)
    if known is None:
        return None
    kind, message, hint = known
    return kind(message.format(place=place), hint)


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _ROOM
    except OSError:
        return False
