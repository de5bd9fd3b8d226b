"""The tables' columns as the reads use them, and what several reads share."""

from sqlalchemy import ColumnElement, FromClause, ScalarSelect, and_, or_, select

from claims_db.rows import DateRow
from claims_db.tables import METADATA
from claims_db.vocabulary import ClaimState, DatePrecision

T = METADATA.tables
ARTICLE, OUTLET, REVISION = T["article"].c, T["outlet"].c, T["revision"].c
CLAIM, CLAIMER, APPEARANCE = T["claim"].c, T["claimer"].c, T["appearance"].c
EVIDENCE, SOURCE, VERDICT, RATING, SCALE, SKIP = (
    T[name].c for name in ("evidence", "source", "verdict", "rating", "scale", "skip")
)
PLACE, LEASE, DRAFT, REVIEWER, DESK, JOURNAL, QUEUE = (
    T[name].c for name in ("place", "lease", "draft", "reviewer", "desk", "journal", "queue")
)
FINDING, PUBLICATION, CORRECTION, COMMENT, MENTION = (
    T[name].c for name in ("finding", "publication", "correction", "comment", "mention")
)

_UNDECIDED = (ClaimState.SECOND_REVIEW, ClaimState.ADJUDICATION)


def date_row(value: str | None, precision: DatePrecision | None, zone: str) -> DateRow | None:
    """Put a stored date together again."""
    return None if value is None or precision is None else DateRow(value, precision, zone)


def person(public_id: str) -> "ScalarSelect[int]":
    """Select the key of a reviewer by public id."""
    someone = T["reviewer"].alias("someone")
    return select(someone.c.id).where(someone.c.public_id == public_id).scalar_subquery()


def kept_back(viewer: str) -> ColumnElement[bool]:
    """Select the claims of the outer query whose first verdict a viewer must not see before giving a second one."""
    own = T["verdict"].alias("own")
    gave = (
        select(own.c.id)
        .where(own.c.claim_id == CLAIM.id, own.c.round == CLAIM.round, own.c.retracted_at.is_(None))
        .where(own.c.reviewer_id == person(viewer))
        .correlate(T["claim"])
        .exists()
    )
    return and_(CLAIM.state == ClaimState.SECOND_REVIEW, ~gave)


def standing_verdict(viewer: str) -> "ScalarSelect[int]":
    """Select the key of the verdict that stands for the claim of the outer query, as a viewer may see it.

    It is the one that was signed off, else the latest of the round; none stands while two disagree.
    """
    latest = T["verdict"].alias("latest")
    signed_off = (
        select(FINDING.id)
        .where(FINDING.claim_id == latest.c.claim_id, FINDING.verdict_id == latest.c.id)
        .correlate(latest)
        .exists()
    )
    return (
        select(latest.c.id)
        .where(latest.c.claim_id == CLAIM.id, latest.c.retracted_at.is_(None), latest.c.round == CLAIM.round)
        .where(or_(CLAIM.state.not_in(_UNDECIDED), _own_first(latest, viewer)))
        .order_by(signed_off.desc(), latest.c.id.desc())
        .limit(1)
        .correlate(T["claim"])
        .scalar_subquery()
    )


def _own_first(verdict: "FromClause", viewer: str) -> ColumnElement[bool]:
    return and_(CLAIM.state == ClaimState.SECOND_REVIEW, verdict.c.reviewer_id == person(viewer))
