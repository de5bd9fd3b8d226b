"""Moments that people name when something shall happen: a date, a weekday, or so long from now."""

import re
from datetime import UTC, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from claims_db.vocabulary import DatePrecision
from workbench.domain.dates import echoed, first_day, parse_date
from workbench.domain.text import printable
from workbench.errors import BadInput

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_SPAN = re.compile(r"\+?(\d{1,4})\s*(min|minutes?|h|hours?|d|days?|w|weeks?)", re.ASCII | re.IGNORECASE)
_SPANS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_HINT = "Write it as 2026-11-30, 2026-11-30 14:00, friday, tomorrow, 3h or 2d."


def parse_moment(text: str, now: int, zone: str = "UTC") -> int | None:
    """Read when something shall happen, in microseconds UTC; None where the text is empty.

    A day begins at midnight in the zone, and a time without a zone of its own is meant there; ``3h`` and ``2d``
    count from ``now``, which is in microseconds UTC too.

    Raises:
        BadInput: it is no moment, or the zone is not known.

    """
    words = " ".join(text.split())
    if not words:
        return None
    there = known_zone(zone)
    moment = _relative(words.casefold(), datetime.fromtimestamp(now // 1_000_000, there)) or _date(words, there)
    try:
        return int(moment.astimezone(UTC).timestamp()) * 1_000_000
    except OverflowError:
        raise BadInput(f"{echoed(words)} is too far away.", _HINT) from None


def moment_words(instant: int, zone: str = "UTC") -> str:
    """Write an instant so that it can be read back, such as ``2026-11-30 14:00``; a midnight is a day alone.

    Raises:
        BadInput: the zone is not known.

    """
    at = datetime.fromtimestamp(instant // 1_000_000, known_zone(zone))
    return f"{at:%Y-%m-%d}" if at.time() == time() else f"{at:%Y-%m-%d %H:%M}"


def _relative(words: str, now: datetime) -> datetime | None:
    midnight = datetime.combine(now.date(), time(), now.tzinfo)
    if words == "tomorrow":
        return midnight + timedelta(days=1)
    weekday = next((at for at, name in enumerate(_WEEKDAYS) if words in {name, name[:3]}), None)
    if weekday is not None:
        return midnight + timedelta(days=(weekday - now.weekday() - 1) % 7 + 1)
    span = _SPAN.fullmatch(words)
    return None if span is None else now.astimezone(UTC) + int(span[1]) * _SPANS[span[2][0].lower()]


def known_zone(name: str) -> tzinfo:
    """Give the time zone of a name.

    Raises:
        BadInput: this machine does not know it.

    """
    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        raise BadInput(
            f"The desk's time zone {printable(name)!r} is not known on this machine.", "Install the package tzdata."
        ) from None


def _date(words: str, there: tzinfo) -> datetime:
    try:
        date = parse_date(words)
    except BadInput:
        raise BadInput(f"{echoed(words)} is no date.", _HINT) from None
    if date.precision is not DatePrecision.MINUTE:
        return datetime.combine(first_day(date), time(), there)
    moment = datetime.fromisoformat(date.value + date.zone.replace("Z", "+00:00"))
    return moment if moment.tzinfo else moment.replace(tzinfo=there)
