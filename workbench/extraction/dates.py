"""Words that name a time, resolved against the day of publication, with what was taken for granted."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from claims_db.rows import DateRow
from claims_db.vocabulary import DatePrecision
from workbench.domain.dates import MONTHS, first_day
from workbench.extraction.candidate import ResolvedDate

_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = "|".join(MONTHS)
_COUNTS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_TIME = re.compile(
    rf"\b(?:(?P<near>yesterday|today|tomorrow|tonight|this (?:morning|afternoon|evening))|"
    rf"(?:(?P<side>last|next|this|on|by|since|until|late|early|from) )?(?P<day>{'|'.join(_DAYS)})|"
    rf"(?P<rolling>(?:in |over |during |for |within )?the (?:past|last)|past) (?P<stretch>week|month|year)|"
    rf"(?P<which>last|this|next) (?P<unit>week|month|year)|the (?P<before>year|month|week) before|"
    rf"(?:in|since|by|until|last|this|next) (?P<month>{_MONTH})(?!,? \d)|"
    rf"(?P<ago>\d{{1,3}}|{'|'.join(_COUNTS)}|an?) (?P<span>day|week|month|year)s? (?:ago|earlier))\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:will|is set|are set|plans?|expected|scheduled|due)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.,£$€-])(?:1[5-9]|20)\d\d(?![\d%]|,\d)")
_COUNT = {word: number for number, word in enumerate(_COUNTS)} | {"a": 1, "an": 1}
_STEPS = {"last": -1, "this": 0, "next": 1}


class Resolved(NamedTuple):
    """The times of a stretch, and what was taken for granted in reading them."""

    dates: tuple[ResolvedDate, ...]
    assumptions: tuple[str, ...]


def resolve_dates(text: str, start: int, end: int, published: DateRow | None) -> Resolved:
    """Find words such as ``last month`` and read them from the day of publication; open where that is not known.

    Values are ISO 8601: a day, a month, a year, a week such as ``2021-W46``, or an interval for ``the past month``.
    """
    dates: list[ResolvedDate] = []
    assumptions: list[str] = []
    exact = published is not None and published.precision in {DatePrecision.DAY, DatePrecision.MINUTE}
    anchor = first_day(published) if published is not None and exact else None
    for match in _TIME.finditer(text, start, end):
        words, told = match.group(), _year_told(text, start, match.start(), dates) if match["before"] else None
        value = "" if anchor is None else _value(match, anchor, ahead=bool(_AHEAD.search(text, start, end)))
        if told is not None:
            value = f"{told - 1:04}" if match["before"].casefold() == "year" else ""
        dates.append(ResolvedDate(match.start(), match.end(), value))
        if told is not None:
            assumptions += [f"“{words}” read as {value}, from {told:04}"] if value else []
        elif anchor is None:
            assumptions.append(f"“{words}” stays open: the publication date is not known")
        elif value:
            assumptions.append(f"“{words}” read as {_spelled(value)}, from the publication date {anchor.isoformat()}")
    return Resolved(tuple(dates), tuple(dict.fromkeys(assumptions)))


def _year_told(text: str, start: int, end: int, dates: Sequence[ResolvedDate]) -> int | None:
    """Give the year told last before ``the year before``, which counts from that one; None where none is."""
    written = [(one.start(), int(one.group())) for one in _YEAR.finditer(text, start, end)]
    read = [(one.start, int(one.value[:4])) for one in dates if one.value]
    return max((*written, *read), default=(0, None))[1]


def _value(match: re.Match[str], anchor: date, *, ahead: bool) -> str:
    try:
        return _read(match, anchor, ahead=ahead)
    except (OverflowError, ValueError):
        return ""


def _read(match: re.Match[str], anchor: date, *, ahead: bool) -> str:
    if match["day"]:
        return _weekday(match, anchor, ahead=ahead)
    if match["near"]:
        step = {"yesterday": -1, "tomorrow": 1}.get(match["near"].casefold(), 0)
        return (anchor + timedelta(days=step)).isoformat()
    if match["stretch"]:
        return f"{_back(anchor, match['stretch'].casefold()).isoformat()}/{anchor.isoformat()}"
    if match["month"]:
        number = MONTHS.index(match["month"].casefold()) + 1
        year = anchor.year + (number < anchor.month) if ahead else anchor.year - (number > anchor.month)
        return f"{year:04}-{number:02}"
    if match["ago"]:
        count = _COUNT.get(match["ago"].casefold()) or int(match["ago"] if match["ago"].isdecimal() else 0)
        return _shifted(anchor, match["span"].casefold(), -count)
    if match["before"]:
        return _shifted(anchor, match["before"].casefold(), -1)
    return _shifted(anchor, match["unit"].casefold(), _STEPS[match["which"].casefold()])


def _weekday(match: re.Match[str], anchor: date, *, ahead: bool) -> str:
    """Read a weekday: the latest one up to the day of publication, or the first one after it where it lies ahead."""
    back = (anchor.weekday() - _DAYS.index(match["day"].casefold())) % 7
    side = (match["side"] or "").casefold()
    if side == "next" or (ahead and side != "last"):
        return (anchor + timedelta(days=7 - back)).isoformat()
    return (anchor - timedelta(days=back or 7 * (side == "last"))).isoformat()


def _back(anchor: date, unit: str) -> date:
    """Give the day a week, a month or a year before; the last day of a shorter month stands for a longer one's."""
    if unit == "week":
        return anchor - timedelta(days=7)
    months = anchor.year * 12 + anchor.month - 1 - (1 if unit == "month" else 12)
    for day in range(anchor.day, 27, -1):
        try:
            return date(months // 12, months % 12 + 1, day)
        except ValueError:
            continue
    return date(months // 12, months % 12 + 1, min(anchor.day, 28))


def _shifted(anchor: date, unit: str, count: int) -> str:
    if unit == "day":
        return (anchor + timedelta(days=count)).isoformat()
    if unit == "week":
        year, week, _ = (anchor + timedelta(weeks=count)).isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "year":
        return f"{date(anchor.year + count, 1, 1).year:04}"
    months = anchor.year * 12 + anchor.month - 1 + count
    return f"{date(months // 12, months % 12 + 1, 1).year:04}-{months % 12 + 1:02}"


def _spelled(value: str) -> str:
    """Write a month as ``October 2021`` and an interval with ``to``; all else stays as it is."""
    if re.fullmatch(r"\d{4}-\d{2}", value):
        return f"{MONTHS[int(value[5:]) - 1].capitalize()} {value[:4]}"
    return value.replace("/", " to ")
