"""The discussion of a claim."""

from collections.abc import Sequence

from sqlalchemy import select

from claims_db.errors import NotFound
from claims_db.repositories.writing import Writing, key
from claims_db.tables import METADATA, Comment, Mention, Reviewer

_COMMENT, _MENTION = METADATA.tables["comment"].c, METADATA.tables["mention"].c


class Discussion:
    """Writes of comments and mentions."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def write(self, number: int, body: str, mentioned: Sequence[Reviewer] = ()) -> None:
        """Write a comment on a claim, and whom it mentions; the last one, sent again, is one."""
        last = self._writing.session.scalars(
            select(Comment)
            .where(_COMMENT.claim_id == key(self._writing.claim(number)), _COMMENT.retracted_at.is_(None))
            .order_by(_COMMENT.id.desc())
            .limit(1)
        ).first()
        if last is not None and (last.reviewer_id, last.body) == (self._writing.reviewer_id, body):
            return
        comment = Comment(
            claim_id=key(self._writing.claim(number)),
            reviewer_id=self._writing.reviewer_id,
            body=body,
            written_at=self._writing.now,
        )
        self._writing.add(comment)
        self._writing.add(*(Mention(comment_id=key(comment), reviewer_id=key(person)) for person in mentioned))

    def resolve(self, number: int, position: int) -> None:
        """Write that a claim's comment is dealt with; ``position`` counts its comments from 1.

        Raises:
            NotFound: the claim has no such comment.

        """
        found = self._writing.nth(Comment, number, position)
        if found is None:
            raise NotFound(f"C-{number} has no comment {position}.", "Open the claim to see its discussion.")
        found.resolved_at, found.resolved_by_id = self._writing.now, self._writing.reviewer_id
        self._writing.session.flush()

    def see(self, number: int) -> int:
        """Write that the reviewer has looked at the discussion of a claim; give how many mentions were new."""
        comments = select(_COMMENT.id).where(_COMMENT.claim_id == key(self._writing.claim(number)))
        new = self._writing.session.scalars(
            select(Mention).where(
                _MENTION.comment_id.in_(comments),
                _MENTION.reviewer_id == self._writing.reviewer_id,
                _MENTION.seen_at.is_(None),
            )
        ).all()
        for mention in new:
            mention.seen_at = self._writing.now
        self._writing.session.flush()
        return len(new)
