"""Words that stand against each other, written by hand in ``axes.txt``: each line is an axis with its two ends.

Words at one end mean much the same where claims are compared; words at the two ends reverse each other. Words of more
than one part are joined by ``_``. A line with one end alone holds words of one meaning.
"""

from functools import cache, lru_cache
from pathlib import Path

_WITNESSES = 3
AXES = Path(__file__).with_name("axes.txt")
"""The axes; written by hand."""


@cache
def table() -> dict[str, tuple[tuple[int, bool], ...]]:
    """Give the axes of each word, each with the end at which the word stands."""
    found: dict[str, list[tuple[int, bool]]] = {}
    for axis, line in enumerate(AXES.read_text("utf-8").splitlines()):
        for end, words in enumerate(line.split(" / ")):
            for word in dict.fromkeys(words.split()):
                found.setdefault(word, []).append((axis, bool(end)))
    return {word: tuple(ends) for word, ends in found.items()}


def ends(word: str) -> tuple[tuple[int, bool], ...]:
    """Give the axes of a base form, each with the end at which it stands."""
    return table().get(word, ())


@lru_cache(maxsize=16_384)
def drawn_apart(one: str, other: str) -> bool:
    """Say whether words of no common axis stand against each other through several others: ``gain``, ``weaken``."""
    mine, theirs = _beside(one), _beside(other)
    if one in theirs or other in mine:
        return False
    return len(mine & _facing(other) | theirs & _facing(one)) >= _WITNESSES


@lru_cache(maxsize=4_096)
def _beside(word: str) -> frozenset[str]:
    return frozenset(near for end in ends(word) for near in _ends()[end])


@lru_cache(maxsize=4_096)
def _facing(word: str) -> frozenset[str]:
    return frozenset(far for axis, end in ends(word) for far in _ends().get((axis, not end), ()))


@cache
def _ends() -> dict[tuple[int, bool], tuple[str, ...]]:
    found: dict[tuple[int, bool], list[str]] = {}
    for word, ends_of in table().items():
        for end in ends_of:
            found.setdefault(end, []).append(word)
    return {end: tuple(words) for end, words in found.items()}


def phrases() -> tuple[str, ...]:
    """Give what is written in more than one word."""
    return tuple(word for word in table() if "_" in word)
