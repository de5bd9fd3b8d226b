"""Order what a pool offers by how likely it is what a statement repeats, and say how certain that is."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workbench.domain.priors import Offer, Pool, Prior
from workbench.matching.asked import asked
from workbench.matching.certainty import Repeat, Scored, probability, repeat_of, signs
from workbench.matching.compared import Rarity
from workbench.matching.features import Features, features, question
from workbench.matching.weights import Weights, shipped, weighed

OFFERED = 50
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


def ranking(statement: str, pool: Pool, count: int = 10, weights: Weights | None = None) -> Ranking:
    """Find what a statement may repeat. Nothing is decided by it: "same" is said by the guard and by a person."""
    weights = weights or shipped()
    found = scored(statement, pool, weights)
    if not found:
        return Ranking((), Repeat.NOTHING)
    likely = probability(signs(found, weights.usual), weights)
    best = found[0].score
    suggested = tuple(
        Suggested(one.prior, one.score, likely * math.exp(one.score - best), one.features) for one in found[:count]
    )
    return Ranking(suggested, repeat_of(likely, weights))


def scored(statement: str, pool: Pool, weights: Weights) -> tuple[Scored, ...]:
    """Score what a pool offers, best first."""
    one = asked(statement)
    offers = pool.offers((*one.words, *one.tagged, *one.signed), OFFERED)
    if not offers:
        return ()
    asking = question(one, Rarity(pool))
    return in_order(offers, [features(asking, offer) for offer in offers], weights)


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
