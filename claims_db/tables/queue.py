"""Queues, the places of claims in them, leases and drafts."""

from sqlalchemy import BigInteger, Index, UniqueConstraint, literal_column, text
from sqlmodel import Field

from claims_db.columns import JOURNAL, LEFT_OUT, Micros, Names, Word, Words
from claims_db.tables.base import Keyed, Record, reference
from claims_db.vocabulary import DraftField

GAP = 1 << 20
"""How far claims of equal rank stand apart: others can be moved in between."""

WITHIN = f"coalesce(nudge, claim_id * {GAP})"
"""The order of claims of equal rank, as the index has it: by their keys, but for those that were moved."""

WITHIN_ORDER = literal_column(f"coalesce(place.nudge, place.claim_id * {GAP})", BigInteger())
"""The same for queries."""


class Queue(Record, table=True):
    """An ordered set of claims waiting.

    ``takes`` says in the language of filters which new claims enter, empty for all; ``orders`` what they
    are ordered by.
    """

    name: str = Field(sa_type=Words, unique=True)
    takes: str = Field(default="", sa_type=Words)
    orders: tuple[str, ...] = Field(default=(), sa_type=Names)


class Place(Record, table=True):
    """A claim's place in a queue: the lowest rank first, among equal ranks the order that ``WITHIN`` gives.

    ``nudge`` is empty until a person moves the claim. The place stays when the claim no longer waits, so that
    one that is returned stands where it stood.
    """

    __table_args__ = (
        UniqueConstraint("queue_id", "claim_id"),
        Index("ix_place_queue_waiting", "queue_id", "waiting", "rank", text(WITHIN)),
    )

    queue_id: int = reference("queue.id")
    claim_id: int = reference("claim.id", index=True)
    rank: int = Field(sa_type=BigInteger)
    nudge: int | None = Field(default=None, sa_type=BigInteger)
    waiting: bool = Field(default=True)


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
