"""How likely the best prior is the same claim: from its score, from how far the others are behind, from what agrees."""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from thefuzz import fuzz

from workbench.domain.priors import Prior, Repeat
from workbench.matching.features import Features
from workbench.matching.weights import Weights, weighed

_BEHIND = 5
"""How many of those behind the best are looked at."""

_COPY = 90
"""From this likeness on two priors say the same word for word; a copy behind the best makes it no less certain."""

_LONGEST = 1_000
_FURTHEST = 30.0
_WORD = re.compile(r"\w+")


class Scored(NamedTuple):
    """A prior with its score and what it has in common with the statement."""

    prior: Prior
    score: float
    features: Features


class Signs(NamedTuple):
    """What tells whether the best prior is the same claim."""

    score: float
    ahead_of_next: float
    ahead_of_others: float
    claim_bm25: float
    asked_signs: float
    second_rarest: float
    quote_found: float
    found_both_ways: float
    asked_found: float
    numbers_differ: float
    names_found: float
    asked_names_found: float
    asked_missing: float
    fuzzy: float


def signs(best_first: Sequence[Scored], usual: float) -> Signs:
    """Give the signs for the first of some priors; ``usual`` stands for those that are not there."""
    best, *others = best_first
    key = word_key(best.prior.claim[:_LONGEST])
    behind = [
        other.score
        for other in others[: 2 * _BEHIND]
        if fuzz.ratio(key, word_key(other.prior.claim[:_LONGEST])) < _COPY
    ][:_BEHIND]
    behind += [min(usual, best.score)] * (_BEHIND - len(behind))
    common = best.features
    return Signs(
        best.score,
        best.score - behind[0],
        best.score - sum(behind) / _BEHIND,
        common.claim_bm25,
        common.asked_signs,
        common.second_rarest,
        common.quote_found,
        common.asked_found * common.claim_found,
        common.asked_found,
        common.numbers_differ,
        common.names_found,
        common.asked_names_found,
        common.asked_missing,
        common.fuzzy,
    )


def probability(found: Signs, weights: Weights) -> float:
    """Give the probability that the best prior is the same claim."""
    odds = weights.constant + weighed(found._asdict(), weights.certainty)
    return 1 / (1 + math.exp(-max(-_FURTHEST, min(_FURTHEST, odds))))


def repeat_of(likely: float, weights: Weights) -> Repeat:
    """Put a probability into words."""
    if likely >= weights.checked:
        return Repeat.CHECKED
    return Repeat.MAYBE if likely >= weights.maybe else Repeat.NOTHING


def word_key(statement: str) -> str:
    """Give the statement's words in alphabetical order, so that their order does not count."""
    return " ".join(sorted(_WORD.findall(statement.casefold())))
