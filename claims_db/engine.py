"""Open the database: one SQLite file for one person, a PostgreSQL server for a team."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from claims_db.errors import Conflict, DatabaseUnavailable, StoreError
from claims_db.sqlite import READING, sqlite_answer, sqlite_engine

if TYPE_CHECKING:
    import psycopg

__all__ = ["Connection", "Engine", "answering", "answering_for", "location", "open_engine", "reading"]

_READING_SERVER: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
_SECRETS = ("password", "sslpassword")


def open_engine(place: str, *, create: bool = True) -> Engine:
    """Open the database at a path or URL; nothing is read yet, tables are not made.

    Raises:
        DatabaseUnavailable: no such file or folder, no permission, no driver, or an address that is none.

    """
    url = _url(place)
    if url.get_backend_name() == "sqlite":
        return sqlite_engine(url, create=create)
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
    options = READING if engine.dialect.name == "sqlite" else _READING_SERVER
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


def _answer(problem: BaseException | None, place: str, *, lost: bool) -> StoreError:
    if type(problem).__module__.startswith("psycopg"):
        from claims_db.postgres import server_answer  # noqa: PLC0415 - an extra, and not needed for a file

        return server_answer(cast("psycopg.Error", problem), place, lost=lost)
    if isinstance(problem, sqlite3.Error) and (known := sqlite_answer(problem, place)) is not None:
        return known
    words = str(problem).strip().splitlines()
    return DatabaseUnavailable(
        f"The database {place} answered with an error: {words[0] if words else 'unknown'}.",
        "Nothing of this step was stored.",
    )
