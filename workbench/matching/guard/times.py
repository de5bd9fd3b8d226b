"""The times that a claim names, relative ones read from the day on which it was said."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from workbench.domain.dates import MONTHS

_SHORT = (
    {name: number for number, name in enumerate(MONTHS, 1)}
    | {name[:3]: number for number, name in enumerate(MONTHS, 1)}
    | {"sept": 9}
)
_MONTH = "|".join(sorted(_SHORT, key=len, reverse=True))
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_DAY = "|".join(_DAYS)
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
_COUNTS = {
    word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1}
_FEASTS = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new year's eve": (12, 31), "new year's day": (1, 1),
    "valentine's day": (2, 14), "halloween": (10, 31), "april fools' day": (4, 1), "may day": (5, 1), "all saints' day": (11, 1),
    "turn of the year": (1, 1), "st patrick's day": (3, 17), "9/11": (9, 11),
}  # fmt: skip
_PARTS = {
    form: part
    for part, forms in {
        "q1": "first quarter|1st quarter|q1|first three months|january to march|between january and march|january through march",
        "q2": "second quarter|2nd quarter|q2|april to june|between april and june|april through june",
        "q3": "third quarter|3rd quarter|q3|july to september|between july and september|july through september",
        "q4": "fourth quarter|4th quarter|final quarter|last quarter|q4|last three months|october to december|between october and december|october through december",
        "h1": "first half of the year|first half(?= of [12])|h1|first six months|january to june|between january and june|january through june",
        "h2": "second half of the year|second half(?= of [12])|h2|last six months|july to december|between july and december|july through december",
    }.items()
    for form in forms.split("|")
}
_TIES = {
    word: 1920 + 10 * at
    for at, word in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split())
} | {f"{decade}s": 1900 + decade for decade in range(20, 100, 10)}
_SEASON_ENDS = {"winter": 2, "spring": 5, "summer": 8, "autumn": 11}
_YEAR = r"(?:1[0-9]\d\d|20\d\d)"
_DOM = rf"(?:(?P<dom>[0-3]?\d)(?:st|nd|rd|th)?|(?P<ordinal>{'|'.join(_ORDINALS)}))"
_TIME = re.compile(
    rf"(?<![\w.,$£€-])(?:"
    rf"(?P<iso>{_YEAR}-[01]\d(?:-[0-3]\d)?)(?![\d-])|"
    rf"(?P<one>[0-3]?\d)[/.](?P<two>[0-3]?\d)[/.](?P<slashed>{_YEAR})(?!\d)|"
    rf"(?:the )?(?P<part>{'|'.join(_PARTS)})(?:,? (?:of |in )?(?P<part_year>{_YEAR}))?(?!\w)|"
    rf"(?:between |from )?(?P<tens>1[0-9]\d|20\d)0(?: and | to |-)(?P=tens)9(?![\w%])|"
    rf"(?:mid-|early |late )(?P<mid>{_MONTH})(?:,? (?P<mid_year>{_YEAR}))?(?!\w)|"
    rf"(?:the |early |late |mid-?|nineteen[ -])(?P<ties>{'|'.join(_TIES)})(?!\w)|"
    rf"(?P<feast>{'|'.join(_FEASTS)})(?:,? (?P<feast_year>{_YEAR}))?(?!\w)|"
    rf"(?:the )?{_DOM} (?:of )?(?P<month>{_MONTH})\b\.?(?:,? (?:of )?(?P<year>{_YEAR}))?(?!\w)|"
    rf"(?P<month2>{_MONTH})\.? (?P<dom2>[0-3]?\d)(?:st|nd|rd|th)?(?:,? (?P<year2>{_YEAR}))?(?![\w%.,]*\d)(?!\w)|"
    rf"(?P<month3>{_MONTH})\.?(?:,? (?:of )?(?P<year3>{_YEAR}))(?!\w)|"
    rf"(?P<side_month>in|since|by|until|last|this|next|from|for|during) (?P<month4>{_MONTH})(?! \d)(?!\w)|"
    rf"(?:the |early |late |mid-?)?(?P<decade>{_YEAR})s|"
    rf"(?P<season_side>last|this|next) (?=(?P<season>spring|summer|autumn|winter)(?!\w))|(?P<last_night>last (?=night))|"
    rf"(?P<millennium>turn of the millennium)|"
    rf"(?P<end>end of |late |early |beginning of |start of )?(?P<bare>{_YEAR})(?![\d%]|,\d|\.\d| (?:million|billion|people|men(?!'s)|women(?!'s)|km|m|euros|dollars|crowns|\w+s were)\b)(?!\w)|"
    rf"(?P<near>the day before yesterday|the day after tomorrow|yesterday|today|tonight|tomorrow|this (?:morning|afternoon|evening))|"
    rf"(?P<side>last |next |this |on )?(?P<day>{_DAY})|"
    rf"(?P<which>last|this|next|the (?:previous|coming|past|current)) (?P<unit>week|month|year)(?!\w)|"
    rf"(?P<ago>\d{{1,3}}|{'|'.join(_COUNTS)}) (?P<span>day|week|month|year|decade)s? ago|"
    rf"in (?P<ahead>\d{{1,3}}|{'|'.join(_COUNTS)}) (?P<ahead_span>day|week|month|year)s?'s? time|"
    rf"(?:the )?first of (?P<firstof>next|this|last) month|"
    rf"(?P<hour>[012]?\d)(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>a\.m\.?|p\.m\.?|am\b|pm\b)|(?P<hour24>[012]?\d):(?P<minute24>[0-5]\d)(?!\d)|"
    rf"half past (?P<past>{'|'.join(_COUNTS)})(?P<late> at night| in the evening| in the afternoon)?|(?P<noon>noon|midday|midnight|12 o'clock|twelve o'clock)"
    rf")",
)  # fmt: skip


class Moment(NamedTuple):
    """A time: where it stands, and the parts of it that are known, the rest 0; ``clock`` in minutes, or -1; ``part`` a quarter or half of a year."""

    start: int
    end: int
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0
    decade: bool = False
    clock: int = -1
    open: bool = False
    part: str = ""


def moments_in(text: str, said_on: date | None) -> list[Moment]:
    """Find the times of a text in small letters; a relative one stays open where the day is not known."""
    found = []
    for match in _TIME.finditer(text):
        try:
            one = _moment(match, said_on)
        except (ValueError, OverflowError):
            continue
        if one is not None:
            found.append(one)
    return _joined(found)


def agree(one: Moment, other: Moment) -> bool:
    """Say whether two times can be the same one: no part known of both differs."""
    if one.decade or other.decade:
        return one.decade == other.decade and one.year == other.year
    if one.part and other.part and one.part != other.part:
        return False
    if (one.clock >= 0) != (other.clock >= 0):
        return False
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day), (one.weekday, other.weekday))
    return one.clock == other.clock and all(mine == theirs or not mine or not theirs for mine, theirs in pairs)


def share(one: Moment, other: Moment) -> bool:
    """Say whether some part is known of both and the same."""
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day), (one.weekday, other.weekday))
    named = one.part == other.part != "" or one.clock == other.clock >= 0
    return named or any(mine == theirs != 0 for mine, theirs in pairs)


def _joined(found: list[Moment]) -> list[Moment]:
    """Take ``tuesday 30 april`` for one time, and ``last`` beside it."""
    joined: list[Moment] = []
    for one in found:
        before = joined[-1] if joined else None
        if before and before.weekday and not one.weekday and one.day and one.start - before.end <= 2:
            joined[-1] = one._replace(start=before.start, weekday=before.weekday)
        else:
            joined.append(one)
    return joined


def _moment(match: re.Match[str], said_on: date | None) -> Moment | None:
    start, end = match.span()
    if match["iso"]:
        parts = [int(part) for part in match["iso"].split("-")] + [0]
        return _dated(start, end, parts[0], parts[1], parts[2])
    if match["slashed"]:
        return _slashed(match)
    if match["part"]:
        part = next(part for form, part in _PARTS.items() if re.fullmatch(form.partition("(")[0], match["part"]))
        return Moment(start, end, int(match["part_year"] or 0), part=part)
    if match["ties"]:
        return Moment(start, end, _TIES[match["ties"]], decade=True)
    if match["feast"]:
        month, day = _FEASTS[match["feast"]]
        return _dated(start, end, int(match["feast_year"] or 0), month, day)
    if match["month"] or match["month2"] or match["month3"] or match["month4"]:
        return _in_month(match, said_on)
    if match["tens"]:
        return Moment(start, end, 10 * int(match["tens"]), decade=True)
    if match["mid"]:
        return Moment(start, end, int(match["mid_year"] or 0), _SHORT[match["mid"]])
    if match["decade"]:
        return Moment(start, end, int(match["decade"]), decade=True)
    if match["millennium"]:
        return Moment(start, end, 2000)
    if match["bare"]:
        return Moment(start, end, int(match["bare"]))
    return _clock(match) or _relative(match, said_on)


def _in_month(match: re.Match[str], said_on: date | None) -> Moment:
    start, end = match.span()
    if match["month"]:
        day = int(match["dom"]) if match["dom"] else _ORDINALS[match["ordinal"]]
        return _dated(start, end, int(match["year"] or 0), _SHORT[match["month"]], day)
    if match["month2"]:
        return _dated(start, end, int(match["year2"] or 0), _SHORT[match["month2"]], int(match["dom2"]))
    if match["month3"]:
        return Moment(start, end, int(match["year3"]), _SHORT[match["month3"]])
    month, year = _SHORT[match["month4"]], 0
    if said_on is not None and match["side_month"] in {"last", "next"}:
        behind = month < said_on.month
        year = said_on.year - (not behind) if match["side_month"] == "last" else said_on.year + behind
    return Moment(start if year else match.start("month4"), end, year, month)


def _slashed(match: re.Match[str]) -> Moment:
    """Read 25/12/1989; where both may be the month, only the year is known."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["slashed"])
    if one > 12 >= two > 0:
        return _dated(*match.span(), year, two, one)
    if two > 12 >= one > 0:
        return _dated(*match.span(), year, one, two)
    return Moment(*match.span(), year)


def _dated(start: int, end: int, year: int, month: int, day: int) -> Moment:
    weekday = date(year, month, day).isoweekday() if year and month and day else 0
    return Moment(start, end, year, month, day, weekday)


def _clock(match: re.Match[str]) -> Moment | None:
    start, end = match.span()
    if match["hour"]:
        hour = int(match["hour"]) % 12 + 12 * match["half"].startswith("p")
        return Moment(start, end, clock=60 * hour + int(match["minute"] or 0))
    if match["hour24"]:
        return Moment(start, end, clock=60 * int(match["hour24"]) + int(match["minute24"]))
    if match["past"]:
        hour = _COUNTS[match["past"]] + 12 * bool(match["late"])
        return Moment(start, end, clock=60 * hour + 30)
    if match["noon"]:
        return Moment(start, end, clock=0 if match["noon"] == "midnight" else 720)
    return None


def _relative(match: re.Match[str], said_on: date | None) -> Moment:
    start, end = match.span()
    if match["day"]:
        return _weekday(match, said_on)
    if said_on is None:
        return Moment(start, end, open=True)
    if match["season_side"]:
        return _in_season(match, said_on)
    if match["last_night"]:
        when = said_on - timedelta(days=1)
        return _dated(start, end, when.year, when.month, when.day)
    if match["ahead"]:
        return _shifted(match, said_on, match["ahead_span"], _COUNTS.get(match["ahead"]) or int(match["ahead"]))
    if match["near"]:
        steps = {"the day before yesterday": -2, "yesterday": -1, "tomorrow": 1, "the day after tomorrow": 2}
        when = said_on + timedelta(days=steps.get(match["near"], 0))
        return _dated(start, end, when.year, when.month, when.day)
    if match["firstof"]:
        year, month = _months_on(said_on, {"next": 1, "this": 0, "last": -1}[match["firstof"]])
        return _dated(start, end, year, month, 1)
    if match["ago"]:
        count = _COUNTS.get(match["ago"]) or int(match["ago"])
        return _shifted(match, said_on, match["span"], -count)
    which = match["which"].removeprefix("the ")
    return _shifted(
        match, said_on, match["unit"], {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    )


def _weekday(match: re.Match[str], said_on: date | None) -> Moment:
    number = _DAYS.index(match["day"]) + 1
    side = (match["side"] or "").strip()
    if said_on is None or side not in {"last", "next"}:
        return Moment(*match.span(), weekday=number)
    back = (said_on.isoweekday() - number) % 7
    when = said_on - timedelta(days=back or 7) if side == "last" else said_on + timedelta(days=7 - back)
    return _dated(*match.span(), when.year, when.month, when.day)


def _in_season(match: re.Match[str], said_on: date) -> Moment:
    """Read ``last summer``: the one that is over, of this year or the one before."""
    over = said_on.month > _SEASON_ENDS[match["season"]]
    side = match["season_side"]
    year = said_on.year - (side == "last" and not over) + (side == "next" and over)
    return Moment(match.start(), match.end(), year)


def _months_on(said_on: date, count: int) -> tuple[int, int]:
    months = said_on.year * 12 + said_on.month - 1 + count
    return months // 12, months % 12 + 1


def _shifted(match: re.Match[str], said_on: date, unit: str, count: int) -> Moment:
    start, end = match.span()
    if unit == "decade":
        return Moment(start, end, said_on.year + 10 * count)
    if unit == "year":
        return Moment(start, end, said_on.year + count)
    if unit == "month":
        return Moment(start, end, *_months_on(said_on, count))
    when = said_on + timedelta(days=count * (7 if unit == "week" else 1))
    return _dated(start, end, when.year, when.month, when.day) if unit == "day" else Moment(start, end, when.year)
