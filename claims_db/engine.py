"""Open the database: one SQLite file for one person, a PostgreSQL server for a team.

SQLite: write-ahead log, ``synchronous=FULL`` (every write carries a journal row), foreign keys on. Writing
transactions start with BEGIN IMMEDIATE, because a reading one that wants to write later fails at once and
ignores the busy timeout. SQLite's own busy handler lets some writers starve; writers stand in line instead.
"""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote

from sqlalchemy import Connection, Dialect, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import ConnectionPoolEntry

from claims_db.errors import Conflict, DatabaseDamaged, DatabaseUnavailable, StoreError
from claims_db.network_files import mounted_over_network
from claims_db.waiting_line import first_in_line

if TYPE_CHECKING:
    import psycopg

__all__ = ["Connection", "Engine", "answering", "answering_for", "location", "open_engine", "reading"]

APPLICATION_ID = 0x43574244
"""Marks the file as ours ("CWBD")."""

BUSY_SECONDS = 10.0
"""How long a writer waits for its turn before it gives up."""

_BUSY_MILLIS = 5_000
_POLL = 0.0005
_READING: dict[str, Any] = {"reading": True}
_READING_SERVER: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
_FILE = "file"
_SECRETS = ("password", "sslpassword")


def open_engine(place: str, *, create: bool = True) -> Engine:
    """Open the database at a path or URL; nothing is read yet, tables are not made.

    Raises:
        DatabaseUnavailable: no such file or folder, no permission, no driver, or an address that is none.

    """
    url = _url(place)
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, create=create)
    if url.get_backend_name() != "postgresql":
        raise DatabaseUnavailable(f"{url.get_backend_name()} databases are not supported.", "Use SQLite or PostgreSQL.")
    try:
        from claims_db.postgres import postgres_engine  # noqa: PLC0415 - an extra, and not needed for a file
    except ImportError:
        raise DatabaseUnavailable(
            "The PostgreSQL driver is not installed.", "Install it with: pip install 'claim-workbench[postgres]'"
        ) from None
    return postgres_engine(url)


def location(engine: Engine) -> str:
    """Name the database for people: the file, or the address without its passwords."""
    url = engine.url
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    shown = url.set(drivername=url.get_backend_name()).difference_update_query(_SECRETS)
    return unquote(shown.render_as_string(hide_password=True))


@contextmanager
def answering(engine: Engine) -> Iterator[None]:
    """Turn whatever the driver complains of into an error that names the database and says what to do.

    Raises:
        StoreError: of the kind that fits.

    """
    try:
        with answering_for(location(engine)):
            yield
    except StaleDataError:
        raise Conflict(
            "Somebody else changed this in the meantime.", "Look at it again; nothing was overwritten."
        ) from None
    except UnicodeEncodeError:
        raise StoreError(
            "A text holds half of a character (a lone surrogate), which no database can store.",
            "Nothing of this step was stored; take the character out and do it again.",
        ) from None


@contextmanager
def answering_for(place: str) -> Iterator[None]:
    """Do the same for a database that is known by its place alone.

    Raises:
        StoreError: of the kind that fits.

    """
    try:
        yield
    except DBAPIError as problem:
        raise _answer(problem.orig, place, lost=problem.connection_invalidated) from problem
    except sqlite3.Error as problem:
        raise _answer(problem, place, lost=False) from problem


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection that sees one state of the database and takes no write lock."""
    options = _READING if engine.dialect.name == "sqlite" else _READING_SERVER
    with answering(engine), engine.connect().execution_options(**options) as connection:
        yield connection
        connection.commit()  # at a rollback the driver of PostgreSQL forgets every statement that it has prepared


def _url(place: str) -> URL:
    if "://" not in place:
        return URL.create("sqlite", database=place.removeprefix("sqlite:"))
    try:
        return make_url(place)
    except (ArgumentError, ValueError):
        raise DatabaseUnavailable(
            "The address of the database can't be read.", "Give a path, sqlite:///PATH or postgresql://USER@HOST/NAME."
        ) from None


def _sqlite(url: URL, *, create: bool) -> Engine:
    path = Path(url.database or "")
    if not url.database or url.database == ":memory:":
        raise DatabaseUnavailable("A desk needs a file.", "Give the path of a file.")
    try:
        _check_file(path, create=create)
    except OSError as problem:
        raise DatabaseUnavailable(
            f"The database {path} can't be opened: {problem.strerror}.", "Check the path and its permissions."
        ) from None
    engine = create_engine(url, connect_args={"timeout": _BUSY_MILLIS / 1000})
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


_SQLITE_ANSWERS: dict[int, tuple[type[StoreError], str, str]] = {
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


def _answer(problem: BaseException | None, place: str, *, lost: bool) -> StoreError:
    if type(problem).__module__.startswith("psycopg"):
        from claims_db.postgres import server_answer  # noqa: PLC0415 - an extra, and not needed for a file

        return server_answer(cast("psycopg.Error", problem), place, lost=lost)
    if isinstance(problem, sqlite3.Error):
        code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
        if code in _SQLITE_ANSWERS:
            kind, message, hint = _SQLITE_ANSWERS[code]
            return kind(message.format(place=place), hint)
    words = str(problem).strip().splitlines()
    return DatabaseUnavailable(
        f"The database {place} answered with an error: {words[0] if words else 'unknown'}.",
        "Nothing of this step was stored.",
    )
