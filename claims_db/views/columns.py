"""The tables' columns as the reads use them, and what several reads share.

Queries that screens ask for all the time are built once, with parameters: building one costs more than its answer.
"""

from sqlalchemy import BigInteger, BindParameter, ColumnElement, and_, bindparam, or_, select

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
FINDING, PUBLICATION, CORRECTION, COMMENT, MENTION, TAG = (
    T[name].c for name in ("finding", "publication", "correction", "comment", "mention", "tag")
)

REPLY = T["reply_request"].c
REQUEST = T["correction_request"].c

NOW = bindparam("now", type_=BigInteger())
"""The instant of a read, as its parameter."""

CLAIMS: BindParameter[list[int]] = bindparam("claims", expanding=True)
"""The keys of the claims that are asked for, as a parameter."""


_SOMEONE = T["reviewer"].alias("someone")
_OWN, _LATEST = T["verdict"].alias("own"), T["verdict"].alias("latest")

THE_VIEWER: ColumnElement[int] = (
    select(_SOMEONE.c.id).where(_SOMEONE.c.public_id == bindparam("viewer")).scalar_subquery()
)
"""Selects the key of the reviewer whose public id the parameter ``viewer`` holds."""

KEPT_BACK = and_(
    CLAIM.state == ClaimState.SECOND_REVIEW,
    ~select(_OWN.c.id)
    .where(_OWN.c.claim_id == CLAIM.id, _OWN.c.round == CLAIM.round, _OWN.c.retracted_at.is_(None))
    .where(_OWN.c.reviewer_id == THE_VIEWER)
    .correlate(T["claim"])
    .exists(),
)
"""Selects the claims of the outer query whose first verdict the viewer must not see before giving a second one."""

STANDING_VERDICT: ColumnElement[int] = (
    select(_LATEST.c.id)
    .where(_LATEST.c.claim_id == CLAIM.id, _LATEST.c.retracted_at.is_(None), _LATEST.c.round == CLAIM.round)
    .where(
        or_(
            CLAIM.state.not_in((ClaimState.SECOND_REVIEW, ClaimState.ADJUDICATION)),
            and_(CLAIM.state == ClaimState.SECOND_REVIEW, _LATEST.c.reviewer_id == THE_VIEWER),
        )
    )
    .order_by(
        select(FINDING.id)
        .where(FINDING.claim_id == _LATEST.c.claim_id, FINDING.verdict_id == _LATEST.c.id)
        .correlate(_LATEST)
        .exists()
        .desc(),
        _LATEST.c.id.desc(),
    )
    .limit(1)
    .correlate(T["claim"])
    .scalar_subquery()
)
"""Selects the key of the verdict that stands for the claim of the outer query, as the viewer may see it.

It is the one that was signed off, else the latest of the round; none stands while two disagree.
"""


def date_row(value: str | None, precision: DatePrecision | None, zone: str) -> DateRow | None:
    """Put a stored date together again."""
    return None if value is None or precision is None else DateRow(value, precision, zone)
