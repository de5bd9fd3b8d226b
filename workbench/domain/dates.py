"""Dates as people write them, kept as exactly as they were given."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from claims_db.rows import DateRow
from claims_db.vocabulary import DatePrecision
from workbench.domain.text import printable
from workbench.errors import BadInput

MONTHS = "january february march april may june july august september october november december".split()
_MONTH = {name: number for number, name in enumerate(MONTHS, 1)} | {
    name[:3]: number for number, name in enumerate(MONTHS, 1)
}

_ISO_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_ISO_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH_YEAR = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{4})")

_HINT = "Write it as 2021-11-23, 2021-11, 2021 or 23 November 2021."


def parse_date(text: str) -> DateRow:
    """Read a date with the precision it is given in: year, month, day or minute.

    Raises:
        BadInput: it is no date.

    """
    words = text.strip()
    try:
        found = _instant(words) or _iso(words) or _written(words)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise BadInput(f"{printable(words[:60])!r} is no date.", _HINT)
    return found


def first_day(when: DateRow) -> date:
    """Give the first day of the time that a date names."""
    year, month, day = ([*(int(part) for part in when.value[:10].split("-")), 1, 1])[:3]
    return date(year, month, day)


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
    day, minute, zone = match.groups()
    datetime.fromisoformat(f"{day}T{minute}").replace(tzinfo=_zone(zone))
    return DateRow(f"{day}T{minute}", DatePrecision.MINUTE, "Z" if zone == "Z" else zone or "")


def _zone(zone: str | None) -> timezone:
    if zone is None or zone == "Z":
        return UTC
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    return timezone((1 if zone[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes))


def _written(words: str) -> DateRow | None:
    if match := _DAY_MONTH.fullmatch(words):
        day, month, year = match.groups()
    elif match := _MONTH_DAY.fullmatch(words):
        month, day, year = match.groups()
    elif match := _MONTH_YEAR.fullmatch(words):
        month, year = match.groups()
        number = _MONTH.get(month.casefold())
        return None if number is None else DateRow(f"{int(year):04}-{number:02}", DatePrecision.MONTH)
    else:
        return None
    number = _MONTH.get(month.casefold())
    if number is None:
        return None
    return DateRow(date(int(year), number, int(day)).isoformat(), DatePrecision.DAY)
