"""Move a whole desk into an empty database, its keys and its journal byte for byte.

The databases refuse to let anybody choose what an entry of the journal says. Who owns the target's tables may
lift that within one transaction, in which nothing is seen by anybody else and after which it is in force again.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Connection, Engine, Table, select, text, update

from claims_db.engine import answering, location, reading
from claims_db.errors import NotAllowed, StoreError
from claims_db.journal.chain import Head, driver_of, head
from claims_db.journal.stored import rows_in_order
from claims_db.journal.verify import verify
from claims_db.server.names import quoted
from claims_db.server.ownership import become_owner, owns_tables
from claims_db.server.running import run
from claims_db.tables import METADATA
from claims_db.tables.inserting import plain_insert


class Copied(NamedTuple):
    """How much was copied, and where the journal stands."""

    rows: int
    journal: Head


def copy_desk(source: Engine, target: Engine) -> Copied:
    """Copy every row; both databases have the tables of this version, and the target no rows.

    Raises:
        StoreError: the target holds rows, or one of both does not verify.
        NotAllowed: on a server, the login does not own the tables.

    """
    with reading(source) as given:
        _check_owner(given)
        _check(given, f"The desk {location(source)} does not verify")
        with answering(target), target.begin() as taking:
            _check_owner(taking)
            _check_empty(taking, location(target))
            with _unguarded(taking):
                rows = sum(_copy(given, taking, table) for table in METADATA.sorted_tables)
                _count_on(taking)
            _check(taking, "The copy does not verify and was not kept")
            if head(taking) != head(given):
                raise StoreError("The copy's journal is another one; it was not kept.", "Do it again.")
            return Copied(rows, head(taking))


def _check(connection: Connection, what: str) -> None:
    finding = next(verify(connection), None)
    if finding is not None:
        raise StoreError(f"{what}: {finding.where}: {finding.what}.", "'workbench verify' names everything.")


def _check_owner(connection: Connection) -> None:
    if connection.dialect.name == "postgresql" and not owns_tables(connection):
        raise NotAllowed(
            f"Only who owns the tables of {location(connection.engine)} may copy a whole desk.",
            "Connect as the login that ran 'workbench team init', or as a superuser.",
        )


def _check_empty(connection: Connection, place: str) -> None:
    for table in METADATA.sorted_tables:
        if connection.execute(select(table).limit(1)).first() is not None:
            raise StoreError(
                f"{place} has rows already.", "A desk is copied into an empty database, before 'workbench team init'."
            )


def _copy(given: Connection, taking: Connection, table: Table) -> int:
    """Copy one table; what points to rows of the same table follows when all of them are there."""
    key = next(iter(table.primary_key))
    names = list(table.c.keys())
    own = [name for name in names if any(one.column.table is table for one in table.c[name].foreign_keys)]
    flags = [index for index, column in enumerate(table.c) if isinstance(column.type, Boolean)]
    write, later, count = plain_insert(taking, table), [], 0
    columns = ", ".join(map(quoted, names))
    for batch in rows_in_order(driver_of(given), columns, quoted(table.name), key.name):
        rows = [list(row) for row in batch]
        for row in rows:
            for index in flags:
                row[index] = None if row[index] is None else bool(row[index])
            for name in own:
                index = names.index(name)
                if row[index] is not None:
                    later.append((name, row[0], row[index]))
                    row[index] = None
        write(rows)
        count += len(rows)
    for name, one, value in later:
        taking.execute(update(table).where(key == one).values({name: value}))
    return count


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
