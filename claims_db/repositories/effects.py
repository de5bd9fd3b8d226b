"""Which of a reviewer's effects can be taken back or done again: what their own entries of the journal say."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Row, func, select

from claims_db.repositories.writing import Writing
from claims_db.tables import METADATA
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
        Action.CLAIM_TAGGED,
        Action.CLAIM_RESTATED,
        Action.CLAIM_REATTRIBUTED,
        Action.CLAIM_SPAN_CHANGED,
        Action.CLAIM_RECHECK_SET,
        Action.CLAIM_SPLIT,
        Action.CLAIM_LINKED,
        Action.CLAIM_MARKED_DUPLICATE,
        Action.CLAIM_RETURNED,
        Action.CLAIM_REOPENED,
        Action.COMMENT_WRITTEN,
        Action.COMMENT_RESOLVED,
        Action.CORRECTION_ANSWERED,
        Action.CORRECTION_ASKED,
        Action.EVIDENCE_ATTACHED,
        Action.EVIDENCE_DETACHED,
        Action.FINDING_SIGNED_OFF,
        Action.MATCH_DECIDED,
        Action.MEDIA_ADDED,
        Action.MEDIA_CHANGED,
        Action.MEDIA_REMOVED,
        Action.PARTY_REMOVED,
        Action.PARTY_SET,
        Action.QUEUE_ADDED,
        Action.QUEUE_CHANGED,
        Action.QUEUE_REMOVED,
        Action.REPLY_ANSWERED,
        Action.REPLY_ASKED,
        Action.RULES_CHANGED,
        Action.RULE_WAIVED,
        Action.SCALE_ADDED,
        Action.SCALE_CHOSEN,
        Action.SCALE_RETIRED,
        Action.SEARCH_KEPT,
        Action.SEARCH_LOGGED,
        Action.SEARCH_REMOVED,
        Action.SOURCE_DESCRIBED,
        Action.VERDICT_RECORDED,
    }
)
"""The actions that can be taken back."""

LASTING = frozenset(
    {
        Action.ARTICLE_REFETCHED,
        Action.ARTICLE_TAKEN_IN,
        Action.EVIDENCE_RECHECKED,
        Action.FINDING_CORRECTED,
        Action.FINDING_PUBLISHED,
        Action.FINDING_WITHDRAWN,
        Action.PRIORS_IMPORTED,
        Action.SOURCE_ERASED,
        Action.SOURCE_MADE_CONFIDENTIAL,
        Action.WITNESS_ASKED,
    }
)
"""What a reviewer notices as something they did, and what nothing takes back."""

_JOURNAL, _CLAIM = METADATA.tables["journal"].c, METADATA.tables["claim"].c
_LOOKED_AT = 200


class Effect(NamedTuple):
    """One action that can be taken back or done again: its group and the claims it was on, by their numbers.

    ``claims`` begins with the claim that was meant; one that is not there, as before it was taken in, is left out.
    """

    group: str
    action: Action
    claims: tuple[int, ...]

    @property
    def claim(self) -> int | None:
        """The claim that was meant, None where it is not there."""
        return self.claims[0] if self.claims else None


class Effects:
    """Reads of a reviewer's effects, the latest first."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def to_undo(self) -> Effect | None:
        """Give the reviewer's latest effect that still stands, or None."""
        undone = 0
        for row in self._own_groups():
            if row.action is Action.UNDONE:
                undone += 1
            elif row.action is Action.REDONE or undone:
                undone -= 1
            else:
                return self.effect(row.group_id)
        return None

    def to_redo(self) -> Effect | None:
        """Give the effect that was taken back last and not done again, or None after a new effect."""
        redone = 0
        for row in self._own_groups():
            if row.action is Action.REDONE:
                redone += 1
            elif row.action is not Action.UNDONE:
                return None
            elif redone:
                redone -= 1
            else:
                return self.effect(row.reverses)
        return None

    def done_since(self, group: str) -> Action | None:
        """Give what the reviewer did last since a group that nothing takes back, or None."""
        last = select(func.max(_JOURNAL.sequence)).where(_JOURNAL.group_id == group).scalar_subquery()
        query = (
            select(_JOURNAL.action)
            .where(_JOURNAL.actor == self._writing.actor, _JOURNAL.sequence > last, _JOURNAL.action.in_(LASTING))
            .order_by(_JOURNAL.sequence.desc())
            .limit(1)
        )
        return self._writing.session.scalars(query).first()

    def effect(self, group: str) -> Effect:
        """Give what a group did."""
        rows = self._writing.session.execute(
            select(_JOURNAL.action, _CLAIM.number)
            # The lease of the claim that came next belongs to the same group.
            .outerjoin(METADATA.tables["claim"], (_CLAIM.public_id == _JOURNAL.claim) & (_JOURNAL.entity != "lease"))
            .where(_JOURNAL.group_id == group)
            .order_by(_JOURNAL.sequence)
        ).all()
        return Effect(group, rows[0].action, tuple(dict.fromkeys(row.number for row in rows if row.number)))

    def _own_groups(self) -> Iterator[Row[str, Action, str, int]]:
        """Give one entry of each of the reviewer's groups that count here, the latest group first."""
        query = (
            select(_JOURNAL.group_id, _JOURNAL.action, _JOURNAL.reverses, _JOURNAL.sequence)
            .where(_JOURNAL.actor == self._writing.actor)
            .where(_JOURNAL.action.in_([*UNDOABLE, Action.UNDONE, Action.REDONE]))
            .order_by(_JOURNAL.sequence.desc())
        )
        # Mostly the first row is the answer; asking for many at once could mean to look through the whole journal.
        group, size = "", 1
        rows = self._writing.session.execute(query.limit(size)).all()
        while rows:
            for row in rows:
                if row.group_id != group:
                    group = row.group_id
                    yield row
            size = min(2 * size, _LOOKED_AT)
            # One step on many claims is one group of very many entries.
            first = select(func.min(_JOURNAL.sequence)).where(_JOURNAL.group_id == group).scalar_subquery()
            earlier = query.where(_JOURNAL.sequence < first).limit(size)
            rows = self._writing.session.execute(earlier).all()
