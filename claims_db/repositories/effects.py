"""Which of a reviewer's effects can be taken back or done again."""

from typing import NamedTuple

from claims_db.vocabulary import Action

UNDOABLE = frozenset(
    {
        Action.CLAIM_TAKEN_IN,
        Action.CLAIM_SKIPPED,
        Action.CLAIM_QUEUED,
        Action.CLAIM_MOVED,
        Action.CLAIM_ASSIGNED,
        Action.CLAIM_POSTPONED,
        Action.CLAIM_EDITED,
        Action.CLAIM_RESTATED,
        Action.CLAIM_REATTRIBUTED,
        Action.CLAIM_SPAN_CHANGED,
        Action.CLAIM_SPLIT,
        Action.CLAIM_MARKED_DUPLICATE,
        Action.CLAIM_RETURNED,
        Action.CLAIM_REOPENED,
        Action.COMMENT_WRITTEN,
        Action.COMMENT_RESOLVED,
        Action.EVIDENCE_ATTACHED,
        Action.EVIDENCE_DETACHED,
        Action.FINDING_SIGNED_OFF,
        Action.QUEUE_ADDED,
        Action.QUEUE_CHANGED,
        Action.QUEUE_REMOVED,
        Action.RULES_CHANGED,
        Action.VERDICT_RECORDED,
    }
)
"""The actions that can be taken back."""


class Effect(NamedTuple):
    """One action that can be taken back or done again: its group and the claim it was on."""

    group: str
    action: Action
    claim: int | None
