"""First and second verdicts set against each other: how often each rating met each other one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claims_db.rows import JudgementRow


class PairCounts(NamedTuple):
    """How often a first verdict met a second one, by the ratings of both."""

    counts: Mapping[tuple[str, str], int]

    @property
    def pairs(self) -> int:
        """How many pairs there are."""
        return sum(self.counts.values())

    @property
    def equal(self) -> int:
        """How many of them agree."""
        return sum(count for (first, second), count in self.counts.items() if first == second)

    def ratings(self, order: Sequence[str]) -> tuple[str, ...]:
        """Give the ratings that occur: those of a scale in its order, then what the scale does not have any more."""
        used = {rating for pair in self.counts for rating in pair}
        return (*(rating for rating in order if rating in used), *sorted(used.difference(order)))


def pair_counts(judgements: Sequence[JudgementRow]) -> PairCounts:
    """Count the pairs; judgements come by two, the first verdict in front of the second one."""
    firsts, seconds = judgements[::2], judgements[1::2]
    return PairCounts(Counter((one.rating, other.rating) for one, other in zip(firsts, seconds, strict=True)))
