"""What a desk did to find out about a claim besides what it found: where it looked, and whom it asked."""

from sqlalchemy import Index, text
from sqlmodel import Field

from claims_db.columns import Micros, Word, Words
from claims_db.report_vocabulary import RequestOutcome
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


class CorrectionRequest(Record, table=True):
    """A request to somebody else to correct what they published: whom, where it stands, until when, what came of it.

    Without ``outcome`` it is open; ``printed`` says whether reports may tell what came of it.
    """

    __tablename__ = "correction_request"
    __table_args__ = (
        Index(
            "ix_correction_request_open",
            "deadline",
            sqlite_where=text("outcome IS NULL"),
            postgresql_where=text("outcome IS NULL"),
        ),
    )

    claim_id: int = reference("claim.id", index=True)
    reviewer_id: int = reference("reviewer.id")
    asked: str = Field(sa_type=Words)
    outlet: str = Field(default="", sa_type=Words)
    url: str = Field(default="", sa_type=Words)
    channel: str = Field(default="", sa_type=Words)
    request: str = Field(default="", sa_type=Words)
    asked_at: int = Field(sa_type=Micros)
    deadline: int | None = Field(default=None, sa_type=Micros)
    outcome: RequestOutcome | None = Field(default=None, sa_type=Word(RequestOutcome))
    outcome_at: int | None = Field(default=None, sa_type=Micros)
    outcome_url: str = Field(default="", sa_type=Words)
    note: str = Field(default="", sa_type=Words)
    printed: bool = Field(default=False)
    retracted_at: int | None = Field(default=None, sa_type=Micros)
