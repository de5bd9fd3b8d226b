"""Claims by the million, and statements that repeat some of them in other words.

The words are made of syllables and are as frequent as those of a language: the commonest stands in every second claim,
most of them in a few.
"""

import random
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from workbench.domain.priors import Prior

_SMALL = "the of to and a in is that for on was with as by it has at from are this be an not they more who his their its".split()
_STARTS, _MIDDLES, _ENDS = (
    "b c d f g h k l m n p r s t v w br st tr pl".split(),
    "a e i o u ea ou".split(),
    "n r l s t nd rk m".split(),
)
_VOCABULARY = 150_000
_NAMES = 20_000


class Planted(NamedTuple):
    """A statement, and the id of the claim that it repeats."""

    statement: str
    repeats: str


class GeneratedPriors:
    """Claims by their number, the same ones each time."""

    def __init__(self) -> None:
        chance = random.Random(7)  # noqa: S311 # the same claims each time
        words = dict.fromkeys(_SMALL)
        while len(words) < _VOCABULARY:
            words["".join(_syllable(chance) for _ in range(chance.choice((1, 2, 2, 3))))] = None
        self._words = list(words)
        self._rising = list(accumulate(1 / (rank + 3) for rank in range(len(self._words))))
        self._names = [_syllable(chance).title() + _syllable(chance) for _ in range(_NAMES)]

    def priors(self, count: int) -> Iterator[Prior]:
        """Give claims."""
        for number in range(count):
            yield self.prior(number)

    def prior(self, number: int) -> Prior:
        """Give one claim."""
        chance = random.Random(number)  # noqa: S311 # the same claims each time
        name, other = chance.choice(self._names), chance.choice(self._names)
        said = [self._word(chance) for _ in range(chance.randint(6, 22))]
        said.insert(len(said) // 2, str(chance.randint(2, 5_000)))
        title = [*said[2:6], self._word(chance), self._word(chance)]
        return Prior(str(number), f"{name} {' '.join(said)} {other}.", f"Did {name} {' '.join(title)}?", name)

    def planted(self, count: int, among: int) -> Iterator[Planted]:
        """Repeat some claims: half of the words gone, a quarter of the others exchanged, the rest in another order, others around it."""
        chance = random.Random(11)  # noqa: S311 # the same claims each time
        for number in sorted(chance.sample(range(among), count)):
            words = self.prior(number).claim.rstrip(".").split()
            kept = [word for word in words if chance.random() > 0.5]
            kept = [word if chance.random() > 0.25 else self._word(chance) for word in kept]
            half = len(kept) // 2
            around = [self._word(chance) for _ in range(chance.randint(4, 12))]
            yield Planted(" ".join([*around[:3], *kept[half:], *kept[:half], *around[3:]]), str(number))

    def _word(self, chance: random.Random) -> str:
        return self._words[bisect_left(self._rising, chance.random() * self._rising[-1])]


def _syllable(chance: random.Random) -> str:
    return chance.choice(_STARTS) + chance.choice(_MIDDLES) + chance.choice(_ENDS)
