"""A number as a sentence gives it: value, unit, period and base, how exactly it is meant, and how it was rounded."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import takewhile
from types import MappingProxyType

from workbench.domain.amounts import Amount, amounts_in
from workbench.domain.evidence.periods import against_in, base_in, period_in, rate_in
from workbench.domain.guard import directions_of


class Bound(StrEnum):
    """How a number is meant."""

    EXACT = "exactly"
    ABOUT = "about"
    MORE = "more than"
    AT_LEAST = "at least"
    LESS = "less than"
    AT_MOST = "at most"
    RANGE = "between"


@dataclass(frozen=True)
class Figure:
    """A number with all that has to be the same before it can be compared.

    Attributes:
        low, high: its value; two values only where a range is given.
        unit: ``%``, ``pp`` for percentage points, a currency, a unit of measure, or empty.
        bound: how it is meant.
        step: what one in its last written digit is worth: 0.1 billion for ``40.2 billion``.
        period: the time it is about, such as ``2021``, ``2021-Q3`` or ``2021-03``; empty where none is named.
        rate: ``month`` for what is paid or done each month; empty for what is counted once.
        base: of what, or for how many: ``person`` per head, ``100000 people``, ``of adults``; empty for a total.
        against: the time that a change is counted from, such as ``year``.
        way: ``up`` or ``down`` for what rose or fell.
        changed: True for a change (``rose by``), False for a level (``rose to``), None where the words leave it open.
        counted: the word behind a number without unit, such as ``lorries``.

    """

    low: Decimal
    high: Decimal
    unit: str = ""
    bound: Bound = Bound.EXACT
    step: Decimal = Decimal(1)
    period: str = ""
    rate: str = ""
    base: str = ""
    against: str = ""
    way: str = ""
    changed: bool | None = None
    counted: str = ""

    def __str__(self) -> str:
        """Write it as a check shows it, such as ``about 40000000000 USD per person in 2021``."""
        value = plain(self.low) if self.low == self.high else f"{plain(self.low)} to {plain(self.high)}"
        unit = self.unit if self.unit in {"%", "°"} else f" {self.unit}" if self.unit else ""
        lead = "" if self.bound in {Bound.EXACT, Bound.RANGE} else f"{self.bound} "
        base = f" {self.base}" if self.base.startswith("of ") else f" per {self.base}" if self.base else ""
        rate = f" per {self.rate}" if self.rate else ""
        return f"{lead}{value}{unit}{base}{rate}{f' in {self.period}' if self.period else ''}"


_BEFORE = (
    (Bound.AT_LEAST, r"at least|no fewer than|no less than|not less than|a minimum of|≥"),
    (Bound.AT_MOST, r"at most|up to|no more than|not more than|a maximum of|as many as|as much as|≤"),
    (Bound.MORE, r"more than|over|above|exceeding|upwards? of|in excess of|>"),
    (Bound.LESS, r"less than|fewer than|under|below|<"),
    (Bound.ABOUT, r"about|around|roughly|approximately|some|nearly|almost|close to|an estimated|circa|c\.|~|≈"),
)
_BOUND_BEFORE = tuple((bound, re.compile(rf"(?<!\w)(?:{words})\s?$", re.IGNORECASE)) for bound, words in _BEFORE)
_BOUND_BEHIND = MappingProxyType(
    {
        Bound.AT_LEAST: re.compile(r" or (?:more|over|above)\b", re.IGNORECASE),
        Bound.AT_MOST: re.compile(r" or (?:less|fewer|under|below)\b", re.IGNORECASE),
        Bound.ABOUT: re.compile(r" or (?:so|thereabouts)\b|-odd\b|ish\b", re.IGNORECASE),
    }
)
_TO = re.compile(r" ?[-–—] ?| to | and ", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?i:in|since|by|of|for|during|from|until|till|to|and|between|after|before|than|quarter|early|late|mid|the|this)"
    r"|\bQ[1-4]|[A-Z][a-z]{2,8}\.?(?: ?\d{1,2}(?:st|nd|rd|th)?,?)?|(?:1[5-9]|20)\d\d[-–/]|[-–/]) ?$"
)
_YEARS_BEHIND = re.compile(r"[-–/](?:\d\d){1,2}\b")
_LABEL_BEFORE = re.compile(
    r"(?:\b(?i:no\.|number|nos\.|act|article|section|chapter|page|title|level|phase) ?|\b[A-Z]-|['’])$"
)
_DAY_OF_MONTH = re.compile(r"(?:st|nd|rd|th)? (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b")
_MONTH_BEFORE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? $")
_SCALE = re.compile(r"(hundred|thousand|million|billion|trillion|k|mn|m|bn|b|tn)\b", re.IGNORECASE)
_COUNTED = re.compile(r"(?: [a-z][a-z’'-]{2,30}){1,3}")
_NO_NOUN = frozenset(
    "and the per from for since after before that which who were was are had have has than more less".split()
)
_COUNT = "one|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|[1-9]|[1-9]0|100|1,?000"
_RATIO = re.compile(rf"(?<![\w.,])({_COUNT}) (?:in|out of)(?: every)? ({_COUNT})(?![\w,]|\.\d)", re.IGNORECASE)
_DURING = re.compile(r"\bover $", re.IGNORECASE)
_TIMES = frozenset({"y", "mo", "wk", "d", "h", "min"})
_FRACTION_OF = re.compile(r" (?:of )?an? ?|-")
_SHARE_OF = re.compile(r" (?:of|the)\b")
_DIGIT = re.compile(r"\d")
_CHANGE_OF = re.compile(
    r"\b(?:increase|rise|fall|drop|decline|decrease|growth|cut|reduction|gain)s? of (?:\w+ ){0,2}$", re.IGNORECASE
)
_DECIMALS = 4
_NO_CHANGE = frozenset(
    "more most less fewer lost lose loses won win wins least lowest highest largest smallest improve improved improves "
    "improving above below strengthen strengthened worsen worsened weaken weakened".split()
)
_BY_OR_TO = re.compile(r"\b(by|to|at)\s+(?:\w+ ){0,2}$", re.IGNORECASE)


def figures_in(text: str) -> tuple[Figure, ...]:
    """Read the numbers of a sentence in order; years, days of months and counts behind ``per`` are none."""
    amounts = _joined_fractions(text, [amount for amount in amounts_in(text) if not _is_no_figure(text, amount)])
    found = [figure for match in _RATIO.finditer(text) if (figure := _ratio(match)) is not None]
    if found:
        return tuple(found)
    period, against = period_in(text), against_in(text)
    index = 0
    while index < len(amounts):
        following = amounts[index + 1] if index + 1 < len(amounts) else None
        joined = following is not None and _TO.fullmatch(text[amounts[index].end : following.start]) is not None
        last = following if joined and following is not None else amounts[index]
        found.append(_figure(text, amounts[index], last, period, against))
        index += 2 if joined else 1
    return tuple(found)


def figure_in(text: str) -> Figure | None:
    """Read the number that a sentence is about: the first with a unit, else the first; how long something took comes last."""
    found = figures_in(text)
    things = [figure for figure in found if figure.unit not in _TIMES] or list(found)
    return next((figure for figure in things if figure.unit), things[0] if things else None)


def _figure(text: str, first: Amount, last: Amount, period: str, against: str) -> Figure:
    before, behind = text[max(0, first.start - 30) : first.start], text[last.end : last.end + 60]
    way = _way(text, first.start)
    low, high, bound = first.value, last.value, _bound(before, behind)
    if first.unit in _TIMES and _DURING.search(before):
        bound = Bound.EXACT
    first_words, last_words = text[first.start : first.end], text[last.start : last.end]
    if first is not last:
        scale, own = _scale(last_words), _scale(first_words)
        low = low * scale if scale > 1 and own == 1 and low < high / 1000 else low
        bound = Bound.RANGE
        if way and re.search(r"\bfrom\s*$", before):
            # What rose from one value to another stands at the second one now.
            low, bound = high, Bound.EXACT
    unit, step = first.unit or last.unit, _step(last_words, last.value)
    if not unit and 0 < high < 1 and last_words.isascii() and _SHARE_OF.match(behind) and not _DIGIT.search(last_words):
        # A third of all adults is a share as 33% of them is, only roughly told.
        low, high, unit, step = low * 100, high * 100, "%", Decimal(5)
    return Figure(
        min(low, high),
        max(low, high),
        unit,
        bound,
        step,
        period,
        rate_in(behind),
        base_in(behind, unit),
        against,
        way,
        None if first is last and not way else _changed(before, first, last),
        "" if unit else _counted(behind),
    )


def _ratio(match: re.Match[str]) -> Figure | None:
    """Read ``one in five adults`` as a share of the adults."""
    part, whole = (Decimal(1) if words.casefold() == "one" else _value(words) for words in (match[1], match[2]))
    if part is None or whole is None or not 0 < part < whole:
        return None
    before, behind, text = match.string[: match.start()][-30:], match.string[match.end() :], match.string
    share = 100 * part / whole
    base = base_in(f" of{behind[:60]}", "%")
    return Figure(
        share, share, "%", _bound(before, ""), Decimal(1), period_in(text), base=base, against=against_in(text)
    )


def _value(words: str) -> Decimal | None:
    found = amounts_in(words)
    return found[0].value if found else None


def _joined_fractions(text: str, amounts: list[Amount]) -> list[Amount]:
    """Read ``half a million`` and ``a quarter of a million`` as one number each."""
    found: list[Amount] = []
    for amount in amounts:
        last = found[-1] if found else None
        if last is not None and last.value < 1 and _FRACTION_OF.fullmatch(text[last.end : amount.start]):
            found[-1] = Amount(last.start, amount.end, last.value * amount.value, amount.unit)
        else:
            found.append(amount)
    return found


def _bound(before: str, behind: str) -> Bound:
    for bound, pattern in _BOUND_BEFORE:
        if pattern.search(before):
            return bound
    return next((bound for bound, pattern in _BOUND_BEHIND.items() if pattern.match(behind)), Bound.EXACT)


def _changed(before: str, first: Amount, last: Amount) -> bool | None:
    if first is not last:
        return False if re.search(r"\bfrom\s*$", before) else None
    if _CHANGE_OF.search(before):
        return True
    match = _BY_OR_TO.search(before)
    return None if match is None else match[1].casefold() == "by"


def _way(text: str, at: int) -> str:
    """Give the direction of the nearest word before the number in its clause."""
    clause = re.split(r"[,;:.] ", text[max(0, at - 120) : at])[-1]
    clause = re.sub(r"\b(?:more|less|fewer) than\b|\b(?:over|under|above|below|up to|at least)\b", " ", clause)
    for word in reversed(re.findall(r"\w+", clause)):
        ways = directions_of(word)
        if ways and word.casefold() not in _NO_CHANGE:
            return next(iter(ways))
    return ""


def _step(words: str, value: Decimal) -> Decimal:
    """Give what one in the last written digit is worth; of a number in words, one in its last scale."""
    scale = _scale(words)
    digits = re.search(r"\d[\d,]*(?:\.(\d+))?", words)
    if digits is None:
        return scale if value >= scale > 1 or (value.as_tuple().exponent == 0 and scale == 1) else abs(value) / 10
    return Decimal(1).scaleb(-len(digits[1] or "")) * scale


def _scale(words: str) -> Decimal:
    scales = _SCALE.findall(words)
    found = amounts_in(f"1 {scales[-1]}") if scales else ()
    return found[0].value if found else Decimal(1)


def _counted(behind: str) -> str:
    """Give up to three words behind a number, as far as they may name what it counts."""
    match = _COUNTED.match(behind)
    return " ".join(takewhile(lambda word: word not in _NO_NOUN, match.group().split())) if match is not None else ""


def _is_no_figure(text: str, amount: Amount) -> bool:
    words, before = text[amount.start : amount.end], text[max(0, amount.start - 16) : amount.start]
    if re.search(r"\bper $|/$", before):
        return True
    if _LABEL_BEFORE.search(before):
        return True
    if amount.unit:
        return False
    if _YEAR.fullmatch(words):
        return bool(_YEAR_BEFORE.search(before) or _YEARS_BEHIND.match(text, amount.end))
    if re.fullmatch(r"\d\d", words) and re.search(r"(?:1[5-9]|20)\d\d[-–/]$", before):
        return True
    if re.fullmatch(r"\d{1,2}", words):
        return bool(_DAY_OF_MONTH.match(text, amount.end) or _MONTH_BEFORE.search(before))
    return False


def plain(value: Decimal) -> str:
    """Write a number with up to four decimals, without an exponent."""
    written = format(value, f".{_DECIMALS}f")
    return written.rstrip("0").rstrip(".")
