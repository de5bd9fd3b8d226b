"""What a desk did to find out about a claim besides what it found: where it looked, and whom it asked."""

from sqlmodel import Field

from claims_db.columns import Micros, Words
from claims_db.tables.base import Record, reference


class SearchEntry(Record, table=True):
    """A line of the search log: where somebody looked and with what words; ``found`` is empty where nothing was."""

    __tablename__ = "search_entry"

    claim_id: int = reference("claim.id", index=True)
    reviewer_id: int = reference("reviewer.id")
    place: str = Field(sa_type=Words)
    words: str = Field(sa_type=Words)
    found: str = Field(default="", sa_type=Words)
    searched_at: int = Field(sa_type=Micros)
    retracted_at: int | None = Field(default=None, sa_type=Micros)


class ReplyRequest(Record, table=True):
    """A line of the right-of-reply log: who was asked what and how, until when, and the answer word for word."""

    __tablename__ = "reply_request"

    claim_id: int = reference("claim.id", index=True)
    reviewer_id: int = reference("reviewer.id")
    asked: str = Field(sa_type=Words)
    channel: str = Field(default="", sa_type=Words)
    question: str = Field(default="", sa_type=Words)
    asked_at: int = Field(sa_type=Micros)
    deadline: int | None = Field(default=None, sa_type=Micros)
    answer: str = Field(default="", sa_type=Words)
    answered_at: int | None = Field(default=None, sa_type=Micros)
    retracted_at: int | None = Field(default=None, sa_type=Micros)
