"""Earlier published checks, and what people said of suggested matches."""

from sqlmodel import Field

from claims_db.columns import Micros, Word, Words
from claims_db.match_vocabulary import MatchDecision, Relation
from claims_db.tables.base import Record, reference
from claims_db.vocabulary import DatePrecision


class PriorCheck(Record, table=True):
    """An earlier published fact-check that was imported.

    ``key`` tells one from another: a digest of the record's id in its feed, or of its address and claim. ``rating`` is
    what the outlet wrote, on its own scale from ``worst`` to ``best``; ``rating_name`` is the same in words.
    """

    __tablename__ = "prior_check"

    number: int = Field(unique=True)
    key: str = Field(sa_type=Words, unique=True)
    claim_text: str = Field(sa_type=Words)
    claimer: str = Field(default="", sa_type=Words)
    said_on: str | None = Field(default=None, sa_type=Words)
    said_on_precision: DatePrecision | None = Field(default=None, sa_type=Word(DatePrecision))
    said_on_zone: str = Field(default="", sa_type=Words)
    rating: str = Field(default="", sa_type=Words)
    rating_name: str = Field(default="", sa_type=Words)
    worst: str = Field(default="", sa_type=Words)
    best: str = Field(default="", sa_type=Words)
    outlet: str = Field(default="", sa_type=Words)
    url: str = Field(default="", sa_type=Words)
    title: str = Field(default="", sa_type=Words)
    reviewed: str | None = Field(default=None, sa_type=Words)
    reviewed_precision: DatePrecision | None = Field(default=None, sa_type=Word(DatePrecision))
    reviewed_zone: str = Field(default="", sa_type=Words)
    language: str = Field(default="und", sa_type=Words)
    feed: str = Field(default="", sa_type=Words)
    imported_at: int = Field(sa_type=Micros)


class Match(Record, table=True):
    """What a person said to a suggested match of a claim with another claim or a prior check; the latest counts."""

    claim_id: int = reference("claim.id", index=True)
    other_claim_id: int | None = reference("claim.id", default=None, index=True)
    prior_check_id: int | None = reference("prior_check.id", default=None, index=True)
    relation: Relation = Field(sa_type=Word(Relation))
    decision: MatchDecision = Field(sa_type=Word(MatchDecision))
    reviewer_id: int = reference("reviewer.id")
    decided_at: int = Field(sa_type=Micros)
    retracted_at: int | None = Field(default=None, sa_type=Micros)
