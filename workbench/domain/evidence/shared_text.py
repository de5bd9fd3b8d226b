"""How much of their text sources share: runs of five words, thinned out so that long texts stay cheap."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from workbench.domain.evidence.folding import fold
from workbench.domain.evidence.words import is_word, words_of

_RUN = 5
_FEWEST = 12
"""Fewer runs tell nothing: two outlets may give one sentence in the same words by chance."""
_WINDOW = 8
_LONG = 2_000
_HOLDERS = 40
_QUOTED = re.compile(r"“[^“”]{1,2000}”|\"[^\"]{1,2000}\"|«[^«»]{1,2000}»")


@dataclass(frozen=True)
class Prints:
    """The prints of a text; ``few`` where there are not enough of them to tell anything.

    ``whole`` is the print of all its words: two short texts of the same words are one text. 0 where there are none.
    """

    marks: frozenset[int]
    few: bool
    whole: int = 0


class Overlap(NamedTuple):
    """Two texts, by their numbers, and what share of the shorter one's words stands in the other."""

    one: int
    other: int
    share: float


def prints(text: str) -> Prints:
    """Take the prints of a text. Quoted words are left out: whoever heard them may quote them.

    Of a long text every window of eight runs gives its lowest one (winnowing): whatever two texts share over twelve
    words gives both the same prints.
    """
    every = _codes(text)
    own = _runs(_codes(_QUOTED.sub(" … ", text)))
    if len(own) < _FEWEST:
        own = _runs(every)
    marks = frozenset(own) if len(own) <= _LONG else frozenset(_winnowed(own))
    return Prints(marks, len(own) < _FEWEST, hash(tuple(every)) if every else 0)


def twins(texts: Sequence[Prints]) -> tuple[tuple[int, int], ...]:
    """Give the texts that are, word for word, one before them, each with the first of those."""
    first: dict[int, int] = {}
    found = ((first.setdefault(text.whole, index), index) for index, text in enumerate(texts) if text.whole)
    return tuple((one, other) for one, other in found if one != other)


def overlaps(texts: Sequence[Prints], least: float) -> tuple[Overlap, ...]:
    """Give pairs of texts that share so much, each text with the first ones that hold its prints."""
    holders: dict[int, list[int]] = defaultdict(list)
    found = []
    for index, text in enumerate(texts):
        if text.few:
            continue
        common: Counter[int] = Counter()
        for mark in text.marks:
            row = holders[mark]
            common.update(row)
            if len(row) < _HOLDERS:
                row.append(index)
        for other, count in common.items():
            share = count / min(len(text.marks), len(texts[other].marks))
            if share >= least:
                found.append(Overlap(other, index, share))
    return tuple(sorted(found))


def _codes(text: str) -> list[int]:
    words = [key for key in words_of(fold(text).text).keys if is_word(key)]
    numbers = {
        word: int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=7).digest()) for word in set(words)
    }
    return [numbers[word] for word in words]


def _runs(codes: Sequence[int]) -> list[int]:
    return [hash(tuple(codes[at : at + _RUN])) for at in range(len(codes) - _RUN + 1)]


def _winnowed(runs: Sequence[int]) -> list[int]:
    lowest: deque[tuple[int, int]] = deque()
    chosen = []
    last = -1
    for at, run in enumerate(runs):
        while lowest and lowest[-1][0] >= run:
            lowest.pop()
        lowest.append((run, at))
        if lowest[0][1] <= at - _WINDOW:
            lowest.popleft()
        if at >= _WINDOW - 1 and lowest[0][1] != last:
            last = lowest[0][1]
            chosen.append(lowest[0][0])
    return chosen
