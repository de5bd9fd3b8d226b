"""How the rows of a table are read past the ORM: its columns, and behind them the public ids that they point to."""

from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Boolean, ColumnElement, TypeDecorator, select
from sqlalchemy.dialects import registry

from claims_db.journal.images import fields
from claims_db.tables import METADATA


class Shape(NamedTuple):
    """A table's columns, and which of them point to other tables, hold lists as JSON, or 0 and 1 for no and yes."""

    entity: str
    columns: tuple[str, ...]
    pointers: tuple[tuple[str, str], ...]
    lists: tuple[str, ...]
    flags: tuple[str, ...]


@cache
def shape_of(entity: str) -> Shape:
    """Give the shape of a table."""
    columns, known = METADATA.tables[entity].c, fields(entity)
    of_images = {field.name for field in known}
    return Shape(
        entity,
        tuple(column.name for column in columns),
        tuple((field.name, field.target) for field in known if field.target),
        tuple(
            column.name
            for column in columns
            if column.name in of_images
            and isinstance(column.type, TypeDecorator)
            and not hasattr(column.type, "vocabulary")
        ),
        tuple(column.name for column in columns if isinstance(column.type, Boolean)),
    )


@cache
def columns_in_sql(dialect: str, shape: Shape) -> str:
    """Write a table's columns in SQL, and behind them the public ids of the rows that they point to."""
    table = METADATA.tables[shape.entity]
    chosen: list[ColumnElement[Any]] = list(table.c)
    for name, target in shape.pointers:
        other = METADATA.tables[target].alias()
        chosen.append(select(other.c.public_id).where(other.c.id == table.c[name]).scalar_subquery())
    sql = str(select(*chosen).compile(dialect=registry.load(dialect)()))
    return sql.partition("SELECT ")[2].rpartition("FROM")[0]
