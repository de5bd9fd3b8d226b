"""Reads of the desk's rating scales."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, select, true

from claims_db.rows import KeptScale, RatingRow, ScaleRow
from claims_db.views.columns import DESK, RATING, SCALE, T


def scale(connection: Connection) -> ScaleRow:
    """Give the scale that the desk rates on."""
    (found,) = _read(connection, _scales().where(SCALE.id == DESK.scale_id))
    return found.scale


def scales(connection: Connection) -> tuple[KeptScale, ...]:
    """Give all scales of the desk by their slugs, those that are retired too."""
    return tuple(sorted(_read(connection, _scales()), key=lambda one: one.scale.slug))


def _scales() -> Select[Any]:
    return (
        select(
            SCALE.slug,
            SCALE.name,
            SCALE.id == DESK.scale_id,
            SCALE.retired_at.is_not(None),
            RATING.slug,
            RATING.label,
            RATING.definition,
            RATING.value,
            RATING.averitec,
        )
        .select_from(T["scale"].join(T["rating"], RATING.scale_id == SCALE.id).join(T["desk"], true()))
        .order_by(SCALE.id, RATING.position)
    )


def _read(connection: Connection, query: Select[Any]) -> Iterator[KeptScale]:
    for (slug, name, in_use, retired), rows in groupby(connection.execute(query), key=lambda row: tuple(row[:4])):
        yield KeptScale(ScaleRow(slug, name, tuple(RatingRow(*row[4:]) for row in rows)), bool(in_use), bool(retired))
