"""A text as it is compared: its words and how rare they are, its names, numbers and quoted parts."""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from workbench.domain.amounts import amounts_in
from workbench.domain.common_words import COMMON_WORDS
from workbench.domain.plain_words import plain_words
from workbench.domain.priors import Pool

LONGEST = 4_000
"""What stands behind this many characters of a text is not compared."""

_SMALL = 2_000
"""A pool of fewer priors says too little of how rare words are; it is taken to be one of so many."""

_OFTEN = 5
"""Of how many priors one holds a word that is common in English, at least."""

_REMEMBERED = 1 << 17
"""How many rarities are kept in memory."""

_NAME = re.compile(r"(?<![\w.])[A-Z][\w'’-]*")
_QUOTED = re.compile(r"[\"“]([^\"“”]{8,300})[\"”]|(?<!\w)['‘]([^‘\n]{8,300}?)['’](?!\w)")
_COUNTED = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half twice "
    "dozen third thirds quarter quarters fifth fifths tenth tenths".split()
)


class Rarity:
    """How much a word tells of what a text is about: the fewer priors hold it, the more."""

    def __init__(self, pool: Pool) -> None:
        """Ask a pool, as it is now."""
        self._pool = pool
        table = _Table(pool)
        self.unheard = table.rarity(0)
        """The rarity of a word that no prior holds."""
        self.of: Callable[[str], float] = table.__getitem__
        """Gives the rarity of a stem."""

        self._often = dict[str, float]()

    def often(self, claimer: str) -> float:
        """Tell how often a claimer was heard before: the logarithm of how many of a thousand priors are of that claimer."""
        found = self._often.get(claimer)
        if found is None:
            if len(self._often) >= _REMEMBERED:
                self._often.clear()
            size = max(self._pool.size(), _SMALL)
            found = self._often[claimer] = math.log1p(1_000 * self._pool.said_by(claimer) / size)
        return found

    def stems(self, words: Iterable[str]) -> tuple[str, ...]:
        """Give the stems of plain words."""
        return tuple(self._pool.stems(words))

    def sum(self, stems: Iterable[str]) -> float:
        """Give the rarity of stems together."""
        return sum(map(self.of, stems))


class _Table(dict[str, float]):
    """What was asked before is not asked of the pool again."""

    def __init__(self, pool: Pool) -> None:
        super().__init__()
        self._pool = pool
        self._size = max(pool.size(), _SMALL)
        self._common = frozenset(pool.stems(COMMON_WORDS))

    def __missing__(self, stem: str) -> float:
        if len(self) >= _REMEMBERED:
            self.clear()
        held = self._pool.holding(stem)
        if stem in self._common:
            held = max(held, self._size // _OFTEN)
        found = self[stem] = self.rarity(held)
        return found

    def rarity(self, holding: int) -> float:
        return math.log(1 + (max(self._size - holding, 0) + 0.5) / (holding + 0.5))


class Text(NamedTuple):
    """A text that is compared.

    Attributes:
        words: its plain words; ``row`` has their stems in order, ``stems`` how often each is there.
        mass: the rarity of its stems together, never zero.
        pieces: every four signs in a row.
        pairs: every two stems in a row.
        names: stems of words with a capital.
        numbers: values, without units.

    """

    words: frozenset[str]
    row: tuple[str, ...]
    stems: dict[str, int]
    mass: float
    pieces: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    names: frozenset[str]
    numbers: frozenset[str]


def text_of(said: str, words: Sequence[str], rarity: Rarity) -> Text:
    """Prepare a text, whose plain words are given."""
    row = rarity.stems(words)
    stems: dict[str, int] = {}
    for stem in row:
        stems[stem] = stems.get(stem, 0) + 1
    return Text(
        words=frozenset(words),
        row=row,
        stems=stems,
        mass=rarity.sum(stems) or 1.0,
        pieces=_pieces(words),
        pairs=frozenset(pairwise(row)),
        names=frozenset(rarity.stems(plain_words(" ".join(set(_NAME.findall(said)))))),
        numbers=_numbers(said, words),
    )


def compared(said: str, rarity: Rarity) -> Text:
    """Prepare a text."""
    said = said[:LONGEST]
    return text_of(said, plain_words(said), rarity)


def quoted(said: str, rarity: Rarity) -> tuple[str, ...]:
    """Give the stems of what a text has between quotation marks."""
    return rarity.stems(plain_words(" ".join(part for pair in _QUOTED.findall(said[:LONGEST]) for part in pair)))


def _pieces(words: Sequence[str]) -> frozenset[str]:
    whole = " ".join(words)
    return frozenset([whole[place : place + 4] for place in range(len(whole) - 3)])


def _numbers(said: str, words: Sequence[str]) -> frozenset[str]:
    if not any(word in _COUNTED or word[0].isdecimal() for word in words):
        return frozenset()
    return frozenset(f"{amount.value.normalize():f}" for amount in amounts_in(said))
