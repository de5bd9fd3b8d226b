"""What a reviewer and an editor decide: one method each."""

from collections.abc import Sequence

from claims_db import views
from claims_db.repositories.people import QUEUE
from claims_db.rows import ClaimSheet, SecondReviewRule
from claims_db.vocabulary import SkipReason
from workbench.desk import discussing, editing, evidence, insight, publishing, reviewing
from workbench.desk.entries import ClaimEdit, EvidenceEntry, Recorded, SplitClaim
from workbench.desk.insight import ScaleAgreement
from workbench.desk.seat import Seat


class ReviewVerbs(Seat):
    """Evidence, verdicts, second review, sign-off, publication, corrections and discussion."""

    def attach(self, number: int, entry: EvidenceEntry) -> ClaimSheet:
        """Attach evidence to a claim.

        Raises:
            BadInput: the entry lacks what its form needs, or a value can't be used.

        """
        return evidence.attach(self._place, number, entry)

    def detach(self, evidence_number: int) -> ClaimSheet:
        """Take evidence off its claim; the journal keeps it, undo brings it back."""
        return evidence.detach(self._place, evidence_number)

    def record(
        self, number: int, rating: str, rationale: str, token: int | None = None, queue: str | None = QUEUE
    ) -> Recorded:
        """Record a verdict, end the lease, and take the next claim of the queue, of None no claim, in one transaction.

        A rating may name its scale, as ``desk/false``: it is refused then where the desk rates on another one by now.

        Raises:
            BadInput: there is no rationale, or the scale has no such rating.
            Overtaken: the claim is held by somebody else, or not with this token any more; what was typed is kept
                as a draft and set against what stands.
            Refused: the claim waits for somebody who did not write its verdict, or the scale is no longer in use.

        """
        return reviewing.record(self._place, number, rating, rationale, token, queue)

    def skip(
        self, number: int, reason: SkipReason, note: str = "", token: int | None = None, queue: str | None = QUEUE
    ) -> Recorded:
        """Set a claim aside with a reason, and take the next claim of the queue, of None no claim.

        Raises:
            BadInput: the reason is ``other`` and there is no note.
            Overtaken: the claim is held by somebody else, or not with this token any more; what was typed is kept
                as a draft.

        """
        return reviewing.skip(self._place, number, reason, note, token, queue)

    def send_back(self, number: int, comment: str, token: int | None = None, queue: str | None = QUEUE) -> Recorded:
        """Return a claim to its queue with a comment; its verdicts count no more. The next one is taken as after a skip.

        Raises:
            BadInput: there is no comment.
            Overtaken: the claim is held by somebody else, or not with this token any more; what was typed is kept
                as a draft.
            Refused: it is in no state to return from, or others decided and you are no editor.

        """
        return reviewing.send_back(self._place, number, comment, token, queue)

    def adjudicate(self, number: int, verdict: str, note: str = "", token: int | None = None) -> ClaimSheet:
        """Let one of two verdicts that disagree stand, named by its public id.

        Raises:
            Conflict: one of the verdicts is your own.
            Refused: the claim is not in adjudication, a rule of lint blocks, or you are no editor.

        """
        return reviewing.adjudicate(self._place, number, verdict, note, token)

    def edit(self, number: int, change: ClaimEdit, token: int | None = None) -> ClaimSheet:
        """Change a claim's statement, claimer, chain, or the words of its text that it stands on.

        With other words come their quote, kind, check-worthiness, dates and, unless it is given, a statement made anew;
        claimer and chain stay.

        Raises:
            BadInput: there is nothing to change, or a value can't be used.
            Overtaken: the claim is held by somebody else, or somebody changed the same field meanwhile; what was
                typed is kept as a draft and set against what stands.
            Refused: its words stand in its state, others decided on it and you are no editor, or the words are
                another claim already.

        """
        return editing.edit(self._place, number, change, token)

    def split(self, number: int, spans: Sequence[tuple[int, int]], token: int | None = None) -> SplitClaim:
        """Split a claim: the first span keeps number, evidence and history, the others become claims of their own.

        Raises:
            BadInput: there are fewer than two spans, they overlap, or there are no such words.
            LeaseLost: the claim is held by somebody else, or not with this token any more.
            Refused: as for an edit.

        """
        return editing.split(self._place, number, spans, token)

    def mark_duplicate(self, number: int, of: int, token: int | None = None) -> ClaimSheet:
        """Mark a claim as the same as another one, and end the hold on it; evidence stays with its claim.

        Putting it into a queue makes it a claim of its own again.

        Raises:
            BadInput: both are the same claim.
            LeaseLost: the claim is held by somebody else, or not with this token any more.
            Refused: its state does not allow it, the other one is a duplicate itself, or as for an edit.

        """
        return editing.mark_duplicate(self._place, number, of, token)

    def sign_off(self, number: int, note: str = "") -> ClaimSheet:
        """Let the recorded verdict stand.

        Raises:
            Conflict: it is your own, or agrees with your own.
            LeaseLost: somebody else is working on the claim.
            Refused: there is none to sign off, a rule of lint blocks, or you are no editor.

        """
        return publishing.sign_off(self._place, number, note)

    def reopen(self, number: int, reason: str) -> ClaimSheet:
        """Put a published finding back to work; its publication stands until a correction replaces it.

        Raises:
            BadInput: there is no reason.
            Refused: it was never published, or you are no editor.

        """
        return publishing.reopen(self._place, number, reason)

    def comment(self, number: int, body: str) -> ClaimSheet:
        """Write a comment on a claim; ``@name`` calls a person of the desk.

        Raises:
            BadInput: it is empty.
            NotFound: nobody at the desk has a name that is called.

        """
        return discussing.comment(self._place, number, body)

    def resolve_comment(self, number: int, position: int) -> ClaimSheet:
        """Mark a comment of a claim as dealt with; ``position`` counts its comments from 1.

        Raises:
            NotFound: the claim has no such comment.

        """
        return discussing.resolve(self._place, number, position)

    def see_comments(self, number: int) -> int:
        """Note that this reviewer looked at a claim's discussion; give how many mentions were new."""
        return discussing.see(self._place, number)

    def second_review_rule(self) -> SecondReviewRule:
        """Give which verdicts need a second one."""
        with self._place.read() as connection:
            return views.second_review_rule(connection)

    def set_second_review_rule(self, rule: SecondReviewRule, base: SecondReviewRule | None = None) -> None:
        """Say which verdicts need a second one, from now on.

        ``base`` is what was there when editing began, None where that is what is there now.

        Raises:
            BadInput: the scale has no such rating, a name is empty, or the share is no share.
            Refused: you are neither editor nor admin, or somebody else changed the same meanwhile.

        """
        reviewing.set_rule(self._place, rule, base)

    def agreement(self) -> tuple[ScaleAgreement, ...]:
        """Say how far independent verdicts agree, for each scale."""
        return insight.agreement(self._place)
