"""Insert many rows at once, at half of what SQLAlchemy's own way costs for each row."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Table, insert

Convert = Callable[[Any], Any]


class _Statement(NamedTuple):
    """An INSERT as the driver takes it, and what a column's values go through before."""

    sql: str
    positional: bool
    columns: tuple[tuple[str, Convert | None], ...]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Write rows that all name the same columns."""
    if not rows:
        return
    statement = _statement(connection.dialect, table, tuple(rows[0]))
    if statement.positional:
        connection.exec_driver_sql(statement.sql, [_values(row, statement.columns) for row in rows])
        return
    names = [name for name, _ in statement.columns]
    connection.exec_driver_sql(
        statement.sql, [dict(zip(names, _values(row, statement.columns), strict=True)) for row in rows]
    )


def _values(row: Mapping[str, object], columns: tuple[tuple[str, Convert | None], ...]) -> tuple[object, ...]:
    return tuple([row[name] if convert is None else convert(row[name]) for name, convert in columns])


@cache
def _statement(dialect: Dialect, table: Table, names: tuple[str, ...]) -> _Statement:
    compiled = insert(table).compile(dialect=dialect, column_keys=names)
    order = compiled.positiontup if compiled.positional else names
    converts = ((name, table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in order or ())
    return _Statement(str(compiled), compiled.positional, tuple(converts))
