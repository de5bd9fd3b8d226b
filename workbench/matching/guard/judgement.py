"""Tell whether two claims say the same, about another fact, the opposite, or something else on the subject."""

import math
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from claims_db.match_vocabulary import Relation
from workbench.matching.guard import weights
from workbench.matching.guard.differences import Difference, named
from workbench.matching.guard.reading import Reading, bare_digits, read
from workbench.matching.guard.signals import Compared, compare

_VERBATIM = 6
_ONE_WORD = 2
_NEGATIONS = ("not", "never", "no", "nobody", "none", "nothing", "neither")
NEVER_SAME = (
    "number_clash",
    "time_clash",
    "names_clash",
    "claimer",
    "roles",
    "period",
    "bound_clash",
    "scale",
    "rank_clash",
)
"""Signals that rule out the same whatever else two claims share."""

_CERTAINLY_NOT = 0.02
_ARTICLES = frozenset({"a", "an", "the"})


class Said(NamedTuple):
    """A claim as somebody said it: its words, who said it and on which day, where these are known."""

    statement: str
    claimer: str = ""
    said_on: date | None = None


class Judgement(NamedTuple):
    """What one claim is to another.

    Attributes:
        relation: same, variant, opposite or related.
        same, opposite, variant: how likely each of them is, from 0 to 1.
        differences: how the two differ, those that reverse a claim first; where they are the same, none counts.

    """

    relation: Relation
    same: float
    opposite: float
    variant: float
    differences: tuple[Difference, ...]


def judge(one: Said, other: Said) -> Judgement:
    """Compare two claims; which of them comes first makes no difference but to the sides of the differences."""
    if (one.statement.split(), one.claimer, one.said_on) == (other.statement.split(), other.claimer, other.said_on):
        return Judgement(Relation.SAME, 1.0, 0.0, 0.0, ())
    turned = _key(other) < _key(one)
    first, second = (other, one) if turned else (one, other)
    compared = compare(
        read(first.statement, first.said_on), read(second.statement, second.said_on), (first.claimer, second.claimer)
    )
    found = named(compared, (first.claimer, second.claimer))
    same, opposite, variant = likelihoods(compared)
    relation = _relation(same, opposite, variant)
    if turned:
        found = tuple(
            one._replace(first=one.second, second=one.first, words=one.turned, turned=one.words) for one in found
        )
    return Judgement(relation, same, opposite, variant, found)


def likelihoods(compared: Compared) -> tuple[float, float, float]:
    """Give how likely the same, the opposite and a variant are; what is left is how likely it is that they are only related."""
    same = _logistic(weights.SAME, compared.signals)
    if vetoed(compared):
        same = min(same, _CERTAINLY_NOT)
    opposite, related = (math.exp(_sum(table, compared.signals)) for table in (weights.OPPOSITE, weights.RELATED))
    rest = (1 - same) / (1 + opposite + related)
    return same, rest * opposite, rest


def vetoed(compared: Compared) -> bool:
    """Say whether a difference is certain enough that the claims are not the same whatever else they share."""
    signals = compared.signals
    if any(signals[name] for name in NEVER_SAME) or _digits(compared.first) != _digits(compared.second):
        return True
    if signals["parity"] and not compared.alignment.first and not compared.alignment.second:
        return True
    return _small_words_apart(compared)


def _small_words_apart(compared: Compared) -> bool:
    """Say whether claims that are the same word for word but for very few turn on just those words."""
    mine, theirs = _counted(compared.first), _counted(compared.second)
    only, other_only = mine - theirs, theirs - mine
    apart = only.total() + other_only.total()
    if not apart or apart > _VERBATIM or 2 * apart > mine.total() + theirs.total():
        return False
    negations = [sum(side[word] for word in _NEGATIONS) for side in (only, other_only)]
    if apart <= _ONE_WORD and negations[0] % 2 != negations[1] % 2:
        return True
    signals, alignment = compared.signals, compared.alignment
    reversed_ = bool(alignment.opposite or alignment.against or signals["odd"])
    return reversed_ and not (signals["even"] or signals["even_words"]) and not alignment.first and not alignment.second


def _digits(reading: Reading) -> frozenset[str]:
    return frozenset(reading.words[at].lower for at in bare_digits(reading))


def _counted(reading: Reading) -> Counter[str]:
    return Counter(word.lower for word in reading.words if word.lower not in _ARTICLES)


def _relation(same: float, opposite: float, variant: float) -> Relation:
    if same >= weights.SAME_FROM:
        return Relation.SAME
    related = 1 - same - opposite - variant
    if opposite >= max(variant, related):
        return Relation.OPPOSITE
    return Relation.VARIANT if variant >= related else Relation.RELATED


def _key(said: Said) -> tuple[str, str, str]:
    return said.statement, said.claimer, str(said.said_on)


def _sum(table: Mapping[str, float], signals: Mapping[str, float]) -> float:
    return table["base"] + sum(weight * signals[name] for name, weight in table.items() if name != "base")


def _logistic(table: Mapping[str, float], signals: Mapping[str, float]) -> float:
    return 1 / (1 + math.exp(-_sum(table, signals)))
