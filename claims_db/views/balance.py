"""Counts of what became of the claims that came in, grouped in the database, never row by row here.

Each claim is in one of three counts: those that were checked have a rating, those that were set aside a reason, all
others their state alone.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, FromClause, Row, Select, case, func, literal, or_, select

from claims_db.report_vocabulary import BalanceAxis
from claims_db.rows import BalanceCount, BalanceRating, ClaimFilter, PartyRow
from claims_db.views.claims import conditions
from claims_db.views.columns import ARTICLE, CLAIM, CLAIMER, FINDING, OUTLET, RATING, SCALE, SKIP, TAG, VERDICT, T
from claims_db.views.days import Between, between
from claims_db.vocabulary import STANDING, ClaimState

_PARTY = T["claimer_group"].c
_LATER = T["skip"].alias("later").c
_DAY = 24 * 60 * 60 * 1_000_000
_EPOCH = date(1970, 1, 1)
_NOTHING = literal(None)


class _Fate(NamedTuple):
    """Some of the claims: the states that they are in, and what else became of them."""

    claims: FromClause
    states: tuple[ClaimState, ...]
    detail: ColumnElement[Any] = _NOTHING


class _Part(NamedTuple):
    """Some of the claimers' claims, and the day of each where it counts: as it is given, or when the claim came in."""

    so: tuple[ColumnElement[bool], ...] = ()
    given: ColumnElement[Any] = _NOTHING
    added: ColumnElement[Any] = _NOTHING
    dated_by_article: bool = False


def parties(connection: Connection) -> tuple[PartyRow, ...]:
    """Give the parties and groups of claimers, by claimer, the earliest first."""
    rows = connection.execute(select(_PARTY.claimer, _PARTY.name, _PARTY.since, _PARTY.until))
    return tuple(sorted((PartyRow(*row) for row in rows), key=lambda row: (row.claimer, row.since)))


def balance(
    connection: Connection,
    axis: BalanceAxis,
    wanted: ClaimFilter,
    came_in: Between,
    now: int,
    viewer: str,
) -> tuple[BalanceCount, ...]:
    """Count the claims that came in from one instant to before another by name, and by what became of them.

    A claim with several tags is counted under each.
    """
    so = [*between(CLAIM.added_at, came_in), *conditions(wanted, now)]
    found: list[BalanceCount] = []
    for part in _parts(axis):
        for fate in _fates():
            rows = connection.execute(_counted(axis, part, fate, so), {"viewer": viewer})
            found += [_count(row) for row in rows]
    return tuple(found)


def _parts(axis: BalanceAxis) -> Iterator[_Part]:
    """Tell apart whose party changed: only of their claims the day counts."""
    if axis is not BalanceAxis.PARTY:
        yield _Part()
        return
    changed = (
        select(CLAIMER.id)
        .join(T["claimer_group"], _PARTY.claimer == CLAIMER.name)
        .where(or_(_PARTY.since != "", _PARTY.until != ""))
    )
    yield _Part((or_(CLAIM.claimer_id.is_(None), CLAIM.claimer_id.not_in(changed)),))
    given = func.coalesce(CLAIM.said_on, ARTICLE.published)
    added = case((given.is_(None), CLAIM.added_at // _DAY))
    yield _Part((CLAIM.claimer_id.in_(changed),), given, added, dated_by_article=True)


def _fates() -> Iterator[_Fate]:
    latest = (
        select(func.max(_LATER.id))
        .where(_LATER.claim_id == CLAIM.id, _LATER.retracted_at.is_(None))
        .correlate(T["claim"])
        .scalar_subquery()
    )
    yield _Fate(T["claim"].outerjoin(T["skip"], SKIP.id == latest), (ClaimState.SKIPPED,), SKIP.reason)
    judged = T["claim"].outerjoin(T["finding"], FINDING.claim_id == CLAIM.id)
    yield _Fate(
        judged.outerjoin(T["verdict"], VERDICT.id == FINDING.verdict_id), tuple(sorted(STANDING)), VERDICT.rating_id
    )
    others = tuple(state for state in ClaimState if state not in {ClaimState.SKIPPED, *STANDING})
    yield _Fate(T["claim"], others)


def _counted(axis: BalanceAxis, part: _Part, fate: _Fate, so: list[ColumnElement[bool]]) -> Select[Any]:
    claims = fate.claims
    if axis is BalanceAxis.OUTLET or part.dated_by_article:
        claims = claims.outerjoin(T["article"], ARTICLE.id == CLAIM.article_id)
    if axis is BalanceAxis.TOPIC:
        claims = claims.outerjoin(T["tag"], TAG.claim_id == CLAIM.id)
    key: ColumnElement[Any] = {BalanceAxis.OUTLET: ARTICLE.outlet_id, BalanceAxis.TOPIC: TAG.name}.get(
        axis, CLAIM.claimer_id
    )
    columns = {"key": key, "given": part.given, "added": part.added, "state": CLAIM.state, "detail": fate.detail}
    grouped = [column for column in columns.values() if column is not _NOTHING]
    inner = (
        select(*(column.label(name) for name, column in columns.items()), func.count().label("total"))
        .select_from(claims)
        .where(CLAIM.state.in_(fate.states), *part.so, *so)
        .group_by(*grouped)
        .subquery()
    )
    return _named(axis, inner, rated=fate.detail is VERDICT.rating_id)


def _named(axis: BalanceAxis, inner: FromClause, *, rated: bool) -> Select[Any]:
    """Put names and ratings in the places of keys, of which there are few once the claims are counted."""
    counts, claims = inner.c, inner
    name: ColumnElement[Any] = counts.key
    if axis is BalanceAxis.OUTLET:
        name, claims = OUTLET.name, claims.outerjoin(T["outlet"], OUTLET.id == counts.key)
    elif axis is not BalanceAxis.TOPIC:
        name, claims = CLAIMER.name, claims.outerjoin(T["claimer"], CLAIMER.id == counts.key)
    rating: tuple[ColumnElement[Any], ...] = (_NOTHING.label("scale"), _NOTHING.label("rating"))
    if rated:
        claims = claims.outerjoin(T["rating"], RATING.id == counts.detail)
        claims = claims.outerjoin(T["scale"], SCALE.id == RATING.scale_id)
        rating = (SCALE.slug.label("scale"), RATING.slug.label("rating"))
    return select(
        func.coalesce(name, "").label("name"), counts.given, counts.added, counts.state, *rating, counts.detail,
        counts.total,
    ).select_from(claims)  # fmt: skip


def _count(row: Row[*tuple[Any, ...]]) -> BalanceCount:
    said = row.given or ("" if row.added is None else (_EPOCH + timedelta(days=row.added)).isoformat())
    rating = BalanceRating(row.scale, row.rating) if row.rating is not None else None
    reason = row.detail if row.state is ClaimState.SKIPPED else None
    return BalanceCount(row.name, said, row.state, rating, reason, row.total)
