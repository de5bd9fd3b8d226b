"""How the wording of a claim drifted: two wordings set against each other, word by word, and what that does to it."""

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import NamedTuple

from claims_db.match_vocabulary import Relation
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.changes import Change, ChangeKind, changes_between, kind_of
from workbench.domain.evidence.folding import fold
from workbench.domain.evidence.later_look import changed_words
from workbench.domain.evidence.word_difference import word_blocks
from workbench.domain.evidence.words import words_of
from workbench.domain.names import one_name
from workbench.domain.searching import Mark
from workbench.matching.guard import Said
from workbench.matching.guard.reading import Reading, read
from workbench.matching.judged import beside

LONGEST = 2_000
"""What stands behind this many characters of a wording is not compared."""

_HEDGES = ("maybe", "plan", "about")
_TYPESETTING = frozenset({ChangeKind.CAPITALS, ChangeKind.PUNCTUATION})


class DriftKind(StrEnum):
    """What a change of words does to a claim, what weighs most first."""

    NEGATION = "negation"
    NUMBER = "number"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"
    DIRECTION = "direction"
    NAME = "name"
    WORDS = "words"


class Wording(NamedTuple):
    """A claim as it stands somewhere, and who is named there: who says it, through whom, and who published it."""

    words: str
    names: tuple[str, ...] = ()
    publisher: str = ""


class Drifted(NamedTuple):
    """Words that became others: what that does, a sentence that says it, and where they stand before and after.

    An empty mark is a place where nothing stands for the words of the other side.
    """

    kinds: tuple[DriftKind, ...]
    words: str
    here: Mark
    there: Mark

    @property
    def reverses(self) -> bool:
        """Say whether it may make the one the opposite of the other."""
        return not {DriftKind.NEGATION, DriftKind.DIRECTION}.isdisjoint(self.kinds)


class Drift(NamedTuple):
    """How one wording became another.

    Attributes:
        changes: the words that became others, in order.
        lost: the names that are not named any more.
        relation: what the guard takes the later wording for, beside the earlier one.

    """

    changes: tuple[Drifted, ...]
    lost: tuple[str, ...]
    relation: Relation


def wording_key(words: str) -> tuple[str, ...]:
    """Give what two wordings share that are the same word for word, however they are typeset."""
    keys = words_of(fold(words).text).keys
    return tuple(key for key in keys if kind_of(key, "") is not ChangeKind.PUNCTUATION) or tuple(keys)


def drift(before: Wording, after: Wording) -> Drift:
    """Say how a wording became another one."""
    older, newer = CapturedText(before.words[:LONGEST]), CapturedText(after.words[:LONGEST])
    changes = changes_between(older, newer, word_blocks(older.words.keys, newer.words.keys))
    first, second = read(older.text), read(newer.text)
    found = tuple(_drifted(one, first, second) for one in changes if one.kind not in _TYPESETTING)
    told = beside(Said(older.text), Said(newer.text)).relation if found else Relation.SAME
    return Drift(found, tuple(_lost(before, after)), told)


def _drifted(change: Change, first: Reading, second: Reading) -> Drifted:
    here, there = Mark(change.start, change.end), Mark(change.source_start, change.source_end)
    kinds = {DriftKind(change.kind.value)}
    if _hedges(first, here) != _hedges(second, there):
        kinds.add(DriftKind.HEDGE)
    if _attributes(first, here) != _attributes(second, there):
        kinds.add(DriftKind.ATTRIBUTION)
    if not any(_any_inside(reading, reading.names, span) for reading, span in ((first, here), (second, there))):
        kinds.discard(DriftKind.NAME)  # a capital at the beginning of a sentence is none
    if DriftKind.HEDGE in kinds and not any(letter.isdigit() for letter in change.words + change.source_words):
        kinds.discard(DriftKind.NUMBER)  # "may" is a month elsewhere
    if len(kinds) > 1:
        kinds.discard(DriftKind.WORDS)
    order = tuple(kind for kind in DriftKind if kind in kinds)
    return Drifted(order or (DriftKind.WORDS,), changed_words(change), here, there)


def _hedges(reading: Reading, span: Mark) -> frozenset[str]:
    """Give the groups of words in a span that say that something may be, is only meant, or is only about so."""
    groups = {name: reading.soft.get(name, ()) for name in _HEDGES} | {"bound": reading.bounding}
    return frozenset(name for name, places in groups.items() if _any_inside(reading, places, span))


def _attributes(reading: Reading, span: Mark) -> bool:
    """Say whether words of a span only tell who says it."""
    return _any_inside(reading, {*reading.attribution, *reading.soft.get("saying", ())}, span)


def _any_inside(reading: Reading, places: Collection[int], span: Mark) -> bool:
    return any(span.start <= reading.words[at].start < span.end for at in places)


def _lost(before: Wording, after: Wording) -> Iterator[str]:
    """Give the names of the earlier wording that are nowhere in the later one."""
    named = [name for name in (*after.names, after.publisher) if name]
    words = after.words.casefold()
    for name in before.names:
        if name.casefold() not in words and not any(one_name(name, other) for other in named):
            yield name
