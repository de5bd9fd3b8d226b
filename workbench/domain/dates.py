"""Dates as people write them, kept as exactly as they were given."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime

from claims_db.rows import DateRow
from claims_db.vocabulary import DatePrecision
from workbench.domain.text import printable
from workbench.errors import BadInput

MONTHS = "january february march april may june july august september october november december".split()
_MONTH = (
    {name: number for number, name in enumerate(MONTHS, 1)}
    | {name[:3]: number for number, name in enumerate(MONTHS, 1)}
    | {"sept": 9}
)

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_ISO_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_ISO_INSTANT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::[0-5]\d(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?[0-5]\d)?",
    re.ASCII | re.IGNORECASE,
)
_DAY_MONTH = re.compile(_WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z]{3,9})\.?,?\s+(\d{4})", re.ASCII | re.IGNORECASE)
_MONTH_DAY = re.compile(_WEEKDAY + r"([A-Z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.ASCII | re.IGNORECASE)
_MONTH_YEAR = re.compile(r"([A-Z]{3,9})\.?\s+(\d{4})", re.ASCII | re.IGNORECASE)

_LONGEST = 60
_HINT = "Write it as 2021-11-23, 2021-11, 2021 or 23 November 2021."


def parse_date(text: str) -> DateRow:
    """Read a date with the precision it is given in: year, month, day or minute.

    Raises:
        BadInput: it is no date.

    """
    words = " ".join(text.split())
    try:
        found = _instant(words) or _iso(words) or _written(words)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise BadInput(f"{echoed(words)} is no date.", _HINT)
    return found


def echoed(words: str) -> str:
    """Give words that somebody typed as an error names them; what is long is cut, with a mark."""
    cut = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return repr(printable(cut))


def first_day(when: DateRow) -> date:
    """Give the first day of the time that a date names."""
    year, month, day = ([*(int(part) for part in when.value[:10].split("-")), 1, 1])[:3]
    return date(year, month, day)


def last_day(when: DateRow) -> date:
    """Give the last day of the time that a date names."""
    first = first_day(when)
    if when.precision is DatePrecision.YEAR:
        return first.replace(month=12, day=31)
    return first.replace(day=monthrange(first.year, first.month)[1]) if when.precision is DatePrecision.MONTH else first


def long_day(day: date) -> str:
    """Write a day for readers, such as ``23 November 2021``."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def instant_words(micros: int) -> str:
    """Write an instant in UTC to the second, such as ``2021-11-23T10:00:00Z``."""
    return datetime.fromtimestamp(micros // 1_000_000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _iso(words: str) -> DateRow | None:
    match = _ISO_DAY.fullmatch(words)
    if match is None:
        return None
    year, month, day = match.groups()
    date(int(year), int(month or 1), int(day or 1))
    precision = DatePrecision.DAY if day else DatePrecision.MONTH if month else DatePrecision.YEAR
    return DateRow(words, precision)


def _instant(words: str) -> DateRow | None:
    match = _ISO_INSTANT.fullmatch(words)
    if match is None:
        return None
    day, minute, given = match.groups()
    zone = _zone(given)
    datetime.fromisoformat(f"{day}T{minute}{zone.replace('Z', '+00:00')}")
    return DateRow(f"{day}T{minute}", DatePrecision.MINUTE, zone)


def _zone(given: str | None) -> str:
    if not given:
        return ""
    return f"{given[:3]}:{given[-2:]}" if given[0] in "+-" else "Z"


def _written(words: str) -> DateRow | None:
    if match := _DAY_MONTH.fullmatch(words):
        day, month, year = match.groups()
    elif match := _MONTH_DAY.fullmatch(words):
        month, day, year = match.groups()
    elif match := _MONTH_YEAR.fullmatch(words):
        month, year = match.groups()
        number = _MONTH.get(month.casefold())
        return None if number is None else DateRow(date(int(year), number, 1).isoformat()[:7], DatePrecision.MONTH)
    else:
        return None
    number = _MONTH.get(month.casefold())
    if number is None:
        return None
    return DateRow(date(int(year), number, int(day)).isoformat(), DatePrecision.DAY)
