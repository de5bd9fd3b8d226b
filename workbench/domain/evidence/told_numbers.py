"""The numbers of some words, each with the words that say what it is a number of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from workbench.domain.dates import MONTHS
from workbench.domain.evidence.figure import Figure, plain
from workbench.domain.evidence.figures import placed_figures
from workbench.domain.evidence.sentence_around import sentences_of
from workbench.domain.turning_words import directions_of, negates

LONGEST = 20_000
"""So many characters are looked through; an excerpt is seldom longer than a paragraph."""
MOST = 60
_NEAR_BEFORE, _NEAR_BEHIND = 60, 50
_CLAUSE_ENDS = re.compile(r"[,;:—–]\s|\s(?:and|but|while|whereas)\s")
_WORD = re.compile(r"[^\W\d_]{3,40}")
_STEM = 6
_WORDS_KEPT = 4096
_NO_SUBJECT = frozenset(
    "the that this these those there than then they them their its his her our your who whom whose which what when where "
    "and but for from with without over under about around above below more most less least fewer some many much each every "
    "was were are been being has have had does did done will would could should may might can not only also just even still "
    "said says say told according reported reports report claims claimed announced year years month months week weeks day days "
    "quarter century last next previous earlier before after since until during between into onto out per cent percent "
    "percentage point points million billion trillion thousand hundred dozen half third dollars euros pounds yuan yen rubles "
    "people person persons man men woman women number numbers figure figures total rate level amount share nearly almost "
    "roughly approximately least exceeding one two three four five six seven eight nine ten eleven twelve twenty thirty forty "
    "fifty sixty seventy eighty ninety times twice new all any both either both now today".split()
).union(MONTHS)
PEOPLE = frozenset("people person persons men women man woman others".split())
"""Words that tell little of what is counted."""
_GROUPS = (
    "dead died dies death deaths killed kill kills fatalities fatality",
    "injured injuries injury wounded hurt",
    "unemployment unemployed jobless joblessness",
    "children child kids",
    "cases case infections infection infected",
    "price prices priced",
    "britain british kingdom",
    "tax taxes taxation",
)
_GROUP = MappingProxyType({word: group.split()[0] for group in _GROUPS for word in group.split()})
_LAST_YEAR = re.compile(
    r"(?<!from )(?<!than )(?<!over )(?<!on )(?<!since )(?<!to )(?<!against )(?<!with )\blast year\b", re.IGNORECASE
)
_THIS_YEAR = re.compile(r"\bthis year\b", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?")


@dataclass(frozen=True)
class ToldNumber:
    """A number with the words around it.

    Attributes:
        figure: the number.
        near: the words of its own clause that say what it is about.
        around: those of its whole sentence.
        denied: whether its clause denies something.
        worked_out: the words that it follows from, where it is not told itself.

    """

    figure: Figure
    near: frozenset[str]
    around: frozenset[str]
    denied: bool = False
    worked_out: str = ""


def told_numbers(words: str, before: str = "", behind: str = "", told_on: str = "") -> tuple[ToldNumber, ...]:
    """Read the numbers of some words.

    Args:
        words: the words.
        before: what stands before them; its numbers are none of theirs.
        behind: what stands behind them.
        told_on: the date on which it was told, as ISO 8601 as far as it is known; it says which year ``last year`` is.

    """
    words = words[:LONGEST]
    text = before + words + behind
    first, last = len(before), len(before) + len(words)
    found: list[ToldNumber] = []
    for begin, end in sentences_of(text):
        if end <= first or begin >= last or len(found) >= MOST:
            continue
        sentence = text[begin:end]
        around, near = subjects(sentence), frozenset[str]()
        for placed in placed_figures(sentence):
            clause = _clause(sentence, placed.start, placed.end)
            # Of ``5.1% in 2019 and 6.3% in 2021`` both have the same subject.
            near = subjects(clause) or near
            if first <= begin + placed.start and begin + placed.end <= last:
                figure = _dated(placed.figure, sentence, told_on)
                found.append(ToldNumber(figure, near, around, negates(clause)))
    return tuple(found[:MOST])


def with_changes(numbers: Iterable[ToldNumber]) -> tuple[ToldNumber, ...]:
    """Add what rose or fell by how much, where a sentence says only from what to what."""
    found: list[ToldNumber] = []
    for one in numbers:
        found.append(one)
        found += [replace(one, figure=figure, worked_out=one.figure.words) for figure in _changes(one.figure)]
    return tuple(found)


def key_of(word: str) -> str:
    """Give what two forms of a word have in common, such as ``price`` for ``prices``."""
    word = word.casefold()
    return _GROUP.get(word, word.removesuffix("s")[:_STEM])


def counted_keys(figure: Figure) -> frozenset[str]:
    """Give what a number counts, each word in one form."""
    return _counted_keys(figure.counted)


def subjects(words: str) -> frozenset[str]:
    """Give the words that say what something is about, each in one form."""
    return frozenset(filter(None, map(_subject, _WORD.findall(words))))


@lru_cache(maxsize=_WORDS_KEPT)
def _subject(word: str) -> str:
    """Give the form of a word that says what something is about; empty for one that says nothing of it."""
    word = word.casefold()
    return "" if word in _NO_SUBJECT or directions_of(word) else key_of(word)


@lru_cache(maxsize=_WORDS_KEPT)
def _counted_keys(counted: str) -> frozenset[str]:
    words = map(str.casefold, counted.split())
    return frozenset(key_of(word) for word in words if word in PEOPLE or word not in _NO_SUBJECT)


def _clause(sentence: str, start: int, end: int) -> str:
    """Give the clause around a number, cut where it grows long."""
    before, behind = sentence[max(0, start - _NEAR_BEFORE) : start], sentence[end : end + _NEAR_BEHIND]
    cut = _CLAUSE_ENDS.search(behind)
    return f"{_CLAUSE_ENDS.split(before)[-1]} {behind[: cut.start()] if cut else behind}"


def _dated(figure: Figure, sentence: str, told_on: str) -> Figure:
    """Say which year is meant where a sentence names none but the date on which it was told gives it."""
    date = _DATE.match(told_on)
    if date is None:
        return figure
    year, month = int(date[1]), int(date[2] or 0)
    if not figure.period and _LAST_YEAR.search(sentence):
        return replace(figure, period=str(year - 1))
    if not figure.period and _THIS_YEAR.search(sentence):
        return replace(figure, period=str(year))
    if month and figure.period[:2] == "--" and figure.period[2:].isdecimal():
        return replace(figure, period=f"{year if int(figure.period[2:]) <= month else year - 1}-{figure.period[2:]}")
    return figure


def _changes(figure: Figure) -> list[Figure]:
    """Give the change that ``from 4 to 4.48 euros`` tells: in the same unit, and as a share of what it was.

    A share of a share is what nobody means: from 5% to 6% it rose by a percentage point.
    """
    was = figure.earlier
    if was is None or figure.low == was:
        return []
    way = "up" if figure.low > was else "down"
    told = replace(figure, changed=True, earlier=None, way=way)
    same = _worked_out(told, abs(figure.low - was), "pp" if figure.unit == "%" else figure.unit)
    if same.unit == "pp":
        return [same]
    found = [same]
    if was > 0:
        step = 100 * figure.step * (1 / was + figure.low / (was * was))
        share = _worked_out(told, 100 * same.low / was, "%")
        found.append(replace(share, step=max(step, Decimal("0.0001")), base="", counted=""))
    return found


def _worked_out(figure: Figure, value: Decimal, unit: str) -> Figure:
    words = f"{plain(round(value, 2))}{'' if unit == '%' else ' '}{unit}".rstrip()
    return replace(figure, low=value, high=value, unit=unit, words=f"{words} ({figure.words})")
