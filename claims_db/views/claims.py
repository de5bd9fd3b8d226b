"""Reads of lists of claims: the numbers in order first, then a page at a time."""

from array import array
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from claims_db.rows import ClaimFilter, ClaimRow
from claims_db.views.columns import (
    ARTICLE,
    CLAIM,
    CLAIMER,
    EVIDENCE,
    LEASE,
    PLACE,
    RATING,
    REVIEWER,
    VERDICT,
    T,
    standing_verdict,
)
from claims_db.vocabulary import ClaimOrder, ClaimState

_PAGE = 400
_WORTH = 10_000


def claim_numbers(connection: Connection, wanted: ClaimFilter, now: int) -> "array[int]":
    """Give the numbers of the claims that the filter lets through, in its order."""
    query = (
        select(CLAIM.number).select_from(T["claim"]).where(*_conditions(wanted, now)).order_by(*_order(wanted.order))
    )
    return array("q", connection.execute(query).scalars())


def claim_rows(connection: Connection, numbers: Sequence[int], now: int) -> tuple[ClaimRow, ...]:
    """Give claims in the order asked; a number that is not there is left out."""
    found: dict[int, ClaimRow] = {}
    for start in range(0, len(numbers), _PAGE):
        found.update(_page(connection, numbers[start : start + _PAGE], now))
    return tuple(found[number] for number in numbers if number in found)


def statements(connection: Connection, newest: int) -> list[tuple[int, str, str]]:
    """Give number, statement and claimer of the newest claims, the newest first."""
    query = (
        select(CLAIM.number, CLAIM.statement, func.coalesce(CLAIMER.name, ""))
        .outerjoin(T["claimer"], CLAIMER.id == CLAIM.claimer_id)
        .order_by(CLAIM.number.desc())
        .limit(newest)
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]


def _page(connection: Connection, numbers: Sequence[int], now: int) -> dict[int, ClaimRow]:
    held = and_(LEASE.claim_id == CLAIM.id, LEASE.reviewer_id.is_not(None), LEASE.expires_at > now)
    evidence = (
        select(func.count())
        .select_from(T["evidence"])
        .where(EVIDENCE.claim_id == CLAIM.id, EVIDENCE.retracted_at.is_(None))
        .correlate(T["claim"])
        .scalar_subquery()
    )
    postponed = (
        select(func.max(PLACE.postponed_until))
        .where(PLACE.claim_id == CLAIM.id, PLACE.postponed_until > now)
        .correlate(T["claim"])
        .scalar_subquery()
    )
    rows = connection.execute(
        select(
            CLAIM.number,
            CLAIM.state,
            CLAIM.kind,
            CLAIM.statement,
            func.coalesce(CLAIMER.name, ""),
            CLAIM.via,
            CLAIM.worth,
            ARTICLE.number.label("article"),
            func.coalesce(ARTICLE.title, ""),
            func.coalesce(RATING.label, ""),
            evidence,
            func.coalesce(REVIEWER.name, ""),
            LEASE.expires_at,
            postponed,
        )
        .select_from(
            T["claim"]
            .outerjoin(T["claimer"], CLAIMER.id == CLAIM.claimer_id)
            .outerjoin(T["article"], ARTICLE.id == CLAIM.article_id)
            .outerjoin(T["verdict"], VERDICT.id == standing_verdict())
            .outerjoin(T["rating"], RATING.id == VERDICT.rating_id)
            .outerjoin(T["lease"], held)
            .outerjoin(T["reviewer"], REVIEWER.id == LEASE.reviewer_id)
        )
        .where(CLAIM.number.in_(numbers))
    )
    return {row[0]: _claim_row(tuple(row)) for row in rows}


def _claim_row(row: tuple[Any, ...]) -> ClaimRow:
    return ClaimRow._make((*row[:6], row[6] / _WORTH, *row[7:]))


def _order(order: ClaimOrder) -> tuple[ColumnElement[Any], ...]:
    if order is ClaimOrder.ARTICLE:
        return CLAIM.article_id.is_(None), CLAIM.article_id, CLAIM.position, CLAIM.number
    if order is ClaimOrder.NEWEST:
        return (CLAIM.number.desc(),)
    waits = case((CLAIM.state == ClaimState.QUEUED, 0), else_=1)
    return waits, CLAIM.worth.desc(), CLAIM.number


def _conditions(wanted: ClaimFilter, now: int) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.states:
        found.append(CLAIM.state.in_(wanted.states))
    if wanted.kinds:
        found.append(CLAIM.kind.in_(wanted.kinds))
    if wanted.article is not None:
        found.append(CLAIM.article_id == select(ARTICLE.id).where(ARTICLE.number == wanted.article).scalar_subquery())
    if wanted.claimer:
        named = select(CLAIMER.id).where(_contains(func.lower(CLAIMER.name), wanted.claimer.lower()))
        found.append(CLAIM.claimer_id.in_(named))
    if wanted.via:
        found.append(_contains(func.lower(CLAIM.via), wanted.via.lower()))
    if wanted.rating:
        rated = select(VERDICT.id).join(T["rating"], RATING.id == VERDICT.rating_id).where(RATING.slug == wanted.rating)
        found.append(standing_verdict().in_(rated))
    if wanted.holder:
        held = (
            select(LEASE.claim_id)
            .join(T["reviewer"], REVIEWER.id == LEASE.reviewer_id)
            .where(REVIEWER.name == wanted.holder, LEASE.expires_at > now)
        )
        found.append(CLAIM.id.in_(held))
    found.extend(_contains(CLAIM.fold, word.casefold()) for word in wanted.words)
    if wanted.minimum_worth > 0:
        found.append(CLAIM.worth >= round(wanted.minimum_worth * _WORTH))
    return found


def _contains(column: ColumnElement[str], words: str) -> ColumnElement[bool]:
    return column.contains(words, autoescape=True)
