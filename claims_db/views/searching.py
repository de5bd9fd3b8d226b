"""Reads that a search index is filled from: what has changed, and the texts of claims and articles; prior checks are read as they are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, bindparam, func, select

from claims_db.columns import LARGEST
from claims_db.journal.chain import hash_at, head
from claims_db.rows import JournalPoint, SearchedArticle, SearchedClaim, Touched
from claims_db.views.columns import ARTICLE, CLAIM, JOURNAL, OUTLET, PLACE, QUEUE, REVISION, T, date_row
from claims_db.views.sheets import plain_sheets

NOBODY = ""
"""A viewer who is shown no verdict that waits for a blind second one."""

_OF_CLAIMS = ("claim", "appearance", "evidence", "verdict", "place")
_SHARED = ("claimer", "outlet", "source")
"""What many claims or articles name: after a change of one everything is read again."""


def touched(connection: Connection, since: JournalPoint) -> Touched:
    """Say what was written since a point of the journal."""
    now, later = written_since(connection, since)
    if later is None:
        return Touched(now, everything=since != now)
    shared = select(JOURNAL.sequence).where(
        later, JOURNAL.entity.in_(_SHARED), JOURNAL.before.is_not(None), JOURNAL.after.is_not(None)
    )
    if connection.execute(shared.limit(1)).first() is not None:
        return Touched(now, everything=True)
    claims = select(JOURNAL.claim).where(later, JOURNAL.entity.in_(_OF_CLAIMS), JOURNAL.claim != "").distinct()
    articles, checks = (
        select(JOURNAL.public_id).where(later, JOURNAL.entity == entity).distinct()
        for entity in ("article", "prior_check")
    )
    revised = (
        select(ARTICLE.public_id)
        .join(T["revision"], REVISION.article_id == ARTICLE.id)
        .join(T["journal"], JOURNAL.public_id == REVISION.public_id)
        .where(later, JOURNAL.entity == "revision")
    )
    changed = [*connection.execute(articles).scalars(), *connection.execute(revised).scalars()]
    return Touched(
        now,
        tuple(dict.fromkeys([*connection.execute(claims).scalars(), *_claims_of_changed(connection, since, now)])),
        tuple(dict.fromkeys(changed)),
        tuple(connection.execute(checks).scalars()),
    )


def written_since(connection: Connection, since: JournalPoint) -> tuple[JournalPoint, ColumnElement[bool] | None]:
    """Give the journal's head, and what selects the entries since a point.

    Nothing selects them where there are none, or where the journal does not know the point.
    """
    last = head(connection)
    now = JournalPoint(last.sequence, last.hash.hex() if last.sequence else "")
    known = hash_at(connection, since.sequence) if 0 < since.sequence < now.sequence else None
    if known is None or known.hex() != since.hash:
        return now, None
    return now, and_(JOURNAL.sequence > since.sequence, JOURNAL.sequence <= now.sequence)


def searched_count(connection: Connection, claim: int = LARGEST, article: int = LARGEST, check: int = LARGEST) -> int:
    """Count what a whole index is filled from, or only the claims, articles and prior checks up to these numbers."""
    return count_up_to(connection, claim=claim, article=article, prior_check=check)


def count_up_to(connection: Connection, **last: int) -> int:
    """Count the rows of several tables, each named with the number of the last one that counts."""
    counts = (select(func.count()).select_from(T[name]).where(T[name].c.number <= most) for name, most in last.items())
    return sum(connection.execute(count).scalar_one() for count in counts)


def searched_claims(connection: Connection, public_ids: Sequence[str]) -> tuple[SearchedClaim, ...]:
    """Give claims by their public ids as nobody in particular sees them; one that is not there is left out."""
    rows = connection.execute(_claims().where(CLAIM.public_id.in_(public_ids))).mappings()
    return _searched(connection, list(rows), NOBODY)


def searched_claims_after(connection: Connection, number: int, limit: int) -> tuple[SearchedClaim, ...]:
    """Give the next claims by number as nobody in particular sees them, no more than ``limit``."""
    rows = connection.execute(_claims().where(CLAIM.number > number).limit(limit)).mappings()
    return _searched(connection, list(rows), NOBODY)


def searched_claims_seen(connection: Connection, numbers: Sequence[int], viewer: str) -> tuple[SearchedClaim, ...]:
    """Give claims by number as a viewer (public id of a reviewer) may see them; one that is not there is left out."""
    rows = connection.execute(_claims().where(CLAIM.number.in_(numbers))).mappings()
    return _searched(connection, list(rows), viewer)


def searched_articles(connection: Connection, public_ids: Sequence[str]) -> tuple[SearchedArticle, ...]:
    """Give articles by their public ids; one that is not there is left out."""
    return _articles(connection, ARTICLE.public_id.in_(public_ids))


def searched_articles_after(connection: Connection, number: int, limit: int) -> tuple[SearchedArticle, ...]:
    """Give the next articles by number, no more than ``limit``."""
    return _articles(connection, ARTICLE.number > number, limit)


def searched_articles_numbered(connection: Connection, numbers: Sequence[int]) -> tuple[SearchedArticle, ...]:
    """Give articles by number; one that is not there is left out."""
    return _searched_articles(connection.execute(_numbered(), {"numbers": numbers}))


def _claims_of_changed(connection: Connection, since: JournalPoint, now: JournalPoint) -> Sequence[str]:
    """Name the claims of articles that were changed, not taken in or removed: they are dated by their article."""
    later = and_(JOURNAL.sequence > since.sequence, JOURNAL.sequence <= now.sequence)
    changed = select(JOURNAL.public_id).where(
        later, JOURNAL.entity == "article", JOURNAL.before.is_not(None), JOURNAL.after.is_not(None)
    )
    query = (
        select(CLAIM.public_id).join(T["article"], ARTICLE.id == CLAIM.article_id).where(ARTICLE.public_id.in_(changed))
    )
    return connection.execute(query).scalars().all()


def _claims() -> Any:  # noqa: ANN401 - a Select of mixed columns
    return (
        select(
            CLAIM.id,
            CLAIM.added_at,
            ARTICLE.published,
            ARTICLE.published_precision,
            func.coalesce(ARTICLE.published_zone, "").label("published_zone"),
        )
        .select_from(T["claim"].outerjoin(T["article"], ARTICLE.id == CLAIM.article_id))
        .order_by(CLAIM.number)
    )


def _searched(connection: Connection, rows: Sequence[RowMapping], viewer: str) -> tuple[SearchedClaim, ...]:
    if not rows:
        return ()
    keys = [row["id"] for row in rows]
    queues: defaultdict[int, list[str]] = defaultdict(list)
    places = (
        select(PLACE.claim_id, QUEUE.name)
        .join(T["queue"], QUEUE.id == PLACE.queue_id)
        .where(PLACE.claim_id.in_(keys), PLACE.waiting)
        .order_by(QUEUE.id)
    )
    for key, name in connection.execute(places):
        queues[key].append(name)
    return tuple(
        SearchedClaim(
            sheet,
            tuple(queues[row["id"]]),
            date_row(row["published"], row["published_precision"], row["published_zone"]),
            row["added_at"],
        )
        for row, sheet in zip(rows, plain_sheets(connection, keys, viewer), strict=True)
    )


def _articles(connection: Connection, condition: Any, limit: int | None = None) -> tuple[SearchedArticle, ...]:  # noqa: ANN401
    return _searched_articles(connection.execute(_every_article().where(condition).limit(limit)))


def _searched_articles(rows: Iterable[Any]) -> tuple[SearchedArticle, ...]:
    return tuple(
        SearchedArticle(
            *(row.number, row.public_id, row.title, row.byline, row.outlet, row.url),
            date_row(row.published, row.published_precision, row.published_zone),
            *(row.taken_in_at, row.text),
        )
        for row in rows
    )


@cache
def _numbered() -> Any:  # noqa: ANN401 - as below
    return _every_article().where(ARTICLE.number.in_(bindparam("numbers", expanding=True)))


@cache
def _every_article() -> Any:  # noqa: ANN401 - a Select of mixed columns
    latest = (
        select(func.max(REVISION.number)).where(REVISION.article_id == ARTICLE.id).correlate(T["article"])
    ).scalar_subquery()
    return (
        select(
            ARTICLE.number,
            ARTICLE.public_id,
            ARTICLE.title,
            ARTICLE.byline,
            func.coalesce(OUTLET.name, "").label("outlet"),
            ARTICLE.url,
            ARTICLE.published,
            ARTICLE.published_precision,
            ARTICLE.published_zone,
            ARTICLE.taken_in_at,
            func.coalesce(REVISION.text, "").label("text"),
        )
        .select_from(
            T["article"]
            .outerjoin(T["outlet"], OUTLET.id == ARTICLE.outlet_id)
            .outerjoin(T["revision"], and_(REVISION.article_id == ARTICLE.id, REVISION.number == latest))
        )
        .order_by(ARTICLE.number)
    )
