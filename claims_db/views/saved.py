"""Reads of what a reviewer keeps under names."""

from sqlalchemy import Connection, select

from claims_db.rows import SavedRow
from claims_db.views.columns import REVIEWER, T


def saved_rows(connection: Connection, viewer: str) -> tuple[SavedRow, ...]:
    """Give the filters and searches that a reviewer (public id) keeps, by name."""
    saved = T["saved_search"].c
    query = (
        select(saved.name, saved.form, saved.words)
        .join(T["reviewer"], REVIEWER.id == saved.reviewer_id)
        .where(REVIEWER.public_id == viewer)
    )
    return tuple(sorted(SavedRow(*row) for row in connection.execute(query)))
