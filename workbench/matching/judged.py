"""Set what a statement may repeat beside it: its relation by the guard, how likely it was checked already, and why."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from claims_db.match_vocabulary import Relation
from workbench.domain.priors import COUNT, Prior, Repeat
from workbench.matching.certainty import repeat_of
from workbench.matching.features import Features
from workbench.matching.guard import Difference, DifferenceKind, Judgement, Said, judge
from workbench.matching.ranking import Matcher, Suggested

LEAST = 0.02
"""What is less likely than that only happens to share words; it is not worth to be judged."""

_ALIKE = 0.6
"""Where statement and claim share so much of what they say, a certain difference tells them apart.

A post says more than the claim that it repeats; its other dates and numbers tell nothing.
"""

_WORD_FOR_WORD = 0.97
"""How likely the very words of a claim repeat it, at least."""

_NEAR = 0.6
"""From there on two texts are near in meaning, as an encoder has it.

Two in three of those are that are annotated as the same claim, and of the others that are offered one in fifty.
"""

_LONGEST = 2_000
"""What stands behind this many characters is not compared by the guard."""

_CERTAIN = frozenset(
    {
        DifferenceKind.NUMBER,
        DifferenceKind.UNIT,
        DifferenceKind.PERCENT_POINTS,
        DifferenceKind.PERIOD,
        DifferenceKind.TIME,
    }
)
_NOTHING_KNOWN: Mapping[str, Said] = MappingProxyType({})


class Judged(NamedTuple):
    """Something that was said or checked before, beside the statement.

    Attributes:
        prior: what it is.
        relation: what it is to the statement, by the guard; a person decides.
        probability: how likely it answers the statement: that this was checked already.
        differences: in what both differ, the statement first, those that reverse it before the others.
        why: why it is suggested, in words.

    """

    prior: Prior
    relation: Relation
    probability: float
    differences: tuple[Difference, ...]
    why: tuple[str, ...]


class Answer(NamedTuple):
    """What a statement may repeat, the likeliest first, and what to say of it."""

    matches: tuple[Judged, ...]
    repeat: Repeat


def answer(matcher: Matcher, statement: Said, count: int = COUNT, least: float = 0.0) -> Answer:
    """Find what a statement may repeat, no more than ``count``, and judge it; see ``judged`` for ``least``."""
    return judged(matcher, statement, matcher.ranking(statement.statement, count).suggested, least=least)


def judged(
    matcher: Matcher,
    statement: Said,
    suggested: tuple[Suggested, ...],
    known: Mapping[str, Said] = _NOTHING_KNOWN,
    least: float = 0.0,
) -> Answer:
    """Judge what was suggested for a statement.

    Args:
        matcher: knows what was said and checked before.
        statement: what is asked about.
        suggested: what its ranker found.
        known: what was said, by the ids of priors, where more of it is known than the pool has.
        least: what is less likely is left out, unless it says nearly all of what the statement says.

    """
    weights = matcher.weights
    asked = statement._replace(statement=matcher.said(statement.statement))
    reasons = matcher.reasons(statement.statement)
    most = (weights.maybe + weights.checked) / 2
    found = []
    for one in suggested:
        prior = one.prior
        much_alike = reasons.telling and alike(one.features)
        word_for_word = reasons.word_for_word(prior)
        if one.probability < least and not word_for_word and not much_alike:
            continue
        other = known.get(prior.id) or Said(prior.claim, prior.claimer)
        told, likely = beside(asked, other), one.probability
        if much_alike and told.relation is not Relation.RELATED:
            # Where a pool has few priors, nothing stands behind the best that it could be ahead of.
            likely = max(likely, weights.maybe)
        if tells_apart(told, one.features):
            likely = min(likely, most)
        elif word_for_word:
            # Where a pool has copies by the thousand, their words are so common that they tell nothing.
            likely = max(likely, _WORD_FOR_WORD)
        near = not word_for_word and one.features.prior_meaning >= _NEAR
        why = (*reasons.why(prior), *(("near in meaning",) if near else ()))
        found.append(Judged(prior, told.relation, likely, told.differences, why))
    found.sort(key=lambda one: -one.probability)
    return Answer(tuple(found), repeat_of(found[0].probability, weights) if found else Repeat.NOTHING)


def beside(one: Said, other: Said) -> Judgement:
    """Judge what one claim is to another, by their beginnings where they are long."""
    return judge(*(said._replace(statement=said.statement[:_LONGEST]) for said in (one, other)))


def alike(common: Features) -> bool:
    """Say whether a statement and a claim share most of what each of them says."""
    return min(common.asked_found, common.claim_found) >= _ALIKE


def tells_apart(told: Judgement, common: Features) -> bool:
    """Say whether the guard is certain that a claim, which says nearly what a statement says, is not the same."""
    if told.relation not in {Relation.OPPOSITE, Relation.VARIANT}:
        return False
    if not alike(common):
        return False
    return any(
        one.reverses or one.kind is DifferenceKind.ROLES or (one.kind in _CERTAIN and one.first and one.second)
        for one in told.differences
    )
