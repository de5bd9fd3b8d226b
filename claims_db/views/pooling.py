"""Reads that a pool of candidates is filled from: claims and prior checks, and which of them were written since."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, literal, select

from claims_db.columns import LARGEST
from claims_db.rows import JournalPoint, Pooled, PoolTouched
from claims_db.views.columns import CLAIM, CLAIMER, JOURNAL, T
from claims_db.views.searching import count_up_to, written_since

_CHECK = T["prior_check"].c

_MOST = 100_000
"""Where so much was written since, everything is read again: that goes on where it was stopped."""


def pool_touched(connection: Connection, since: JournalPoint) -> PoolTouched:
    """Say what of the pool was written since a point of the journal."""
    now, later = written_since(connection, since)
    if later is None:
        return PoolTouched(now, everything=since != now)
    renamed = select(JOURNAL.sequence).where(
        later, JOURNAL.entity == "claimer", JOURNAL.before.is_not(None), JOURNAL.after.is_not(None)
    )
    if connection.execute(renamed.limit(1)).first() is not None:
        return PoolTouched(now, everything=True)
    claims, checks = (
        select(JOURNAL.public_id).where(later, JOURNAL.entity == entity).distinct().limit(_MOST)
        for entity in ("claim", "prior_check")
    )
    found = PoolTouched(now, tuple(connection.execute(claims).scalars()), tuple(connection.execute(checks).scalars()))
    return PoolTouched(now, everything=True) if len(found.claims) + len(found.checks) >= _MOST else found


def pool_count(connection: Connection, claim: int = LARGEST, check: int = LARGEST) -> int:
    """Count what a whole pool is filled from, or only the claims and prior checks up to these numbers."""
    return count_up_to(connection, claim=claim, prior_check=check)


def pooled_claims(connection: Connection, public_ids: Sequence[str]) -> tuple[Pooled, ...]:
    """Give claims by their public ids; one that is not there is left out."""
    return _pooled(connection, _claims().where(CLAIM.public_id.in_(public_ids)))


def pooled_claims_after(connection: Connection, number: int, limit: int) -> tuple[Pooled, ...]:
    """Give the next claims by number, no more than ``limit``."""
    return _pooled(connection, _claims().where(CLAIM.number > number).limit(limit))


def pooled_checks(connection: Connection, public_ids: Sequence[str]) -> tuple[Pooled, ...]:
    """Give prior checks by their public ids; one that is not there is left out."""
    return _pooled(connection, _checks().where(_CHECK.public_id.in_(public_ids)))


def pooled_checks_after(connection: Connection, number: int, limit: int) -> tuple[Pooled, ...]:
    """Give the next prior checks by number, no more than ``limit``."""
    return _pooled(connection, _checks().where(_CHECK.number > number).limit(limit))


def _claims() -> Select[Any]:
    return (
        select(CLAIM.number, CLAIM.public_id, CLAIM.statement, literal(""), func.coalesce(CLAIMER.name, ""))
        .outerjoin(T["claimer"], CLAIMER.id == CLAIM.claimer_id)
        .order_by(CLAIM.number)
    )


def _checks() -> Select[Any]:
    return select(_CHECK.number, _CHECK.public_id, _CHECK.claim_text, _CHECK.title, _CHECK.claimer).order_by(
        _CHECK.number
    )


def _pooled(connection: Connection, query: Select[Any]) -> tuple[Pooled, ...]:
    return tuple(Pooled(*row) for row in connection.execute(query))
