"""Words that name a time, resolved against the day of publication, with what was taken for granted."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from claims_db.rows import DateRow
from claims_db.vocabulary import DatePrecision
from workbench.domain.dates import MONTHS, first_day
from workbench.extraction.candidate import ResolvedDate

_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = "|".join(MONTHS)
_TIME = re.compile(
    rf"\b(?:(?P<day>{'|'.join(_DAYS)})|(?P<near>yesterday|today|tomorrow|tonight)|"
    rf"(?P<which>last|this|next|past) (?P<unit>day|week|month|year)|the (?P<before>year|month|week) before|"
    rf"in (?P<month>{_MONTH})(?! \d)|(?P<ago>\d{{1,3}}|one|two|three|four|five|six|seven|eight|nine|ten|a) (?P<span>day|week|month|year)s? ago)\b",
    re.IGNORECASE,
)
_COUNT = {
    word: number for number, word in enumerate("zero one two three four five six seven eight nine ten".split())
} | {"a": 1}
_STEPS = {"last": -1, "past": -1, "this": 0, "next": 1}


class Resolved(NamedTuple):
    """The times of a stretch, and what was taken for granted in reading them."""

    dates: tuple[ResolvedDate, ...]
    assumptions: tuple[str, ...]


def resolve_dates(text: str, start: int, end: int, published: DateRow | None) -> Resolved:
    """Find words such as ``last month`` and read them from the day of publication; open where that is not known."""
    dates, assumptions = [], []
    anchor = (
        first_day(published) if published and published.precision in {DatePrecision.DAY, DatePrecision.MINUTE} else None
    )
    for match in _TIME.finditer(text, start, end):
        value = "" if anchor is None else _value(match, anchor)
        dates.append(ResolvedDate(match.start(), match.end(), value))
        words = match.group()
        if anchor is None:
            assumptions.append(f"“{words}” stays open: the day of publication is not known")
        elif value:
            assumptions.append(f"“{words}” read as {value}, from the day of publication {anchor.isoformat()}")
    return Resolved(tuple(dates), tuple(dict.fromkeys(assumptions)))


def _value(match: re.Match[str], anchor: date) -> str:
    if match["day"]:
        back = (anchor.weekday() - _DAYS.index(match["day"].casefold())) % 7
        return (anchor - timedelta(days=back)).isoformat()
    if match["near"]:
        step = {"yesterday": -1, "tomorrow": 1}.get(match["near"].casefold(), 0)
        return (anchor + timedelta(days=step)).isoformat()
    if match["month"]:
        number = MONTHS.index(match["month"].casefold()) + 1
        return f"{anchor.year - (number > anchor.month)}-{number:02}"
    if match["ago"]:
        count = _COUNT.get(match["ago"].casefold()) or int(match["ago"] if match["ago"].isdigit() else 0)
        return _shifted(anchor, match["span"].casefold(), -count)
    if match["before"]:
        return _shifted(anchor, match["before"].casefold(), -1)
    return _shifted(anchor, match["unit"].casefold(), _STEPS[match["which"].casefold()])


def _shifted(anchor: date, unit: str, count: int) -> str:
    try:
        if unit == "day":
            return (anchor + timedelta(days=count)).isoformat()
        if unit == "week":
            year, week, _ = (anchor + timedelta(weeks=count)).isocalendar()
            return f"{year}-W{week:02}"
    except OverflowError:
        return ""
    if unit == "year":
        return str(anchor.year + count)
    months = anchor.year * 12 + anchor.month - 1 + count
    return f"{months // 12}-{months % 12 + 1:02}"
