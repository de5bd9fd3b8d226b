"""Which claims get a second verdict, and what follows from the verdicts there are."""

import hashlib
from collections.abc import Sequence

from claims_db.rows import SecondReviewRule
from claims_db.vocabulary import ClaimState
from workbench.domain.states import Step, after

WHOLE = 10_000
"""A share of one, as the rule holds it."""


def selects(rule: SecondReviewRule, rating: str, public_id: str, words: str, *, legal: bool) -> bool:
    """Say whether a verdict needs a second one.

    Args:
        rule: the desk's rule.
        rating: the slug of the verdict's rating.
        public_id: the claim's; the sampled share follows from it, so that nobody picks the sample.
        words: what is said and who says it, to look for names in.
        legal: whether a lawyer has to see the claim.

    """
    folded = words.casefold()
    return (
        rating in rule.ratings
        or (rule.legal and legal)
        or any(name.casefold() in folded for name in rule.names)
        or _drawn(public_id) < rule.share
    )


def _drawn(public_id: str) -> int:
    """Give a number from 0 to 9,999 that only the claim's public id decides."""
    return int.from_bytes(hashlib.sha256(public_id.encode()).digest()[:8], "big") % WHOLE


Given = tuple[str, str]
"""A rating with its scale in front: ``false`` of one scale is not ``false`` of another."""


def state_after_verdict(state: ClaimState, rating: Given, others: Sequence[Given], *, selected: bool) -> ClaimState:
    """Give the state that a new verdict leads to.

    Args:
        state: the claim's state before.
        rating: the new verdict's.
        others: what the other reviewers gave in this round, each one's latest.
        selected: whether the claim needs a second verdict.

    Raises:
        Refused: no verdict can be recorded in this state.

    """
    recorded = after(state, Step.RECORD)
    if state is ClaimState.ADJUDICATION:
        return recorded
    if any(other != rating for other in others):
        return after(recorded, Step.SEND_TO_ADJUDICATION)
    if selected and not others:
        return after(recorded, Step.SEND_TO_SECOND_REVIEW)
    return recorded
