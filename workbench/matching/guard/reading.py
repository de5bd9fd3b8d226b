"""Read a claim once: its words, what turns it round, its quantities, times and names."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from workbench.matching.guard import cues
from workbench.matching.guard.bounds import bounding_negations, bounds_of, word_places
from workbench.matching.guard.entities import with_entities
from workbench.matching.guard.lexicon import phrasal
from workbench.matching.guard.opposites import ends
from workbench.matching.guard.polarity import Cue, clauses_of
from workbench.matching.guard.quantities import Quantity, quantities_in
from workbench.matching.guard.times import Moment, moments_in
from workbench.matching.guard.words import Word, phrase_at, straight, words_of

_KINDS = (
    ("debunk", cues.DEBUNK),
    ("denial", cues.DENIAL),
    ("plain", cues.PLAIN),
    ("nearly", cues.NEARLY),
    ("implicit", cues.IMPLICIT),
)
_PARTICLES = frozenset("up down out off over away back in".split())
_PRONOUNS = frozenset("it them him her this that us me you".split())
_STANDING = frozenset("in at on under".split())
_LOOSE = frozenset("in to of for with by on from".split())
_BOUNDS = frozenset({"less_than", "more_than", "fewer_than"})
_TAKEN_UP = frozenset({"rumour", "rumor", "myth"})
_LESS = frozenset({"fewer", "fewest", "lesser"})
_LIES = frozenset({"lie", "lies"})
_JUDGED = frozenset("a an be is are was were total outright blatant complete pure another big simply".split())
_PLACES = frozenset("in on at under beneath behind between near over".split())
_STOPPING = frozenset("stop cease quit drop finish halt".split())
_SOFT = (
    ("plan", cues.PLAN),
    ("future", cues.FUTURE),
    ("maybe", cues.MAYBE),
    ("charged", cues.CHARGED),
    ("convicted", cues.CONVICTED),
    ("more_than", cues.MORE_THAN),
    ("less_than", cues.LESS_THAN),
    ("about", cues.ABOUT),
    ("all", cues.ALL),
    ("most", cues.MOST),
    ("many", cues.MANY),
    ("some", cues.SOME),
    ("few", cues.FEW),
    ("none", cues.NONE),
    ("only", cues.ONLY),
    ("obliged", cues.OBLIGED),
    ("advised", cues.ADVISED),
    ("rank", cues.RANKS),
    ("first", cues.FIRST | cues.UNSEEN),
    ("saying", cues.SAYING),
)
_PERIOD = re.compile(
    r"\b(?:(?:a|the) (week|month|year) (?:before|earlier|ago)|"
    r"(?:a|an|per|each|every|once a|twice a) (hour|day|night|week|fortnight|month|year)"
    r"(?! (?:and|after|or|in advance|before|earlier|ago|later|from|on|since|old))|"
    r"(?:per|each|every) (quarter)|(hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|annual|annually|yearly))\b"
)
_PERIODS = {"night": "day", "annual": "year", "annually": "year", "nightly": "day", "daily": "day"}
_SMALL_MONTH = re.compile(r"\b(?:may|march)\b")
_SCALE = re.compile(r"\b(dozens|scores|hundreds|thousands|millions|billions)\b")
_BY_OR_TO = re.compile(r"\b(by|to) ?[$£€]?$")
_SUFFIXED = re.compile(r"(?<![\w.])(\d{1,4})(?:st|nd|rd|th)\b")
_TITLES = frozenset(
    "mr mrs ms dr prof professor doctor col colonel general president minister senator governor cardinal".split()
)


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
    quantities = quantities_in(_masked(lower, moments))
    words = with_entities(plain, words_of(plain))
    taken = _taken(words, [*moments, *quantities])
    bounds = bounds_of(lower, quantities)
    kinds, spent = bounding_negations(words, bounds)
    bounding = word_places(words, bounds) | spent
    marks = _Marks(plain, words, taken, frozenset(bounding))
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
        tuple(
            one._replace(bound=kinds.get(number, ""), way=_way(lower, one)) for number, one in enumerate(quantities)
        ),
        tuple(moments),
        periods,
        ordinals,
        clauses,
        _attribution(words, clauses, content, {cue.word for cue in found}),
        frozenset(bounding),
        frozenset(_SCALE.findall(lower)),
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


class _Marks:
    """What turns a claim round and what weakens it; an expression becomes a base form of its first word."""

    def __init__(self, plain: str, words: list[Word], taken: frozenset[int], bounding: frozenset[int]) -> None:
        self.cues: list[Cue] = []
        self.soft: dict[str, list[int]] = {}
        self.words = list(words)
        self._plain, self._taken, self._bounding = plain, taken, bounding
        at = 0
        while at < len(words):
            at = self._mark(at)

    def _mark(self, at: int) -> int:
        """Mark the word or expression that begins here, and give the place after it."""
        phrase = phrase_at(self.words, at)
        after = at + phrase.count("_") + 1
        if phrase in _BOUNDS and after not in self._taken:
            phrase, after = "", at + 1
        word = self.words[at]
        forms = (phrase,) if phrase else (word.lower, *word.bases)
        skipped = phrase in cues.SKIPPED
        kind = (
            ""
            if skipped or (at in self._taken and not phrase)
            else self._kind(at, after, forms, named=word.name and not phrase)
        )
        if kind and at not in self._bounding and not (kind == "plain" and after == at + 1 and self._just_negated(at)):
            self.cues.append(Cue(at, after, kind, phrase or word.lower))
        if at not in self._taken and at not in self._bounding and (not word.name or phrase):
            for name, group in _SOFT:
                if not group.isdisjoint(forms):
                    self.soft.setdefault(name, []).append(at)
        if phrase and not skipped:
            self._join(at, after, phrase, kind)
        return after

    def _just_negated(self, at: int) -> bool:
        return bool(self.cues) and self.cues[-1].after == at and self.cues[-1].kind == "plain"

    def _kind(self, at: int, after: int, forms: tuple[str, ...], *, named: bool) -> str:
        """Give in what way a word or expression turns a claim round, or nothing."""
        words, word = self.words, self.words[at]
        kind = "" if named else next((name for name, group in _KINDS if not group.isdisjoint(forms)), "")
        if kind == "debunk" and _of_a_thing(words, at, after, forms):
            return ""
        if word.lower == "nor" and any(cue.text in {"neither", "not"} for cue in self.cues):
            return ""
        if word.lower == "no" and self._plain[word.end : word.end + 1] == ",":
            return "debunk"
        if kind == "debunk" and word.lower in _LIES and not _told_a_lie(words, at):
            return ""
        if word.lower in _TAKEN_UP and self._plain[word.end : word.end + 1] == ":":
            return ""
        if kind == "nearly" and word.lower in _LESS:
            return ""
        if kind:
            return kind
        ending = after < len(words) and words[after].lower.endswith("ing") and not _STOPPING.isdisjoint(forms)
        too = word.lower == "too" and at + 2 < len(words) and words[at + 2].lower == "to"
        lifting = not cues.LIFTING.isdisjoint(forms) and _near_a_ban(words, at)
        return "implicit" if ending or too or lifting or self._kept_from(at, forms) else ""

    def _kept_from(self, at: int, forms: tuple[str, ...]) -> bool:
        """Say whether a verb keeps something from being done: ``kept the race from being run``."""
        if cues.KEEPING.isdisjoint(forms):
            return False
        ahead = self.words[at + 1 : at + 11]
        return any(
            word.lower == "from" and after.lower.endswith("ing") for word, after in zip(ahead, ahead[1:], strict=False)
        )

    def _join(self, at: int, after: int, phrase: str, kind: str) -> None:
        words = self.words
        inner = [one for one in words[at:after] if one.content]
        forms = (phrase, *inner[0].bases) if len(inner) == 1 and not kind and _loose(phrase) else (phrase,)
        words[at] = words[at]._replace(bases=forms, content=bool(inner), end=words[after - 1].end, positive=())
        for place in range(at + 1, after):
            words[place] = words[place]._replace(content=False, name=False)


def _of_a_thing(words: list[Word], at: int, after: int, forms: tuple[str, ...]) -> bool:
    """Say whether a judging word stands before a thing, as in ``a false start``."""
    if cues.JUDGING.isdisjoint(forms) or after >= len(words):
        return False
    behind = words[after]
    return behind.content and cues.RUMOUR.isdisjoint(behind.bases) and behind.start - words[at].end == 1


def _told_a_lie(words: list[Word], at: int) -> bool:
    """Say whether a ``lie`` is said of a claim; a bomb lies somewhere, and a lie goes round the world."""
    behind = words[at + 1 : at + 2]
    before = words[at - 1].lower if at else ""
    return before in _JUDGED and not (behind and (behind[0].content or behind[0].lower in _PLACES))


def _near_a_ban(words: list[Word], at: int) -> bool:
    return any(not cues.BANS.isdisjoint(word.bases) for word in words[max(0, at - 6) : at + 5] if word is not words[at])


def _loose(phrase: str) -> bool:
    """Say whether an expression means much what its word means alone, as ``allow_in`` does and ``turn_down`` does not."""
    return not ends(phrase) or phrase.rpartition("_")[2] in _LOOSE or phrase.partition("_")[0] in _STANDING


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
