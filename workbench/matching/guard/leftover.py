"""What is left over of two claims that lie side by side: how much, of what kind, and where it stands."""

import re

from workbench.matching.guard.alignment import Alignment
from workbench.matching.guard.cues import INHERENT
from workbench.matching.guard.lexicon import meaning
from workbench.matching.guard.reading import Reading

_FIGURE = -1
_EDGE = -2
_VERBAL = re.compile(r"(?:ed|ing)$")
_INTO = frozenset("in among of for from with on at by under outside near".split())
_ARTICLES = frozenset("the a an its their his her".split())


def replaced(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Say whether one word stands in the place of another, and no more: ``killed 57 people``, ``injured 57 people``."""
    if len(alignment.first) != 1 or len(alignment.second) != 1:
        return False
    (mine,), (theirs,) = alignment.first, alignment.second
    linked = {
        link.first: link.second for link in (*alignment.equal, *alignment.names, *alignment.alike, *alignment.opposite)
    } | {_FIGURE: _FIGURE, _EDGE: _EDGE}
    return all(linked.get(_beside(one, mine, step)) == _beside(other, theirs, step) for step in (-1, 1))


def _beside(reading: Reading, at: int, step: int) -> int:
    """Give the place of the next word that says something on one side, or what stands for a figure or the edge."""
    telling = {*reading.content, *reading.names}
    figures = [(one.start, one.end) for one in reading.quantities] + [(one.start, one.end) for one in reading.moments]
    at += step
    while 0 <= at < len(reading.words):
        if at in telling:
            return at
        if any(start <= reading.words[at].start < end for start, end in figures):
            return _FIGURE
        at += step
    return _EDGE


def tells(reading: Reading, left: tuple[int, ...]) -> bool:
    """Say whether a verb or an adjective is left over."""
    return any(_VERBAL.search(reading.words[at].lower) or meaning(reading.words[at].bases[-1]).telling for at in left)


def holds_negation(reading: Reading, left: tuple[int, ...]) -> bool:
    """Say whether a word that is left over can make up for a negation of the other claim."""
    return any(
        bool((word := reading.words[at]).positive) or not INHERENT.isdisjoint((word.lower, *word.bases)) for at in left
    )


def few(alignment: Alignment) -> float:
    """Give how much is left over on that side on which less is, from 0 to 1."""
    return min(len(alignment.first), len(alignment.second), 4) / 4


def narrowed(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Say whether a word that only one claim has stands right before a word that both have: ``wine exports``."""
    for reading, left, side in ((one, alignment.first, 0), (other, alignment.second, 1)):
        shared = {link[side] for link in (*alignment.equal, *alignment.alike, *alignment.names)}
        if any(at + 1 in shared and reading.words[at + 1].start - reading.words[at].end == 1 for at in left):
            return True
    return False


def within(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Say whether what only one claim has stands behind a word that both have, and says within what: ``teachers in primary schools``."""
    return any(
        _within(reading, left, {link[side] for link in (*alignment.equal, *alignment.alike, *alignment.names)})
        for reading, left, side in ((one, alignment.first, 0), (other, alignment.second, 1))
    )


def _within(reading: Reading, left: tuple[int, ...], shared: set[int]) -> bool:
    words, added = reading.words, set(left)
    for at in left:
        before = at - 1
        while before > 0 and (before in added or words[before].lower in _ARTICLES):
            before -= 1
        if words[before].lower in _INTO and before - 1 in shared and before - 1 not in reading.attribution:
            return True
    return False
