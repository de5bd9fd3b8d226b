"""Reads of what a desk brought about: what went out, and which corrections followed."""

from sqlalchemy import Connection, func, select

from claims_db.rows import CorrectionMade
from claims_db.views.columns import CORRECTION, PUBLICATION, T
from claims_db.views.days import Between, between

_FIRST = T["publication"].alias("first")


def first_published(connection: Connection, when: Between) -> int:
    """Count the findings that went out for the first time from one instant to before another."""
    query = select(func.count()).select_from(T["publication"])
    return connection.execute(
        query.where(PUBLICATION.number == 1, *between(PUBLICATION.published_at, when))
    ).scalar_one()


def corrections_made(connection: Connection, when: Between) -> tuple[CorrectionMade, ...]:
    """Give the corrections from one instant to before another, the earliest first."""
    rows = connection.execute(
        select(CORRECTION.severity, CORRECTION.corrected_at, _FIRST.c.published_at)
        .select_from(
            T["correction"]
            .join(T["publication"], PUBLICATION.id == CORRECTION.publication_id)
            .join(_FIRST, (_FIRST.c.finding_id == PUBLICATION.finding_id) & (_FIRST.c.number == 1))
        )
        .where(*between(CORRECTION.corrected_at, when))
        .order_by(CORRECTION.corrected_at, CORRECTION.id)
    )
    return tuple(CorrectionMade(*row) for row in rows)
