"""Reads of the work at a desk as a whole: counted in the database, over indexes, never row by row here."""

import itertools
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, literal, select, union_all

from claims_db.leasing import WAITING, live_lease
from claims_db.rows import HoldRow, SkipsRow, VerdictsRow, WaitingRow
from claims_db.views.columns import CLAIM, KEPT_BACK, LEASE, RATING, REVIEWER, SCALE, SKIP, VERDICT, T
from claims_db.vocabulary import ClaimState

_MOST_HOLDS = 1_000


def holds(connection: Connection, now: int) -> tuple[HoldRow, ...]:
    """Give the claims that are held, the hold that ends first in front."""
    rows = connection.execute(
        select(CLAIM.number, CLAIM.statement, REVIEWER.name, LEASE.taken_at, LEASE.expires_at)
        .select_from(
            T["lease"]
            .join(T["claim"], CLAIM.id == LEASE.claim_id)
            .join(T["reviewer"], REVIEWER.id == LEASE.reviewer_id)
        )
        .where(live_lease(now))
        .order_by(LEASE.expires_at, CLAIM.number)
        .limit(_MOST_HOLDS)
    )
    return tuple(HoldRow(*row) for row in rows)


def came_in(connection: Connection, edges: Sequence[int]) -> tuple[int, ...]:
    """Count the claims that came in within each of the spans between edges."""
    return _counts(connection, CLAIM.added_at, edges, CLAIM.state.in_(list(ClaimState)))


def waiting(connection: Connection, edges: Sequence[int]) -> tuple[int, ...]:
    """Count the claims that wait in queues by the spans in which they came in."""
    return _counts(connection, CLAIM.added_at, edges, CLAIM.state.in_(WAITING))


def waiting_longest(connection: Connection) -> WaitingRow | None:
    """Give the waiting claim that came in first."""
    found: list[WaitingRow] = []
    for state in WAITING:
        query = select(CLAIM.number, CLAIM.added_at).where(CLAIM.state == state).order_by(CLAIM.added_at).limit(1)
        found += [WaitingRow(*row) for row in connection.execute(query)]
    return min(found, key=lambda row: (row.since, row.claim), default=None)


def verdicts_given(connection: Connection, edges: Sequence[int], viewer: str) -> tuple[VerdictsRow, ...]:
    """Count the verdicts that a viewer may know by span, person, rating, and whether they were given blind."""
    counted = _grouped(
        VERDICT.recorded_at,
        edges,
        (VERDICT.reviewer_id, VERDICT.rating_id, VERDICT.blind),
        VERDICT.retracted_at.is_(None),
        VERDICT.claim_id.not_in(_kept_back()),
    ).subquery()
    found = counted.c
    rows = connection.execute(
        select(
            found.span, REVIEWER.name, SCALE.slug, RATING.slug.label("rating"), RATING.label, RATING.position,
            found.blind, found.total,
        )
        .select_from(
            counted.join(T["reviewer"], REVIEWER.id == found.reviewer_id)
            .join(T["rating"], RATING.id == found.rating_id)
            .join(T["scale"], SCALE.id == RATING.scale_id)
        ),
        {"viewer": viewer},
    )  # fmt: skip
    return tuple(VerdictsRow(*row[:6], bool(row[6]), row[7]) for row in rows)


def skips_made(connection: Connection, edges: Sequence[int]) -> tuple[SkipsRow, ...]:
    """Count the claims that were set aside and not taken up again, by span and person."""
    counted = _grouped(SKIP.skipped_at, edges, (SKIP.reviewer_id,), SKIP.retracted_at.is_(None)).subquery()
    rows = connection.execute(
        select(counted.c.span, REVIEWER.name, counted.c.total).select_from(
            counted.join(T["reviewer"], REVIEWER.id == counted.c.reviewer_id)
        )
    )
    return tuple(SkipsRow(*row) for row in rows)


def kept_back(connection: Connection, viewer: str) -> int:
    """Count the claims whose first verdict the viewer must not know yet."""
    query = select(func.count()).select_from(_kept_back().subquery())
    return connection.execute(query, {"viewer": viewer}).scalar_one()


def _kept_back() -> Select[Any]:
    return select(CLAIM.id).where(KEPT_BACK)


def _counts(
    connection: Connection, at: ColumnElement[int], edges: Sequence[int], *conditions: ColumnElement[bool]
) -> tuple[int, ...]:
    """Count in each span on its own: a range of an index costs less than telling a million rows apart."""
    spans = itertools.pairwise(edges)
    parts = [
        select(literal(place).label("span"), func.count().label("total")).where(at >= start, at < end, *conditions)
        for place, (start, end) in enumerate(spans)
    ]
    counts = {row.span: row[1] for row in connection.execute(union_all(*parts))}
    return tuple(counts[place] for place in range(len(parts)))


def _grouped(
    at: ColumnElement[int],
    edges: Sequence[int],
    by: tuple[ColumnElement[Any], ...],
    *conditions: ColumnElement[bool],
) -> Select[Any]:
    span = case(*((at < end, place) for place, end in enumerate(edges[1:-1])), else_=len(edges) - 2).label("span")
    return (
        select(span, *by, func.count().label("total"))
        .where(at >= edges[0], at < edges[-1], *conditions)
        .group_by(span, *by)
    )
