"""Earlier published checks, and suggested relations."""

from sqlmodel import Field

from claims_db.columns import Micros, Word, Words
from claims_db.tables.base import Record, reference
from claims_db.vocabulary import DatePrecision, MatchDecision, Relation


class PriorCheck(Record, table=True):
    """An earlier published fact-check, one's own or imported."""

    __tablename__ = "prior_check"

    url: str = Field(sa_type=Words, unique=True)
    claim_text: str = Field(sa_type=Words)
    claimer: str = Field(default="", sa_type=Words)
    rating: str = Field(default="", sa_type=Words)
    publisher: str = Field(default="", sa_type=Words)
    language: str = Field(default="und", sa_type=Words)
    reviewed: str | None = Field(default=None, sa_type=Words)
    reviewed_precision: DatePrecision | None = Field(default=None, sa_type=Word(DatePrecision))
    imported_at: int = Field(sa_type=Micros)


class Match(Record, table=True):
    """A suggested relation of a claim to another claim or to a prior check, and what a person said to it."""

    claim_id: int = reference("claim.id", index=True)
    other_claim_id: int | None = reference("claim.id", default=None, index=True)
    prior_check_id: int | None = reference("prior_check.id", default=None, index=True)
    relation: Relation = Field(sa_type=Word(Relation))
    score: int = Field(default=0)
    decision: MatchDecision = Field(sa_type=Word(MatchDecision))
    decided_by_id: int | None = reference("reviewer.id", default=None)
    decided_at: int | None = Field(default=None, sa_type=Micros)
