"""Read a claim once: its words, what turns it round, its quantities, times and names."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from workbench.matching.guard import cues
from workbench.matching.guard.bounds import bounding_negations, bounds_of, word_places
from workbench.matching.guard.entities import with_entities
from workbench.matching.guard.lexicon import phrasal
from workbench.matching.guard.marks import Marks
from workbench.matching.guard.opposites import ends
from workbench.matching.guard.polarity import Cue, clauses_of
from workbench.matching.guard.quantities import Quantity, quantities_in
from workbench.matching.guard.times import Moment, moments_in
from workbench.matching.guard.words import Word, straight, words_of

_PARTICLES = frozenset("up down out off over away back in".split())
_PRONOUNS = frozenset("it them him her this that us me you".split())
_PERIOD = re.compile(
    r"\b(?:(?:a|the) (week|month|year) (?:before|earlier|ago)|"
    r"(?:a|an|per|each|every|once a|twice a) (hour|day|night|week|fortnight|month|year)"
    r"(?! (?:and|after|or|in advance|before|earlier|ago|later|from|on|since|old))|"
    r"(?:per|each|every) (quarter)|(hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|annual|annually|yearly))\b"
)
_PERIODS = {"night": "day", "annual": "year", "annually": "year", "nightly": "day", "daily": "day"}
_SMALL_MONTH = re.compile(r"\b(?:may|march)\b")
_SCALE = re.compile(r"\b(dozens|scores|hundreds|thousands|millions|billions)\b")
_VAGUE = re.compile(
    r"\b(?:several|a few|many) ((?:dozen|hundred|thousand|million)(?: (?:thousand|million|billion))?)\b"
)
_BY_OR_TO = re.compile(r"\b(by|to) ?[$£€]?$")
_SUFFIXED = re.compile(r"(?<![\w.])(\d{1,4})(?:st|nd|rd|th)\b")


@dataclass(frozen=True)
class Reading:
    """A claim as the guard reads it; ``soft`` holds the places of words that weaken, bound or rank."""

    text: str
    words: tuple[Word, ...]
    content: tuple[int, ...]
    names: tuple[int, ...]
    cues: tuple[Cue, ...]
    soft: dict[str, tuple[int, ...]]
    quantities: tuple[Quantity, ...]
    moments: tuple[Moment, ...]
    periods: tuple[tuple[str, int, int], ...]
    ordinals: frozenset[str]
    clauses: tuple[int, ...]
    attribution: frozenset[int]
    bounding: frozenset[int]
    scales: frozenset[str]


@lru_cache(maxsize=4_096)
def read(text: str, said_on: date | None = None) -> Reading:
    """Read a claim."""
    plain = straight(text)
    lower = plain.lower()
    if len(lower) != len(plain):  # a letter of another script grew
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in plain)
    moments = moments_in(_without_small_months(plain, lower), said_on)
    quantities = quantities_in(_VAGUE.sub(lambda match: "\n" * len(match[0]), _masked(lower, moments)))
    words = with_entities(plain, words_of(plain))
    taken = _taken(words, [*moments, *quantities])
    bounds = bounds_of(lower, quantities)
    kinds, spent = bounding_negations(words, bounds)
    bounding = word_places(words, bounds) | spent
    marks = Marks(plain, words, taken, frozenset(bounding))
    found, soft, words = marks.cues, marks.soft, _joined(marks.words)
    inside = {at for cue in found if cue.kind in {"plain", "nearly", "debunk"} for at in range(cue.word, cue.after)}
    soft_only = {at for kind in ("future", "maybe", "more_than", "less_than", "about") for at in soft.get(kind, ())}
    names = tuple(at for at, word in enumerate(words) if word.name and at not in taken)
    content = tuple(
        at
        for at, word in enumerate(words)
        if word.content
        and not word.name
        and at not in taken
        and at not in bounding
        and at not in inside
        and (at not in soft_only or word.lower in cues.DIRECTIONS)
    )
    periods = tuple((_period(match), match.start(), match.end()) for match in _PERIOD.finditer(lower))
    ordinals = frozenset(match[1] for match in _SUFFIXED.finditer(_masked(lower, moments)))
    clauses = clauses_of(plain, words)
    return Reading(
        text,
        tuple(words),
        content,
        names,
        tuple(found),
        {name: tuple(places) for name, places in soft.items()},
        tuple(one._replace(bound=kinds.get(number, ""), way=_way(lower, one)) for number, one in enumerate(quantities)),
        tuple(moments),
        periods,
        ordinals,
        clauses,
        _attribution(words, clauses, content, {cue.word for cue in found}),
        frozenset(bounding),
        frozenset((*_SCALE.findall(lower), *(f"{word}s" for some in _VAGUE.findall(lower) for word in some.split()))),
    )


def _attribution(
    words: list[Word], clauses: tuple[int, ...], content: tuple[int, ...], turning: set[int]
) -> frozenset[int]:
    """Give the places of the words that only tell who says it: a short clause with a word of saying, beside a longer one."""
    sizes: dict[int, int] = {}
    for at in content:
        sizes[clauses[at]] = sizes.get(clauses[at], 0) + 1
    saying = {
        clauses[at]
        for at, word in enumerate(words)
        if not cues.SAYING.isdisjoint((word.lower, *word.bases)) and at not in turning and not word.name
    }
    saying -= {clauses[at] for at in turning}
    most = max((size for clause, size in sizes.items() if clause not in saying), default=0)
    short = {clause for clause in saying if sizes.get(clause, 0) <= max(2, most)}
    return frozenset(at for at, clause in enumerate(clauses) if clause in short) if most > 1 else frozenset()


def _way(lower: str, quantity: Quantity) -> str:
    """Say whether a figure is that by which something changed, or that to which it did."""
    match = _BY_OR_TO.search(lower[max(0, quantity.start - 4) : quantity.start])
    return match[1] if match else ""


def _without_small_months(plain: str, lower: str) -> str:
    """Take ``may`` and ``march`` in small letters for no months, where other words have their capitals."""
    if plain == lower or plain.isupper():
        return lower
    return _SMALL_MONTH.sub(lambda match: "\n" * len(match[0]) if plain[match.start()].islower() else match[0], lower)


def bare_digits(reading: Reading) -> tuple[int, ...]:
    """Give the places of the digits that belong to no quantity and no time, as those of a road or a form do."""
    spans = [(one.start, one.end) for one in reading.quantities] + [(one.start, one.end) for one in reading.moments]
    return tuple(
        at
        for at, word in enumerate(reading.words)
        if word.lower.isdigit()
        and word.lower not in reading.ordinals
        and not any(start <= word.start < end for start, end in spans)
    )


def _masked(text: str, moments: list[Moment]) -> str:
    for one in moments:
        text = text[: one.start] + "\n" * (one.end - one.start) + text[one.end :]
    return text


def _taken(words: list[Word], spans: list[Moment | Quantity]) -> frozenset[int]:
    taken, at = set(), 0
    for start, end in sorted((span.start, span.end) for span in spans):
        while at < len(words) and words[at].end <= start:
            at += 1
        here = at
        while here < len(words) and words[here].start < end:
            taken.add(here)
            here += 1
    return frozenset(taken)


def _joined(words: list[Word]) -> list[Word]:
    """Give a verb its particle where words stand between: ``turned the offer down``."""
    for at, word in enumerate(words):
        if not word.content or word.name:
            continue
        for later in words[at + 2 : at + 6]:
            if later.lower in _PARTICLES:
                close = later is words[at + 2] and words[at + 1].lower in _PRONOUNS
                found = tuple(
                    form
                    for base in word.bases
                    if ends(form := f"{base}_{later.lower}") or (close and phrasal(base, later.lower))
                )
                if found:
                    words[at] = word._replace(bases=(*found, *word.bases))
                    if close:
                        words[at + 2] = later._replace(content=False)
                    break
    return words


def _period(match: re.Match[str]) -> str:
    word = "ago_" + match[1] if match[1] else match[2] or match[3] or match[4]
    return _PERIODS.get(word, word.removesuffix("ly"))
