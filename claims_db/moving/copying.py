"""Move a whole desk into an empty database, its keys and its journal byte for byte."""

from typing import NamedTuple

from sqlalchemy import Boolean, Connection, Engine, Table, update

from claims_db.engine import location, reading
from claims_db.errors import StoreError
from claims_db.journal.chain import Head, driver_of, head
from claims_db.journal.stored import rows_in_order
from claims_db.moving.empty_desk import check_owner, check_verified, taking_in
from claims_db.server.names import quoted
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
        check_owner(given)
        check_verified(given, f"The desk {location(source)} does not verify")
        with taking_in(target) as taking:
            rows = sum(_copy(given, taking, table) for table in METADATA.sorted_tables)
            check_verified(taking, "The copy does not verify and was not kept")
            if head(taking) != head(given):
                raise StoreError("The copy's journal is another one; it was not kept.", "Do it again.")
            return Copied(rows, head(taking))


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
