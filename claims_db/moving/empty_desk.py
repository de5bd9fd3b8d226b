"""An empty database that takes a whole desk in: who may do that, what is lifted meanwhile, what is looked at.

The databases refuse to let anybody choose what an entry of the journal says. Who owns the target's tables may
lift that within one transaction, in which nothing is seen by anybody else and after which it is in force again.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, select, text

from claims_db.engine import answering, location
from claims_db.errors import Conflict, NotAllowed, StoreError
from claims_db.journal.verify import verify
from claims_db.server.names import quoted
from claims_db.server.ownership import become_owner, owns_tables
from claims_db.server.running import run
from claims_db.tables import METADATA


def check_owner(connection: Connection) -> None:
    """See that the connected login may read or write a whole desk.

    Raises:
        NotAllowed: on a server, it does not own the tables.

    """
    if connection.dialect.name == "postgresql" and not owns_tables(connection):
        raise NotAllowed(
            f"Only who owns the tables of {location(connection.engine)} may copy a whole desk.",
            "Connect as the login that ran 'workbench team init', or as a superuser.",
        )


def check_verified(connection: Connection, what: str) -> None:
    """See that a desk fits its journal; ``what`` says what is so where it does not.

    Raises:
        StoreError: it does not.

    """
    finding = next(verify(connection), None)
    if finding is not None:
        raise StoreError(f"{what}: {finding.where}: {finding.what}.", "'workbench verify' names everything.")


@contextmanager
def taking_in(target: Engine) -> Iterator[Connection]:
    """Give the transaction in which a whole desk is written; new rows are numbered after those that came.

    Raises:
        Conflict: the database holds rows.
        NotAllowed: on a server, the login does not own the tables.

    """
    with answering(target), target.begin() as connection:
        check_owner(connection)
        _check_empty(connection)
        with _unguarded(connection):
            yield connection
            _count_on(connection)


def _check_empty(connection: Connection) -> None:
    for table in METADATA.sorted_tables:
        if connection.execute(select(table).limit(1)).first() is not None:
            raise Conflict(
                f"{location(connection.engine)} has rows already.",
                "A whole desk goes into a new file with --database, or into an empty database before 'workbench team init'.",
            )


def _count_on(connection: Connection) -> None:
    """Let new rows be numbered after those that came."""
    if connection.dialect.name != "postgresql":
        return
    for table in METADATA.sorted_tables:
        if "id" in table.c:
            connection.execute(
                text(
                    "SELECT setval(pg_get_serial_sequence(:name, 'id'), "
                    f"greatest(1, (SELECT max(id) FROM {quoted(table.name)})))"
                ),
                {"name": f"public.{quoted(table.name)}"},
            )


def _unguarded(connection: Connection) -> AbstractContextManager[None]:
    lifted: Callable[[Connection], AbstractContextManager[None]]
    lifted = _unguarded_file if connection.dialect.name == "sqlite" else _unguarded_server
    return lifted(connection)


@contextmanager
def _unguarded_server(connection: Connection) -> Iterator[None]:
    become_owner(connection)
    names = [quoted(table.name) for table in METADATA.sorted_tables]
    run(connection, *(f"ALTER TABLE {name} DISABLE TRIGGER USER" for name in names))
    yield
    run(connection, *(f"ALTER TABLE {name} ENABLE TRIGGER USER" for name in names))


@contextmanager
def _unguarded_file(connection: Connection) -> Iterator[None]:
    triggers: list[Any] = list(
        connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    )
    for name, _ in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {quoted(name)}")
    yield
    for _, statement in triggers:
        connection.exec_driver_sql(statement)
