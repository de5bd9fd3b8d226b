"""A claim's life as one table: which step leads from which state to which.

Nothing else in the program may set a state. A lease and a postponement are no states: a queued claim
stays queued while somebody holds it.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from claims_db.vocabulary import STANDING
from claims_db.vocabulary import ClaimState as S
from workbench.errors import Refused


class Step(StrEnum):
    """What is done to a claim, in the words a person would use."""

    QUEUE = "queue"
    RECORD = "record a verdict on"
    SKIP = "skip"
    SEND_TO_SECOND_REVIEW = "send to second review"
    SEND_TO_ADJUDICATION = "send to adjudication"
    RETURN = "return"
    SIGN_OFF = "sign off"
    PUBLISH = "publish"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    MARK_DUPLICATE = "mark as duplicate"


TRANSITIONS: Mapping[tuple[S, Step], S] = MappingProxyType(
    {
        (S.PROPOSED, Step.QUEUE): S.QUEUED,
        (S.PROPOSED, Step.RECORD): S.RECORDED,
        (S.PROPOSED, Step.SKIP): S.SKIPPED,
        (S.PROPOSED, Step.MARK_DUPLICATE): S.DUPLICATE,
        (S.QUEUED, Step.QUEUE): S.QUEUED,
        (S.QUEUED, Step.RECORD): S.RECORDED,
        (S.QUEUED, Step.SKIP): S.SKIPPED,
        (S.QUEUED, Step.MARK_DUPLICATE): S.DUPLICATE,
        (S.RECORDED, Step.RECORD): S.RECORDED,
        (S.RECORDED, Step.SEND_TO_SECOND_REVIEW): S.SECOND_REVIEW,
        (S.RECORDED, Step.SEND_TO_ADJUDICATION): S.ADJUDICATION,
        (S.RECORDED, Step.RETURN): S.QUEUED,
        (S.RECORDED, Step.SIGN_OFF): S.SIGNED_OFF,
        (S.RECORDED, Step.MARK_DUPLICATE): S.DUPLICATE,
        (S.SECOND_REVIEW, Step.RECORD): S.RECORDED,
        (S.SECOND_REVIEW, Step.RETURN): S.QUEUED,
        (S.ADJUDICATION, Step.RECORD): S.RECORDED,
        (S.ADJUDICATION, Step.RETURN): S.QUEUED,
        (S.ADJUDICATION, Step.SIGN_OFF): S.SIGNED_OFF,
        (S.SIGNED_OFF, Step.PUBLISH): S.PUBLISHED,
        (S.SIGNED_OFF, Step.CORRECT): S.CORRECTED,
        (S.SIGNED_OFF, Step.RETURN): S.QUEUED,
        (S.PUBLISHED, Step.CORRECT): S.CORRECTED,
        (S.PUBLISHED, Step.WITHDRAW): S.WITHDRAWN,
        (S.PUBLISHED, Step.REOPEN): S.QUEUED,
        (S.CORRECTED, Step.CORRECT): S.CORRECTED,
        (S.CORRECTED, Step.WITHDRAW): S.WITHDRAWN,
        (S.CORRECTED, Step.REOPEN): S.QUEUED,
        (S.SKIPPED, Step.QUEUE): S.QUEUED,
        (S.SKIPPED, Step.RECORD): S.RECORDED,
        (S.SKIPPED, Step.MARK_DUPLICATE): S.DUPLICATE,
        (S.DUPLICATE, Step.QUEUE): S.QUEUED,
    }
)

GONE_OUT = frozenset({S.PUBLISHED, S.CORRECTED, S.WITHDRAWN})
"""Where a claim stands whose finding readers have last heard of as it is."""
"""Every step that is allowed; what is not here is refused."""

HOLDABLE = frozenset({S.PROPOSED, S.QUEUED, S.RECORDED, S.SKIPPED, S.SECOND_REVIEW, S.ADJUDICATION})
"""The states in which a reviewer can pick a claim to work on it."""

JUDGED = frozenset({S.RECORDED, S.SECOND_REVIEW, S.ADJUDICATION})
"""The states in which there are verdicts, and nothing is signed off yet."""

_NOT_EDITABLE = MappingProxyType(
    {
        S.SIGNED_OFF: "Return it first: it goes back to its queue and is decided anew.",
        S.PUBLISHED: "Reopen it first; a correction then replaces what went out.",
        S.CORRECTED: "Reopen it first; a correction then replaces what went out.",
        S.WITHDRAWN: "What was withdrawn stays as it went out; add the claim anew if it is made again.",
        S.DUPLICATE: "Edit the claim that it is the same as, or put it into a queue again first.",
    }
)
"""The states in which a claim's words stand, and what to do instead."""

_STATE_WORDS = MappingProxyType({S.SECOND_REVIEW: "in second review", S.ADJUDICATION: "in adjudication"})


def allows(state: S, step: Step) -> bool:
    """Say whether the step can be taken from this state."""
    return (state, step) in TRANSITIONS


def after(state: S, step: Step) -> S:
    """Give the state that the step leads to.

    Raises:
        Refused: the step is not allowed from this state; the hint lists the steps that are.

    """
    try:
        return TRANSITIONS[state, step]
    except KeyError:
        open_steps = [other.value for (origin, other) in TRANSITIONS if origin is state]
        hint = f"From here one can {', '.join(open_steps)} it." if open_steps else "Nothing leads on from here."
        raise Refused(f"A claim that is {state_words(state)} can't be changed so: {step.value}.", hint) from None


def check_editable(number: int, state: S) -> None:
    """See that a claim's words can be edited in its state.

    Raises:
        Refused: they can't; the hint says what to do instead.

    """
    hint = _NOT_EDITABLE.get(state)
    if hint is not None:
        raise Refused(f"C-{number} is {state_words(state)}; its words can't be edited.", hint)


def check_datable(number: int, state: S) -> None:
    """See that it can be said in a claim's state from which day it is to be checked again; a finding that stands waits for it.

    Raises:
        Refused: it can't; the hint says what to do instead.

    """
    if state not in STANDING:
        check_editable(number, state)


def state_words(state: S) -> str:
    """Give the state as it is written for people, such as ``signed off``."""
    return _STATE_WORDS.get(state, state.value.replace("_", " "))
