"""Reads of the tags of a desk."""

from sqlalchemy import Connection, func, select

from claims_db.rows import TagRow
from claims_db.views.columns import TAG


def tag_rows(connection: Connection) -> tuple[TagRow, ...]:
    """Give the tags that claims have, by name, with how many have each."""
    rows = connection.execute(select(TAG.name, func.count()).group_by(TAG.name))
    return tuple(sorted(TagRow(*row) for row in rows))
