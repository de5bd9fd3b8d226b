"""Order what a pool offers by how likely it is what a statement repeats, and say how certain that is."""

import math
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from workbench.domain.meaning import Encoder
from workbench.domain.priors import Offer, Pool, Prior, Repeat
from workbench.matching.asked import asked
from workbench.matching.certainty import Scored, probability, repeat_of, signs
from workbench.matching.compared import Rarity
from workbench.matching.features import Features, features, question
from workbench.matching.meaning import with_meaning
from workbench.matching.reasons import Reasons
from workbench.matching.weights import Weights, shipped, weighed
from workbench.matching.wording import reworded

OFFERED = 40
"""How many priors are compared."""


class Suggested(NamedTuple):
    """A prior that a statement may repeat.

    ``probability`` is how likely it is the same claim; what is behind the best has a share of the best one's, by its
    score. ``features`` say why it is suggested.
    """

    prior: Prior
    score: float
    probability: float
    features: Features


class Ranking(NamedTuple):
    """What a statement may repeat, best first, and what to say of it."""

    suggested: tuple[Suggested, ...]
    repeat: Repeat


class Matcher:
    """Finds what statements may repeat, in one pool. It decides nothing: "same" is said by the guard and by a person."""

    def __init__(self, pool: Pool, encoder: Encoder | None = None, offered: int = OFFERED) -> None:
        """Compare what the pool offers by its words, and by what it means where there is an encoder.

        ``offered`` says how many priors are compared.
        """
        self._pool = pool
        self._encoder = encoder
        self._offered = offered
        self.weights = shipped(semantic=encoder is not None)
        """What everything that is compared counts."""
        self._size = -1
        self._rarity = Rarity(pool)

    def ranking(self, statement: str, count: int = 10, without: Collection[str] = ()) -> Ranking:
        """Find what a statement may repeat; ``without`` are ids of priors that are passed over."""
        found = self._scored(statement, without)
        if not found:
            return Ranking((), Repeat.NOTHING)
        likely = probability(signs(found, self.weights.usual), self.weights)
        best = found[0].score
        suggested = tuple(
            Suggested(one.prior, one.score, likely * math.exp(one.score - best), one.features) for one in found[:count]
        )
        return Ranking(suggested, repeat_of(likely, self.weights))

    def said(self, statement: str) -> str:
        """Give what a statement says, without addresses and signature; the rest stands where it stood."""
        return asked(statement).said.rstrip()

    def reasons(self, statement: str) -> Reasons:
        """Give what says why something is suggested for a statement."""
        return Reasons(reworded(asked(statement), self._pool), self._rarity)

    def _scored(self, statement: str, without: Collection[str]) -> tuple[Scored, ...]:
        one = reworded(asked(statement), self._pool)
        offered = self._pool.offers((*one.words, *one.tagged, *one.signed), self._offered + len(without))
        offers = [offer for offer in offered if offer.prior.id not in without][: self._offered]
        if not offers:
            return ()
        size = self._pool.size()
        if size != self._size:
            # What is rare in a pool that grows is another thing after a while.
            self._rarity, self._size = Rarity(self._pool), size
        asking = question(one, self._rarity)
        found = [features(asking, offer) for offer in offers]
        if self._encoder is not None:
            found = with_meaning(found, one.said, offers, self._encoder)
        return in_order(offers, found, self.weights)


def in_order(offers: Sequence[Offer], found: Sequence[Features], weights: Weights) -> tuple[Scored, ...]:
    """Score offers that were compared already, best first."""
    rows = placed(offers, found)
    scores = [weighed(row, weights.ranker) for row in rows]
    listed = map(Scored, (offer.prior for offer in offers), scores, found)
    return tuple(sorted(listed, key=lambda one: -one.score))


def placed(offers: Sequence[Offer], found: Sequence[Features]) -> list[Mapping[str, float]]:
    """Give the features of each offer, and where it stands in the index's own order."""
    top = max((offer.score for offer in offers), default=0.0) or 1.0
    return [
        {**common._asdict(), "index_of_best": offer.score / top, "later_in_index": math.log1p(place)}
        for place, (offer, common) in enumerate(zip(offers, found, strict=True))
    ]
