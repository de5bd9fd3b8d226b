"""The tables' columns as the reads use them, and what several reads share."""

from sqlalchemy import ScalarSelect, select

from claims_db.rows import DateRow
from claims_db.tables import METADATA
from claims_db.vocabulary import DatePrecision

T = METADATA.tables
ARTICLE, OUTLET, REVISION = T["article"].c, T["outlet"].c, T["revision"].c
CLAIM, CLAIMER, APPEARANCE = T["claim"].c, T["claimer"].c, T["appearance"].c
EVIDENCE, SOURCE, VERDICT, RATING, SCALE, SKIP = (
    T[name].c for name in ("evidence", "source", "verdict", "rating", "scale", "skip")
)
PLACE, LEASE, DRAFT, REVIEWER, DESK, JOURNAL, QUEUE = (
    T[name].c for name in ("place", "lease", "draft", "reviewer", "desk", "journal", "queue")
)
FINDING, PUBLICATION, CORRECTION = (T[name].c for name in ("finding", "publication", "correction"))


def date_row(value: str | None, precision: DatePrecision | None, zone: str) -> DateRow | None:
    """Put a stored date together again."""
    return None if value is None or precision is None else DateRow(value, precision, zone)


def standing_verdict() -> "ScalarSelect[int]":
    """Select the key of the verdict that stands for the claim of the outer query."""
    latest = T["verdict"].alias("latest")
    return (
        select(latest.c.id)
        .where(latest.c.claim_id == CLAIM.id, latest.c.retracted_at.is_(None))
        .order_by(latest.c.id.desc())
        .limit(1)
        .correlate(T["claim"])
        .scalar_subquery()
    )
