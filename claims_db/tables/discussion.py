"""What the people of a desk say to each other about a claim."""

from sqlmodel import Field

from claims_db.columns import Micros, Words
from claims_db.tables.base import Record, reference


class Comment(Record, table=True):
    """A remark on a claim; taken back with ``retracted_at``, never deleted."""

    claim_id: int = reference("claim.id", index=True)
    reviewer_id: int = reference("reviewer.id")
    body: str = Field(sa_type=Words)
    written_at: int = Field(sa_type=Micros)
    resolved_at: int | None = Field(default=None, sa_type=Micros)
    resolved_by_id: int | None = reference("reviewer.id", default=None)
    retracted_at: int | None = Field(default=None, sa_type=Micros)


class Mention(Record, table=True):
    """A person whom a comment names with ``@``; ``seen_at`` is empty until they looked."""

    comment_id: int = reference("comment.id", index=True)
    reviewer_id: int = reference("reviewer.id", index=True)
    seen_at: int | None = Field(default=None, sa_type=Micros)
