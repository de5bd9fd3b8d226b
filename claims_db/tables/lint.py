"""What the desk asks for before a verdict is signed off, and what it did without."""

from sqlmodel import Field

from claims_db.columns import Micros, Word, Words
from claims_db.tables.base import Record, reference
from claims_db.vocabulary import LintLevel


class LintRule(Record, table=True):
    """What a rule means at this desk, where the desk has said so; others mean what they mean at first."""

    __tablename__ = "lint_rule"

    rule: str = Field(sa_type=Words, unique=True)
    level: LintLevel = Field(sa_type=Word(LintLevel))


class Waiver(Record, table=True):
    """Why a rule is not asked for of a claim; it holds as long as its ``round`` is the claim's."""

    claim_id: int = reference("claim.id", index=True)
    rule: str = Field(sa_type=Words)
    reason: str = Field(sa_type=Words)
    round: int
    reviewer_id: int = reference("reviewer.id")
    waived_at: int = Field(sa_type=Micros)
    retracted_at: int | None = Field(default=None, sa_type=Micros)
