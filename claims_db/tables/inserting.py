"""Insert many rows at once, at half of what SQLAlchemy's own way costs for each row."""

import warnings
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Table, insert
from sqlalchemy.exc import SAWarning

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
    with warnings.catch_warnings():
        # A server gives the keys of the journal itself, which SQLAlchemy can't know.
        warnings.simplefilter("ignore", SAWarning)
        compiled = insert(table).compile(dialect=dialect, column_keys=names)
    order = compiled.positiontup if compiled.positional else names
    converts = ((name, table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in order or ())
    return _Statement(str(compiled), compiled.positional, tuple(converts))


def plain_insert(connection: Connection, table: Table) -> Callable[[Sequence[Sequence[object]]], None]:
    """Give what writes rows of a table as the driver gave them: every column, in the table's order, unconverted."""
    names = tuple(column.name for column in table.c)
    statement = _statement(connection.dialect, table, names)

    def write(rows: Sequence[Sequence[object]]) -> None:
        if statement.positional:
            connection.exec_driver_sql(statement.sql, [tuple(row) for row in rows])
        else:
            connection.exec_driver_sql(statement.sql, [dict(zip(names, row, strict=True)) for row in rows])

    return write
