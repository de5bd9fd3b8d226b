"""Queues, the places of claims in them, leases and drafts."""

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from claims_db.columns import JOURNAL, LEFT_OUT, Micros, Word, Words
from claims_db.tables.base import Keyed, Record, reference
from claims_db.vocabulary import DraftField

_LATER = text("postponed_until IS NOT NULL")


class Queue(Record, table=True):
    """An ordered set of claims waiting."""

    name: str = Field(sa_type=Words, unique=True)


class Place(Record, table=True):
    """A claim's place in a queue, the lowest rank first; it goes when the claim leaves the queue."""

    __table_args__ = (
        UniqueConstraint("queue_id", "claim_id"),
        Index("ix_place_queue_rank", "queue_id", "rank", "claim_id"),
        Index("ix_place_postponed", "postponed_until", sqlite_where=_LATER, postgresql_where=_LATER),
    )

    queue_id: int = reference("queue.id")
    claim_id: int = reference("claim.id", index=True)
    rank: int
    assigned_to_id: int | None = reference("reviewer.id", default=None)
    deadline: int | None = Field(default=None, sa_type=Micros)
    postponed_until: int | None = Field(default=None, sa_type=Micros)


class Lease(Record, table=True):
    """A reviewer's time-limited hold on a claim; one row a claim, kept so that tokens only grow.

    ``reviewer_id`` is empty while nobody holds the claim. Heartbeats move ``expires_at`` alone, which the
    journal leaves out.
    """

    claim_id: int = reference("claim.id", unique=True)
    reviewer_id: int | None = reference("reviewer.id", default=None, index=True)
    token: int = Field(default=0)
    taken_at: int = Field(default=0, sa_type=Micros)
    expires_at: int = Field(default=0, sa_type=Micros, sa_column_kwargs={"info": {JOURNAL: LEFT_OUT}})


class Draft(Keyed, table=True):
    """What somebody is typing; not journalled."""

    __table_args__ = (UniqueConstraint("claim_id", "reviewer_id", "field"),)

    claim_id: int = reference("claim.id")
    reviewer_id: int = reference("reviewer.id", index=True)
    field: DraftField = Field(sa_type=Word(DraftField))
    body: str = Field(sa_type=Words)
    saved_at: int = Field(sa_type=Micros)
