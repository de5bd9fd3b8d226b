"""The days and times of claims, as conditions of a query."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select

from claims_db.views.columns import ARTICLE, CLAIM

Between = tuple[int | None, int | None]
"""From an instant on, and before another one, in microseconds UTC; None for no bound."""

_LONGEST_MONTH = 31


def between(at: ColumnElement[int], when: Between) -> Iterator[ColumnElement[bool]]:
    """Give what is so for instants of such a time."""
    begins, ends = when
    if begins is not None:
        yield at >= begins
    if ends is not None:
        yield at < ends


def within(first: int | None, last: int | None) -> Iterator[ColumnElement[bool]]:
    """Give what is so for claims of these days, counted from the year 1.

    A claim is dated by when it was said, else by when its article was published, else by when it was taken in.
    """
    if first is None and last is None:
        return
    published = select(ARTICLE.published).where(ARTICLE.id == CLAIM.article_id).scalar_subquery()
    given = func.coalesce(CLAIM.said_on, published)
    if first is not None:
        yield or_(
            and_(given.is_not(None), _filled_up(given, "-01-01") >= _day(first).isoformat()),
            and_(given.is_(None), CLAIM.added_at >= _midnight(first)),
        )
    if last is not None:
        yield or_(
            and_(given.is_not(None), _filled_up(given, "-12-31") <= _end_of_month(_day(last))),
            and_(given.is_(None), CLAIM.added_at < _midnight(last + 1)),
        )


def _filled_up(given: ColumnElement[str], rest: str) -> ColumnElement[str]:
    """Fill a year or month up to a day: dates of one length can be compared as texts."""
    return func.substr(given + func.substr(rest, func.length(given) - 3), 1, 10)


def _end_of_month(day: date) -> str:
    """Write a day; the last one of a month as its 31st, as months are filled up."""
    ends = (day + timedelta(days=1)).day == 1 if day < date.max else True
    return day.replace(day=1).isoformat()[:8] + str(_LONGEST_MONTH) if ends else day.isoformat()


def _day(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def _midnight(ordinal: int) -> int:
    return round(datetime.combine(_day(ordinal), datetime.min.time(), UTC).timestamp()) * 1_000_000
