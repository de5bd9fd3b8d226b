"""Give every row of a desk under public ids, one table after the other, each in the order in which it was stored.

That order is part of the desk: the latest verdict is the one that was stored last, and claims of equal rank wait in the
order in which they came. A claim that was moved stands at a number between those of two others, which the journal
knows; where numbers below a claim are unused, as on a server after a step that failed, its row says how many.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy import Connection, Engine, func, select

from claims_db.engine import location, reading
from claims_db.errors import DatabaseDamaged
from claims_db.journal.chain import driver_of, head
from claims_db.journal.framing import Row
from claims_db.journal.shapes import columns_in_sql, shape_of
from claims_db.journal.stored import rows_in_order
from claims_db.moving.empty_desk import check_owner, check_verified
from claims_db.moving.fields import Field, fields_of
from claims_db.rows.dumps import Dumped, DumpHead, DumpRow, Value
from claims_db.server.names import quoted
from claims_db.tables import METADATA

UNUSED_BEFORE = "unused_before"
"""The field of a claim that says how many places in the order of claims are unused before its own."""

CLAIM = "claim"
_PLACE, _CAPTURE = METADATA.tables["place"].c, METADATA.tables["capture"]


class Dump(NamedTuple):
    """A desk as it goes out: what there is, and every row, which is read as it is asked for."""

    dumped: Dumped
    rows: Iterator[DumpRow]


@contextmanager
def dump(source: Engine) -> Iterator[Dump]:
    """Give a desk's rows, as one state of the database has them.

    Raises:
        StoreError: the desk does not fit its journal, so that a dump of it could not be taken in again.
        NotAllowed: on a server, the login does not own the tables.

    """
    with reading(source) as connection:
        check_owner(connection)
        check_verified(connection, f"The desk {location(source)} does not verify")
        last = head(connection)
        count = sum(_length(connection, table) for table in METADATA.tables)
        known = Dumped(DumpHead(count, last.sequence, last.hash.hex()), _length(connection, _CAPTURE.name))
        yield Dump(known, _rows(connection))


def _length(connection: Connection, table: str) -> int:
    return int(connection.execute(select(func.count()).select_from(METADATA.tables[table])).scalar_one())


def _rows(connection: Connection) -> Iterator[DumpRow]:
    moved = connection.execute(select(_PLACE.id).where(_PLACE.nudge.is_not(None)).limit(1)).first() is not None
    for table in METADATA.sorted_tables:
        rows = _table_rows(connection, table.name)
        yield from _with_gaps(rows) if moved and table.name == CLAIM else (row for _, row in rows)


def _table_rows(connection: Connection, table: str) -> Iterator[tuple[int, DumpRow]]:
    """Give the rows of a table with their keys, by which they are ordered."""
    shape, fields = shape_of(table), fields_of(table)
    columns = columns_in_sql(connection.dialect.name, shape)
    key = next(iter(METADATA.tables[table].primary_key)).name
    places = {name: index for index, name in enumerate(shape.columns)}
    pointed = {name: len(shape.columns) + index for index, (name, _) in enumerate(shape.pointers)}
    read = [(field, places[field.name], pointed.get(field.name)) for field in fields]
    for batch in rows_in_order(driver_of(connection), columns, quoted(table), key):
        for row in batch:
            found = tuple((field.name, _value(table, field, row, at, to)) for field, at, to in read)
            yield row[0], DumpRow(table, found)


def _value(table: str, field: Field, row: Row, at: int, to: int | None) -> Value:
    raw = row[at]
    if raw is None:
        return None
    try:
        if to is None:
            return field.given(raw)
        if row[to] is not None:
            return str(row[to])
    except (TypeError, ValueError, KeyError, RecursionError):
        pass
    raise DatabaseDamaged(
        f"A row of the table {table} has a {field.name} that can't be read; another program changed it.",
        "Go on with the latest backup.",
    )


def _with_gaps(rows: Iterator[tuple[int, DumpRow]]) -> Iterator[DumpRow]:
    last = 0
    for key, row in rows:
        unused, last = key - last - 1, key
        yield row._replace(fields=(*row.fields, (UNUSED_BEFORE, unused))) if unused else row
