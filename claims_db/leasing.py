"""When a lease binds, and which claims a reviewer can work on: the conditions that reads and writes share."""

from sqlalchemy import ColumnElement, and_, or_, select

from claims_db.tables import METADATA
from claims_db.vocabulary import ClaimState

LONGEST = 24 * 60 * 60_000_000
"""The longest lease, in microseconds. One that ends later was given while a clock was wrong: it binds nobody."""

WAITING = (ClaimState.QUEUED, ClaimState.SECOND_REVIEW, ClaimState.ADJUDICATION)
"""The states in which a claim waits in its queues for somebody to work on it."""

_CLAIM, _LEASE, _VERDICT = (METADATA.tables[name].c for name in ("claim", "lease", "verdict"))


def live_lease(now: "int | ColumnElement[int]") -> ColumnElement[bool]:
    """Select the leases that bind at an instant."""
    return and_(_LEASE.reviewer_id.is_not(None), _LEASE.expires_at > now, _LEASE.expires_at <= now + LONGEST)


def has_verdict_of(reviewer: "int | ColumnElement[int]") -> ColumnElement[bool]:
    """Select the claims of the outer query on which a reviewer's verdict counts."""
    return (
        select(_VERDICT.id)
        .where(_VERDICT.claim_id == _CLAIM.id, _VERDICT.round == _CLAIM.round, _VERDICT.reviewer_id == reviewer)
        .where(_VERDICT.retracted_at.is_(None))
        .correlate(METADATA.tables["claim"])
        .exists()
    )


def open_to(reviewer: "int | ColumnElement[int]", *, adjudicates: bool) -> ColumnElement[bool]:
    """Select the waiting claims that a reviewer can work on: no second verdict on one's own."""
    reviewed = [ClaimState.SECOND_REVIEW, *([ClaimState.ADJUDICATION] if adjudicates else [])]
    return or_(_CLAIM.state == ClaimState.QUEUED, and_(_CLAIM.state.in_(reviewed), ~has_verdict_of(reviewer)))
