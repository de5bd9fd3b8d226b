"""Reads of lists of claims: the numbers in order first, then a page at a time."""

import re
from array import array
from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, case, false, func, or_, select, true

from claims_db.leasing import live_lease
from claims_db.ranking import WORTH
from claims_db.rows import ClaimFilter, ClaimRow
from claims_db.short_names import Named, short_name
from claims_db.tables import BEFORE_CLAIMER, BEFORE_VIA
from claims_db.views.columns import (
    APPEARANCE,
    ARTICLE,
    CLAIM,
    CLAIMER,
    EVIDENCE,
    LEASE,
    NOW,
    PLACE,
    QUEUE,
    RATING,
    REVIEWER,
    REVISION,
    SCALE,
    STANDING_VERDICT,
    TAG,
    VERDICT,
    T,
)
from claims_db.views.days import within
from claims_db.views.recheck_dates import to_recheck
from claims_db.vocabulary import ClaimOrder, ClaimState

_BETWEEN_TAGS = " "
_PAGE, _AT_ONCE = 400, 20_000
_FIRST, _LOOKED_AT = 256, (1_000, 10_000)
"""How many claims a list is begun with, and among how many of the first ones they are looked for, at last."""

_NEWER = T["revision"].alias("newer")
_SPECIAL = re.compile("[%_/]")


def claim_numbers(connection: Connection, wanted: ClaimFilter, now: int, viewer: str = "") -> "array[int]":
    """Give the numbers of the claims that the filter lets through, in its order, as a viewer may know them."""
    query = select(CLAIM.number).select_from(T["claim"]).where(*conditions(wanted, now))
    found = array("q")
    looks_at_rows = bool(wanted.words or wanted.claimer or wanted.via or wanted.recheck)
    for part in _sorted(query, wanted.order) if looks_at_rows else _in_order(query, wanted):
        cursor = connection.execute(part, {"viewer": viewer}).cursor
        if cursor is not None:
            # One column of integers: a row object for each would take three times as long, and all at once much memory.
            while rows := cursor.fetchmany(_AT_ONCE):
                found.extend(map(itemgetter(0), rows))
    return found


def first_numbers(connection: Connection, wanted: ClaimFilter, now: int, viewer: str = "") -> "array[int]":
    """Give the first numbers of such a list, a page of them, as far as they stand among the first claims of the desk.

    However many claims there are, few are looked at, and fewer still where many are let through.
    """
    found = array("q")
    for looked_at in _LOOKED_AT:
        found = _among_the_first(connection, looked_at, wanted, now, viewer)
        if len(found) == _FIRST:
            break
    return found


def _among_the_first(
    connection: Connection, looked_at: int, wanted: ClaimFilter, now: int, viewer: str
) -> "array[int]":
    found = array("q")
    for part in _in_order(select(CLAIM.id).select_from(T["claim"]), wanted):
        first = part.limit(looked_at)
        query = select(CLAIM.number).where(CLAIM.id.in_(first.scalar_subquery()), *conditions(wanted, now))
        (ordered,) = _sorted(query, wanted.order)
        found.extend(connection.execute(ordered.limit(_FIRST - len(found)), {"viewer": viewer}).scalars())
        if len(found) == _FIRST:
            break
        looked_at -= connection.execute(select(func.count()).select_from(first.subquery())).scalar_one()
        if looked_at <= 0:
            break
    return found


def let_through(
    connection: Connection, numbers: Sequence[int], wanted: ClaimFilter, now: int, viewer: str = ""
) -> frozenset[int]:
    """Give those of some claims that the filter lets through, as a viewer may know them."""
    query = select(CLAIM.number).where(CLAIM.number.in_(numbers), *conditions(wanted, now))
    return frozenset(connection.execute(query, {"viewer": viewer}).scalars())


def claim_rows(connection: Connection, numbers: Sequence[int], now: int, viewer: str = "") -> tuple[ClaimRow, ...]:
    """Give claims in the order asked, as a viewer may see them; a number that is not there is left out."""
    found: dict[int, ClaimRow] = {}
    for start in range(0, len(numbers), _PAGE):
        found.update(_page(connection, numbers[start : start + _PAGE], now, viewer))
    return tuple(found[number] for number in numbers if number in found)


def _page(connection: Connection, numbers: Sequence[int], now: int, viewer: str) -> dict[int, ClaimRow]:
    rows = connection.execute(_rows(), {"numbers": numbers, "now": now, "viewer": viewer})
    return {row[0]: _claim_row(tuple(row)) for row in rows}


@cache
def _rows() -> Select[Any]:
    held = and_(LEASE.claim_id == CLAIM.id, live_lease(NOW))
    assignee = T["reviewer"].alias("assignee")
    evidence = (
        select(func.count())
        .select_from(T["evidence"])
        .where(EVIDENCE.claim_id == CLAIM.id, EVIDENCE.retracted_at.is_(None))
        .correlate(T["claim"])
        .scalar_subquery()
    )
    tags = (
        select(func.aggregate_strings(TAG.name, _BETWEEN_TAGS))
        .where(TAG.claim_id == CLAIM.id)
        .correlate(T["claim"])
        .scalar_subquery()
    )
    newest = (
        select(func.max(_NEWER.c.number))
        .where(_NEWER.c.article_id == REVISION.article_id)
        .correlate(T["revision"])
        .scalar_subquery()
    )
    left = (
        select(REVISION.article_id)
        .join(T["appearance"], APPEARANCE.revision_id == REVISION.id)
        .where(APPEARANCE.claim_id == CLAIM.id)
        .group_by(REVISION.article_id)
        .having(func.max(REVISION.number) < newest)
        .correlate(T["claim"])
        .exists()
    )
    return (
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
            case((CLAIM.postponed_until > NOW, CLAIM.postponed_until)),
            func.coalesce(assignee.c.name, ""),
            CLAIM.priority,
            CLAIM.deadline,
            left,
            tags,
        )
        .select_from(
            T["claim"]
            .outerjoin(T["claimer"], CLAIMER.id == CLAIM.claimer_id)
            .outerjoin(T["article"], ARTICLE.id == CLAIM.article_id)
            .outerjoin(T["verdict"], VERDICT.id == STANDING_VERDICT)
            .outerjoin(T["rating"], RATING.id == VERDICT.rating_id)
            .outerjoin(T["lease"], held)
            .outerjoin(T["reviewer"], REVIEWER.id == LEASE.reviewer_id)
            .outerjoin(assignee, assignee.c.id == CLAIM.assigned_to_id)
        )
        .where(CLAIM.number.in_(bindparam("numbers", expanding=True)))
    )


def _claim_row(row: tuple[Any, ...]) -> ClaimRow:
    tags = tuple(sorted(row[-1].split(_BETWEEN_TAGS))) if row[-1] else ()
    return ClaimRow._make((*row[:6], row[6] / WORTH, *row[7:-2], bool(row[-2]), tags))


def _sorted(query: Select[int], order: ClaimOrder) -> tuple[Select[int], ...]:
    """Order a query that has to look at every row anyway: a scan and a sort are faster then than an index."""
    if order is ClaimOrder.NEWEST:
        return (query.order_by(CLAIM.number.desc()),)
    if order is ClaimOrder.ARTICLE:
        return (query.order_by(CLAIM.article_id.is_(None), CLAIM.article_id, CLAIM.position, CLAIM.number),)
    return (query.order_by(CLAIM.state != ClaimState.QUEUED, CLAIM.worth.desc(), CLAIM.number),)


def _in_order(query: Select[int], wanted: ClaimFilter) -> tuple[Select[int], ...]:
    """Split a query into such as give their part in order out of an index, without a sort."""
    if wanted.order is ClaimOrder.NEWEST:
        return (query.order_by(CLAIM.number.desc()),)
    if wanted.order is ClaimOrder.ARTICLE:
        return (
            query.where(CLAIM.article_id.is_not(None)).order_by(CLAIM.article_id, CLAIM.position, CLAIM.number),
            query.where(CLAIM.article_id.is_(None)).order_by(CLAIM.position, CLAIM.number),
        )
    by_worth = query.order_by(CLAIM.worth.desc(), CLAIM.number)
    queued, others = by_worth.where(CLAIM.state == ClaimState.QUEUED), by_worth.where(CLAIM.state != ClaimState.QUEUED)
    if not wanted.states:
        return queued, others
    return tuple(
        part
        for part, asked in ((queued, {ClaimState.QUEUED}), (others, set(ClaimState) - {ClaimState.QUEUED}))
        if asked & set(wanted.states)
    )


def _rated(rating: str) -> Select[Any]:
    """Select the verdicts with a rating, of one scale where that is named in front of it: ``politifact/false``."""
    scale, _, slug = rating.rpartition("/")
    query = select(VERDICT.id).join(T["rating"], RATING.id == VERDICT.rating_id).where(RATING.slug == slug)
    return query.join(T["scale"], SCALE.id == RATING.scale_id).where(SCALE.slug == scale) if scale else query


def conditions(wanted: ClaimFilter, now: int) -> list[ColumnElement[bool]]:
    """Give what is so for the claims that a filter lets through; whose ratings they ask for is the parameter ``viewer``."""
    found: list[ColumnElement[bool]] = []
    if wanted.states:
        found.append(CLAIM.state.in_(wanted.states))
    if wanted.kinds:
        found.append(CLAIM.kind.in_(wanted.kinds))
    if wanted.article is not None:
        found.append(CLAIM.article_id == select(ARTICLE.id).where(ARTICLE.number == wanted.article).scalar_subquery())
    if wanted.claimer:
        found.append(_contains(CLAIM.fold, wanted.claimer, after=BEFORE_CLAIMER, before=BEFORE_VIA))
    if wanted.via:
        found.append(_contains(CLAIM.fold, wanted.via, after=BEFORE_VIA))
    if wanted.rating:
        found.append(STANDING_VERDICT.in_(_rated(wanted.rating)))
    if wanted.holder:
        held = (
            select(LEASE.claim_id)
            .join(T["reviewer"], REVIEWER.id == LEASE.reviewer_id)
            .where(REVIEWER.name == wanted.holder, live_lease(now))
        )
        found.append(CLAIM.id.in_(held))
    if wanted.assigned:
        assignee = select(REVIEWER.id).where(REVIEWER.name == wanted.assigned).scalar_subquery()
        found.append(CLAIM.assigned_to_id == assignee)
    if wanted.queue:
        places = (
            select(PLACE.claim_id)
            .join(T["queue"], QUEUE.id == PLACE.queue_id)
            .where(QUEUE.name == wanted.queue, PLACE.waiting)
        )
        found.append(CLAIM.id.in_(places))
    found.extend(CLAIM.id.in_(select(TAG.claim_id).where(TAG.name.in_(names))) for names in wanted.tags)
    found.extend(_says_or_is(word) for word in wanted.words)
    if wanted.recheck is not None:
        found.append(CLAIM.id.in_(to_recheck(wanted.recheck, now)))
    if wanted.minimum_worth > 0:
        found.append(CLAIM.worth >= round(wanted.minimum_worth * WORTH))
    # What can't be told of a claim, such as the article of one entered by hand, is not so.
    found.extend(~func.coalesce(and_(true(), *conditions(one, now)), false()) for one in wanted.without)
    found.extend(within(wanted.first, wanted.last))
    return found


def _says_or_is(word: str) -> ColumnElement[bool]:
    """Look for a word in what a claim says; a short name is also the claim itself, its article or its evidence."""
    says, name = _contains(CLAIM.fold, word), short_name(word)
    if name is None or name.what is Named.PRIOR_CHECK:
        return says
    if name.what is Named.CLAIM:
        return or_(says, CLAIM.number == name.number)
    if name.what is Named.ARTICLE:
        return or_(says, CLAIM.article_id.in_(select(ARTICLE.id).where(ARTICLE.number == name.number)))
    attached = EVIDENCE.number == name.number, EVIDENCE.retracted_at.is_(None)
    return or_(says, CLAIM.id.in_(select(EVIDENCE.claim_id).where(*attached)))


def _contains(column: ColumnElement[str], words: str, *, after: str = "", before: str = "") -> ColumnElement[bool]:
    """Look for words in a folded text, after and before a separator where one is given."""
    literal = _SPECIAL.sub(r"/\g<0>", words.casefold())
    return column.like(f"%{after}%{literal}%{before}%", escape="/")
