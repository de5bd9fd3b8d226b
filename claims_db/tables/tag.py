"""Short names that people of the desk give to claims, to find them together again."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from claims_db.columns import Words
from claims_db.tables.base import Record, reference

LONGEST_TAG = 40
"""How many characters a tag can have."""


class Tag(Record, table=True):
    """A name that a claim has; who takes it off removes the row."""

    __table_args__ = (
        UniqueConstraint("claim_id", "name"),
        Index("ix_tag_name", "name", "claim_id"),
        CheckConstraint(f"length(name) BETWEEN 1 AND {LONGEST_TAG}", name="name"),
    )

    claim_id: int = reference("claim.id")
    name: str = Field(sa_type=Words)
