"""Reads of the pictures, films and recordings of claims, for many claims at once; claims go by their local keys."""

from collections.abc import Sequence

from sqlalchemy import Connection

from claims_db.rows import MediaRow, Medium
from claims_db.views.columns import T
from claims_db.views.logs import numbered
from claims_db.views.parts import Parts, grouped

MEDIA = T["media_item"].c


def media(connection: Connection, claims: Sequence[int]) -> Parts[MediaRow]:
    """Give the media of claims, without what was taken off, in the order in which they were added."""
    rows = connection.execute(numbered("media_item"), {"claims": claims})
    return grouped(
        (
            row.claim_id,
            MediaRow(
                row.at, row.public_id, Medium(*(getattr(row, name) for name in Medium._fields)), row.name, row.added_at
            ),
        )
        for row in rows
        if row.retracted_at is None
    )
