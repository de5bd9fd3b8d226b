"""Rows as the driver gives them, whatever stands in them: what was tampered with may be no word and no list."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, Table, select

_BATCH = 2_000


def stored_rows(connection: Connection, table: Table, key: "Column[Any]") -> Iterator[tuple[Any, ...]]:
    """Give every row of a table in the order of its key, the columns in the order of the table."""
    query, last = select(*table.c).order_by(key).limit(_BATCH), None
    position = list(table.c).index(key)
    while last is None or isinstance(last, int):
        batch = query if last is None else query.where(key > last)
        compiled = batch.compile(connection, compile_kwargs={"literal_binds": True})
        cursor = connection.exec_driver_sql(str(compiled)).cursor
        rows = cursor.fetchall() if cursor is not None else []
        if not rows:
            return
        yield from rows
        last = rows[-1][position]
