"""Moments that people name when something shall happen: a date, a weekday, or so long from now."""

import re
from datetime import UTC, datetime, time, timedelta

from claims_db.vocabulary import DatePrecision
from workbench.domain.dates import first_day, parse_date
from workbench.domain.text import printable
from workbench.errors import BadInput

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_SPAN = re.compile(r"\+?(\d{1,4})\s*(min|minutes?|h|hours?|d|days?|w|weeks?)", re.ASCII | re.IGNORECASE)
_SPANS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_HINT = "Write it as 2026-11-30, 2026-11-30 14:00, friday, tomorrow, 3h or 2d; times are UTC."


def parse_moment(text: str, now: int) -> int | None:
    """Read when something shall happen, in microseconds UTC; None where the text is empty.

    A day begins at midnight UTC; ``3h`` and ``2d`` count from ``now``, which is in microseconds UTC too.

    Raises:
        BadInput: it is no moment.

    """
    words = " ".join(text.split()).casefold()
    if not words:
        return None
    moment = _relative(words, datetime.fromtimestamp(now // 1_000_000, UTC)) or _date(words)
    return int(moment.timestamp()) * 1_000_000


def moment_words(instant: int) -> str:
    """Write an instant so that it can be read back, such as ``2026-11-30 14:00``; a midnight is a day alone."""
    at = datetime.fromtimestamp(instant // 1_000_000, UTC)
    return f"{at:%Y-%m-%d}" if at.time() == time() else f"{at:%Y-%m-%d %H:%M}"


def _relative(words: str, now: datetime) -> datetime | None:
    midnight = datetime.combine(now.date(), time(), UTC)
    if words == "tomorrow":
        return midnight + timedelta(days=1)
    weekday = next((at for at, name in enumerate(_WEEKDAYS) if words in {name, name[:3]}), None)
    if weekday is not None:
        return midnight + timedelta(days=(weekday - now.weekday() - 1) % 7 + 1)
    span = _SPAN.fullmatch(words)
    return None if span is None else now + int(span[1]) * _SPANS[span[2][0].lower()]


def _date(words: str) -> datetime:
    try:
        date = parse_date(words)
    except BadInput:
        raise BadInput(f"{printable(words[:60])!r} is no date.", _HINT) from None
    if date.precision is not DatePrecision.MINUTE:
        return datetime.combine(first_day(date), time(), UTC)
    moment = datetime.fromisoformat(date.value + date.zone.replace("Z", "+00:00"))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
