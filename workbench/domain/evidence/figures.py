"""Read the numbers of a sentence, each with all that has to be the same before it can be compared."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile
from types import MappingProxyType
from typing import NamedTuple

from workbench.domain.amounts import Amount, amounts_in
from workbench.domain.evidence.figure import Bound, Figure
from workbench.domain.evidence.no_quantities import as_read, is_no_quantity
from workbench.domain.evidence.periods import against_in, base_in, own_period, period_in, rate_in
from workbench.domain.turning_words import directions_of


class Placed(NamedTuple):
    """A number, and where it stands in its sentence."""

    start: int
    end: int
    figure: Figure


class _Surroundings(NamedTuple):
    """What a sentence says of all its numbers; ``original`` is how it is written, ``text`` how it is read."""

    original: str
    text: str
    period: str
    against: str


_BEFORE = (
    (Bound.AT_LEAST, r"at least|no fewer than|no less than|not less than|a minimum of|≥"),
    (Bound.AT_MOST, r"at most|up to|no more than|not more than|a maximum of|as many as|as much as|≤"),
    (Bound.MORE, r"more than|over|above|exceeding|upwards? of|in excess of|>"),
    (Bound.LESS, r"less than|fewer than|under|below|<"),
    (Bound.ABOUT, r"about|around|roughly|approximately|some|nearly|almost|close to|an estimated|circa|c\.|~|≈"),
)
_BOUND_BEFORE = re.compile(
    rf"(?<!\w)(?:{'|'.join(f'(?P<{bound.name}>{words})' for bound, words in _BEFORE)})\s?$", re.IGNORECASE
)
_BOUND_BEHIND = MappingProxyType(
    {
        Bound.AT_LEAST: re.compile(r" or (?:more|over|above)\b", re.IGNORECASE),
        Bound.AT_MOST: re.compile(r" or (?:less|fewer|under|below)\b", re.IGNORECASE),
        Bound.ABOUT: re.compile(r" or (?:so|thereabouts)\b|-odd\b|ish\b", re.IGNORECASE),
    }
)
_TO = re.compile(r" ?[-–—] ?| to | or | and ", re.IGNORECASE)
_FROM, _BETWEEN = re.compile(r"\bfrom\s*$", re.IGNORECASE), re.compile(r"\bbetween (?:\w+ )?$", re.IGNORECASE)
_MINUS = re.compile(r"(?:(?:^|[\s(])[-−]|\bminus )$", re.IGNORECASE)
_TIMES_BEHIND = re.compile(r" times\b|-fold\b", re.IGNORECASE)
_SCALE = re.compile(r"(hundred|thousand|million|billion|trillion|k|mn|m|bn|b|tn)\b", re.IGNORECASE)
_COUNTED = re.compile(r"(?: [A-Za-z][a-z’'-]{2,30}){1,3}")
_NO_NOUN = frozenset(
    "and the per from for since after before that which who were was are had have has than more less".split()
)
_COUNT = "one|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|[1-9]|[1-9]0|100|1,?000"
_RATIO = re.compile(rf"(?<![\w.,])({_COUNT}) (?:in|out of)(?: every)? ({_COUNT})(?![\w,]|\.\d)", re.IGNORECASE)
_DURING = re.compile(r"\bover $", re.IGNORECASE)
_TIMES = frozenset({"y", "mo", "wk", "d", "h", "min"})
_FRACTION_OF = re.compile(r" (?:of )?an? ?|-")
_NO_SHARE = re.compile(r" an? |[- ](?:hour|day|year|mile|century|time|way|dozen|price|million|billion)|-")
_DIGIT = re.compile(r"\d")
_CHANGE_OF = re.compile(
    r"\b(?:increase|rise|fall|drop|decline|decrease|growth|cut|reduction|gain)s? of (?:\w+ ){0,2}$", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_CLAUSE_END = re.compile(r"[,;:.] ")
_MORE_THAN = re.compile(r"\b(?:more|less|fewer) than\b|\b(?:over|under|above|below|up to|at least)\b")
_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_NO_CHANGE = frozenset(
    "more most less fewer lost lose loses won win wins least lowest highest largest smallest improve improved improves "
    "improving above below strengthen strengthened worsen worsened weaken weakened".split()
)
_BY_OR_TO = re.compile(r"\b(by|to|at|from)\s+(?:\w+ ){0,2}$", re.IGNORECASE)


def figures_in(text: str) -> tuple[Figure, ...]:
    """Read the numbers of a sentence in order; years, days of months and counts behind ``per`` are none."""
    return tuple(placed.figure for placed in placed_figures(text))


def placed_figures(text: str) -> tuple[Placed, ...]:
    """Read the numbers of a sentence in order, each with its place."""
    around = _Surroundings(text, as_read(text), period_in(text), against_in(text))
    ratios = [ratio for match in _RATIO.finditer(around.text) if (ratio := _ratio(match, around)) is not None]
    amounts = [
        amount
        for amount in _joined_fractions(around.text, list(amounts_in(around.text)))
        if not is_no_quantity(around.text, amount)
        and not any(ratio.start < amount.end and amount.start < ratio.end for ratio in ratios)
    ]
    found = list(ratios)
    index = 0
    while index < len(amounts):
        first = amounts[index]
        last = amounts[index + 1] if index + 1 < len(amounts) and _joined(around.text, *amounts[index:][:2]) else first
        index += 1 if last is first else 2
        until = amounts[index].start if index < len(amounts) else len(text)
        if first is last or first.value <= last.value or _FROM.search(around.text[: first.start][-8:]):
            found.append(Placed(first.start, last.end, _figure(around, first, last, until)))
        elif around.text[first.end : last.start] == " to ":
            # 52 to 48 percent are two shares; 3-1 is a score.
            unit = first.unit or last.unit
            found.append(Placed(first.start, first.end, _figure(around, replace(first, unit=unit), None, last.start)))
            found.append(Placed(last.start, last.end, _figure(around, last, None, until)))
    return tuple(sorted(found, key=lambda placed: placed.start))


def figure_in(text: str) -> Figure | None:
    """Read the number that a sentence is about: the first with a unit, else the first; how long something took comes last."""
    found = figures_in(text)
    things = [figure for figure in found if figure.unit not in _TIMES] or list(found)
    return next((figure for figure in things if figure.unit), things[0] if things else None)


def _joined(text: str, first: Amount, last: Amount) -> bool:
    """Say whether two numbers are the two ends of one."""
    match = _TO.fullmatch(text, first.end, last.start)
    return match is not None and (match.group() != " and " or _BETWEEN.search(text[: first.start][-24:]) is not None)


def _figure(around: _Surroundings, first: Amount, second: Amount | None, until: int) -> Figure:
    """Read a number, or two that are one; what belongs to it stands before ``until``."""
    text, last = around.text, second or first
    before, behind = text[max(0, first.start - 30) : first.start], text[last.end : min(last.end + 60, until)]
    way = _way(text, first.start)
    low, high, bound = first.value, last.value, _bound(before, behind)
    if first.unit in _TIMES and _DURING.search(before):
        bound = Bound.EXACT
    first_words, last_words = text[first.start : first.end], text[last.start : last.end]
    earlier = None
    if first is not last:
        scale, own = _scale(last_words), _scale(first_words)
        low = low * scale if scale > 1 and own == 1 and low < high / 1000 else low
        bound = Bound.RANGE
        if way and _FROM.search(before):
            # What rose from one value to another stands at the second one now.
            earlier, low, bound = low, high, Bound.EXACT
    elif _MINUS.search(before):
        low, high = -low, -high
    unit, step = first.unit or last.unit, _step(last_words, last.value)
    if not unit and (_TIMES_BEHIND.match(behind) or first_words.casefold() == "twice"):
        unit = "times"
    if (
        not unit
        and 0 < high < 1
        and last_words.isascii()
        and not _NO_SHARE.match(behind)
        and not _DIGIT.search(last_words)
    ):
        # A third of all adults is a share as 33% of them is, only roughly told.
        low, high, unit, step = low * 100, high * 100, "%", Decimal(5)
    return Figure(
        min(low, high),
        max(low, high),
        unit,
        bound,
        step,
        own_period(behind) or around.period,
        rate_in(behind),
        base_in(behind, unit),
        around.against,
        way,
        None if first is last and not way else _changed(before, first, last),
        "" if unit else _counted(behind),
        earlier,
        around.original[first.start : last.end].strip(),
    )


def _ratio(match: re.Match[str], around: _Surroundings) -> Placed | None:
    """Read ``one in five adults`` as a share of the adults."""
    part, whole = (Decimal(1) if words.casefold() == "one" else _value(words) for words in (match[1], match[2]))
    if part is None or whole is None or not 0 < part < whole:
        return None
    before, behind = match.string[: match.start()][-30:], match.string[match.end() :]
    share = 100 * part / whole
    base = base_in(f" of{behind[:60]}", "%")
    words = around.original[match.start() : match.end()]
    told = _bound(before, ""), Decimal(1), around.period
    figure = Figure(share, share, "%", *told, base=base, against=around.against, words=words)
    return Placed(match.start(), match.end(), figure)


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
    found = _BOUND_BEFORE.search(before)
    if found is not None and found.lastgroup is not None:
        return Bound[found.lastgroup]
    return next((bound for bound, pattern in _BOUND_BEHIND.items() if pattern.match(behind)), Bound.EXACT)


def _changed(before: str, first: Amount, last: Amount) -> bool | None:
    if first is not last:
        return False if _FROM.search(before) else None
    if _CHANGE_OF.search(before):
        return True
    match = _BY_OR_TO.search(before)
    return None if match is None else match[1].casefold() == "by"


def _way(text: str, at: int) -> str:
    """Give the direction of the nearest word before the number in its clause."""
    clause = _MORE_THAN.sub(" ", _CLAUSE_END.split(text[max(0, at - 120) : at])[-1])
    return next(filter(None, map(_way_of, reversed(_WORD.findall(clause)))), "")


@lru_cache(maxsize=4096)
def _way_of(word: str) -> str:
    ways = directions_of(word)
    return next(iter(ways)) if ways and word.casefold() not in _NO_CHANGE else ""


def _step(words: str, value: Decimal) -> Decimal:
    """Give what one in the last written digit is worth; of a number in words, one in its last scale."""
    scale = _scale(words)
    digits = _DIGITS.search(words)
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
    return (
        " ".join(takewhile(lambda word: word.casefold() not in _NO_NOUN, match.group().split()))
        if match is not None
        else ""
    )
