"""Reads of the days from which findings have to be checked again.

Days are counted in UTC, and found in an index over the few claims that have one.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, select, true

from claims_db.capture_vocabulary import RecheckTime
from claims_db.rows import NoticeRow
from claims_db.views.columns import CLAIM, FINDING, T
from claims_db.vocabulary import STANDING, ClaimState, NoticeKind

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DATED = T["claim"].alias("dated")
_NO_FINDING = tuple(state for state in ClaimState if state not in STANDING)


def to_recheck(when: RecheckTime, now: int) -> Select[Any]:
    """Select the keys of the claims whose day has come, or that have any."""
    keys = select(_DATED.c.id)
    if when is RecheckTime.SET:
        return keys.where(_DATED.c.recheck_on.is_not(None))
    today = (_EPOCH + timedelta(microseconds=now)).date().isoformat()
    return keys.where(_DATED.c.recheck_on <= today)


def recheck_notices(connection: Connection, reviewer: int, now: int, *, edits: bool) -> tuple[NoticeRow, ...]:
    """Tell a reviewer of the findings whose day has come: those that they signed off, or all where they edit."""
    claims = T["claim"].join(T["finding"], FINDING.claim_id == CLAIM.id)
    rows = connection.execute(
        select(CLAIM.number, CLAIM.recheck_on, CLAIM.recheck_reason)
        .select_from(claims)
        # Asked for the states that it may be in, SQLite would go through all claims in them.
        .where(CLAIM.id.in_(to_recheck(RecheckTime.DUE, now)), CLAIM.state.not_in(_NO_FINDING))
        .where(true() if edits else FINDING.signed_off_by_id == reviewer)
        .order_by(CLAIM.recheck_on, CLAIM.number)
    )
    return tuple(
        NoticeRow(NoticeKind.RECHECK, row.number, _begin(row.recheck_on), "", row.recheck_reason) for row in rows
    )


def _begin(day: str) -> int:
    """Give the instant at which a day begins."""
    return (datetime.fromisoformat(day).replace(tzinfo=UTC) - _EPOCH) // timedelta(microseconds=1)
