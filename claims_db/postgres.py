"""Connections to a PostgreSQL server, and what its complaints mean."""

from typing import Any

import psycopg
from psycopg import errors
from sqlalchemy import Engine, create_engine
from sqlalchemy.engine import URL

from claims_db.errors import Conflict, DatabaseDamaged, DatabaseUnavailable, NotAllowed, StoreError

_CONNECT: dict[str, Any] = {
    "connect_timeout": 10,
    "client_encoding": "utf8",
    "application_name": "workbench",
    "keepalives_idle": 30,
    "options": "-c jit=off -c plan_cache_mode=force_generic_plan",
}


def postgres_engine(url: URL) -> Engine:
    """Give a pool of connections; each is tried before it is used, so that a restarted server is reached again.

    The one that was given back last is used next: it has most statements prepared.
    """
    given = {name: value for name, value in _CONNECT.items() if name not in url.query}
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        pool_recycle=1800,
        pool_use_lifo=True,
        connect_args=given,
        hide_parameters=True,  # as for a file
    )


_ANSWERS: tuple[tuple[type[psycopg.Error], type[StoreError], str, str], ...] = (
    (
        errors.UniqueViolation,
        Conflict,
        "Somebody else stored the same at this moment.",
        "Nothing of this step was stored; look, and do it again if it is still needed.",
    ),
    (
        errors.TransactionRollback,
        Conflict,
        "Somebody else changed the same rows at this moment.",
        "Nothing of this step was stored; do it again.",
    ),
    (
        errors.InsufficientPrivilege,
        NotAllowed,
        "The server does not allow this: {words}.",
        "Ask an admin of the desk; 'workbench team list' names them.",
    ),
    (
        errors.DiskFull,
        DatabaseUnavailable,
        "The disk of the server with {place} is full; nothing of this step was stored.",
        "Make room there and do it again.",
    ),
    (
        errors.TooManyConnections,
        DatabaseUnavailable,
        "The server with {place} has no connection left.",
        "Close a desk somewhere, or raise max_connections on the server.",
    ),
    (
        errors.ReadOnlySqlTransaction,
        DatabaseUnavailable,
        "The server with {place} can only be read; it may be a replica.",
        "Give the address of the primary server.",
    ),
    (
        errors.LockNotAvailable,
        DatabaseUnavailable,
        "Another program holds {place} for too long.",
        "Nothing of this step was stored; wait and do it again.",
    ),
    (
        errors.DataCorrupted,
        DatabaseDamaged,
        "The database {place} is damaged.",
        "Leave it as it is and go on with the latest backup.",
    ),
)

_REFUSALS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("password authentication failed", "no password supplied"),
        "The server refused the password for {place}.",
        "Check it; it can stand in ~/.pgpass, so that it need not be typed.",
    ),
    (
        ("no pg_hba.conf entry", "peer authentication failed", "ident authentication failed"),
        "The server does not let this login in from here: {place}.",
        "Let its administrator allow it in pg_hba.conf.",
    ),
    (
        ("permission denied for database",),
        "Your login is not one of the team of {place}.",
        "Ask an admin of the desk to run 'workbench team add NAME --login LOGIN'.",
    ),
    (
        ("is not permitted to log in",),
        "The server has this name for a group, not for a person: {place}.",
        "Ask an admin of the desk for a login.",
    ),
    (
        ("too many clients", "remaining connection slots"),
        "The server with {place} has no connection left.",
        "Close a desk somewhere, or raise max_connections on the server.",
    ),
    (
        ("starting up", "shutting down", "recovery mode", "not yet accepting"),
        "The server with {place} is starting or stopping.",
        "Wait a moment and do it again; what you typed in the terminal desk is kept as a draft.",
    ),
    (
        ("failed to resolve", "could not translate host name", "Name or service not known"),
        "There is no server of this name: {place}.",
        "Check the address and the network.",
    ),
    (
        ("Connection refused", "No such file or directory", "timeout", "No route", "unreachable"),
        "The server with {place} does not answer.",
        "Check that it runs and can be reached; what you typed in the terminal desk is kept as a draft.",
    ),
)
"""What the driver's words contain where no connection was made, as it gives no code then."""


def server_answer(problem: psycopg.Error, place: str, *, lost: bool) -> StoreError:
    """Say what a complaint of the server or driver means.

    Args:
        problem: what the driver raised.
        place: the database without its password.
        lost: whether the connection broke.

    """
    for kind, answer, message, hint in _ANSWERS:
        if isinstance(problem, kind):
            return answer(message.format(place=place, words=_words(problem)), hint)
    said = str(problem)
    if isinstance(problem, psycopg.OperationalError):
        for signs, message, hint in _REFUSALS:
            if any(sign in said for sign in signs):
                return DatabaseUnavailable(message.format(place=place), hint)
        if "does not exist" in said:
            return DatabaseUnavailable(
                f"There is no such database or login on the server: {place}.",
                "Check the address; 'createdb NAME' makes a database, 'workbench team init' the desk in it.",
            )
    if lost or isinstance(problem, psycopg.OperationalError | psycopg.InterfaceError):
        return DatabaseUnavailable(
            f"The connection to {place} broke; nothing of this step was stored.",
            "Do it again in a moment; what you typed in the terminal desk is kept as a draft.",
        )
    return DatabaseUnavailable(
        f"The database {place} answered with an error: {_words(problem)}.", "Nothing of this step was stored."
    )


def _words(problem: psycopg.Error) -> str:
    said = problem.diag.message_primary or (str(problem).strip().splitlines() or ["unknown"])[0]
    return said.rstrip(".")
