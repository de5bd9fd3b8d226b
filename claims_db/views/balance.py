"""Counts of what became of the claims that came in, grouped in the database, never row by row here.

Each claim is counted by its state; beside that, those that were checked by their rating, and those that were set aside
by the reason.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, FromClause, Row, Select, and_, case, func, literal, or_, select

from claims_db.report_vocabulary import BalanceAxis
from claims_db.rows import BalanceCount, BalanceRating, ClaimFilter, PartyRow
from claims_db.views.claims import conditions
from claims_db.views.columns import ARTICLE, CLAIM, CLAIMER, FINDING, OUTLET, RATING, SCALE, SKIP, TAG, VERDICT, T
from claims_db.views.days import Between, between
from claims_db.vocabulary import STANDING, ClaimState

_PARTY = T["claimer_group"].c
_DAY = 24 * 60 * 60 * 1_000_000
_EPOCH = date(1970, 1, 1)
_NOTHING = literal(None)


class _Counted(NamedTuple):
    """What claims are counted by, and where it is read."""

    by: ColumnElement[Any]
    claims: FromClause
    so: ColumnElement[bool]


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
    ratings, found = _ratings(connection), list[BalanceCount]()
    for part in _parts(axis):
        for counted in _counted():
            rows = connection.execute(_query(axis, part, counted, so), {"viewer": viewer})
            found += [_count(row, ratings) for row in rows]
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


def _counted() -> Iterator[_Counted]:
    """Begin where there are fewer rows: one index has all that the states need, findings and skips have their own."""
    yield _Counted(CLAIM.state, T["claim"], CLAIM.state.in_(list(ClaimState)))
    rated = T["finding"].join(T["verdict"], VERDICT.id == FINDING.verdict_id)
    yield _Counted(VERDICT.rating_id, rated.join(T["claim"], CLAIM.id == FINDING.claim_id), CLAIM.state.in_(STANDING))
    latest = select(func.max(SKIP.id)).where(SKIP.retracted_at.is_(None)).group_by(SKIP.claim_id)
    state = func.coalesce(CLAIM.state, "")  # an expression: no index over states is taken, skips are fewer
    aside = T["skip"].join(T["claim"], CLAIM.id == SKIP.claim_id)
    yield _Counted(SKIP.reason, aside, and_(SKIP.id.in_(latest), state == ClaimState.SKIPPED))


def _query(axis: BalanceAxis, part: _Part, counted: _Counted, so: Sequence[ColumnElement[bool]]) -> Select[Any]:
    claims = counted.claims
    if axis is BalanceAxis.OUTLET or part.dated_by_article:
        claims = claims.outerjoin(T["article"], ARTICLE.id == CLAIM.article_id)
    if axis is BalanceAxis.TOPIC:
        claims = claims.outerjoin(T["tag"], TAG.claim_id == CLAIM.id)
    key: ColumnElement[Any] = {BalanceAxis.OUTLET: ARTICLE.outlet_id, BalanceAxis.TOPIC: TAG.name}.get(
        axis,
        CLAIM.claimer_id + 0,  # an expression: no index over claimers is taken, which would have the rows read besides
    )
    columns = {"key": key, "given": part.given, "added": part.added, "by": counted.by}
    grouped = [column for column in columns.values() if column is not _NOTHING]
    inner = (
        select(*(column.label(name) for name, column in columns.items()), func.count().label("total"))
        .select_from(claims)
        .where(counted.so, *part.so, *so)
        .group_by(*grouped)
        .subquery()
    )
    return _named(axis, inner)


def _named(axis: BalanceAxis, inner: FromClause) -> Select[Any]:
    """Put names in the places of keys, of which there are few once the claims are counted."""
    counts, claims = inner.c, inner
    name: ColumnElement[Any] = counts.key
    if axis is BalanceAxis.OUTLET:
        name, claims = OUTLET.name, claims.outerjoin(T["outlet"], OUTLET.id == counts.key)
    elif axis is not BalanceAxis.TOPIC:
        name, claims = CLAIMER.name, claims.outerjoin(T["claimer"], CLAIMER.id == counts.key)
    named = func.coalesce(name, "").label("name")
    return select(named, counts.given, counts.added, counts.by, counts.total).select_from(claims)


def _ratings(connection: Connection) -> Mapping[int, BalanceRating]:
    rows = connection.execute(select(RATING.id, SCALE.slug, RATING.slug).join(T["scale"], SCALE.id == RATING.scale_id))
    return {key: BalanceRating(scale, rating) for key, scale, rating in rows}


def _count(row: Row[*tuple[Any, ...]], ratings: Mapping[int, BalanceRating]) -> BalanceCount:
    said = row.given or ("" if row.added is None else (_EPOCH + timedelta(days=row.added)).isoformat())
    return BalanceCount(row.name, said, ratings[row.by] if isinstance(row.by, int) else row.by, row.total)
