"""Scales, verdicts, findings and what becomes of them."""

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from claims_db.columns import Micros, Word, Words
from claims_db.tables.base import Record, long_text, reference
from claims_db.vocabulary import Severity, SkipReason


class Scale(Record, table=True):
    """A rating scale of the desk; its ratings never change, and one that is ``retired_at`` takes no new verdicts."""

    slug: str = Field(sa_type=Words, unique=True)
    name: str = Field(sa_type=Words)
    retired_at: int | None = Field(default=None, sa_type=Micros)


class Rating(Record, table=True):
    """A point on a scale; ``value`` 1 to 5, or none."""

    __table_args__ = (UniqueConstraint("scale_id", "slug"),)

    scale_id: int = reference("scale.id", index=True)
    slug: str = Field(sa_type=Words)
    label: str = Field(sa_type=Words)
    definition: str = Field(default="", sa_type=Words)
    value: int | None = Field(default=None)
    averitec: str = Field(default="", sa_type=Words)
    position: int


class Verdict(Record, table=True):
    """A rating with its rationale by one reviewer; never changed, only taken back with ``retracted_at``.

    It counts as long as its ``round`` is the claim's; ``blind`` says that it was given without sight of another's.
    """

    __table_args__ = (
        Index("ix_verdict_recorded", "recorded_at"),
        Index("ix_verdict_blind", "claim_id", sqlite_where=text("blind = 1"), postgresql_where=text("blind")),
    )

    claim_id: int = reference("claim.id", index=True)
    rating_id: int = reference("rating.id")
    rationale: str = Field(sa_type=Words)
    reviewer_id: int = reference("reviewer.id")
    recorded_at: int = Field(sa_type=Micros)
    retracted_at: int | None = Field(default=None, sa_type=Micros)
    round: int = Field(default=1)
    blind: bool = Field(default=False)


class Finding(Record, table=True):
    """The verdict that stands for a claim after review."""

    claim_id: int = reference("claim.id", unique=True)
    verdict_id: int = reference("verdict.id")
    signed_off_by_id: int = reference("reviewer.id")
    signed_off_at: int = Field(sa_type=Micros)
    note: str = Field(default="", sa_type=Words)


class Publication(Record, table=True):
    """A frozen revision of a finding as it went out; the database refuses to change or remove it.

    ``content`` is the claim with its verdict and evidence as it was then, as JSON.
    """

    __table_args__ = (UniqueConstraint("finding_id", "number"),)

    finding_id: int = reference("finding.id", index=True)
    number: int
    verdict_id: int | None = reference("verdict.id", default=None)
    content: str = long_text()
    manifest_sha256: str = Field(default="", sa_type=Words)
    journal_head: str = Field(default="", sa_type=Words)
    published_by_id: int = reference("reviewer.id")
    published_at: int = Field(sa_type=Micros)


class Correction(Record, table=True):
    """Why a publication replaces the one before it."""

    publication_id: int = reference("publication.id", index=True)
    severity: Severity = Field(sa_type=Word(Severity))
    reason: str = Field(sa_type=Words)
    corrected_by_id: int = reference("reviewer.id")
    corrected_at: int = Field(sa_type=Micros)


class Skip(Record, table=True):
    """Why a claim was set aside; taken back with ``retracted_at``."""

    __table_args__ = (Index("ix_skip_skipped", "skipped_at"),)

    claim_id: int = reference("claim.id", index=True)
    reason: SkipReason = Field(sa_type=Word(SkipReason))
    note: str = Field(default="", sa_type=Words)
    reviewer_id: int = reference("reviewer.id")
    skipped_at: int = Field(sa_type=Micros)
    retracted_at: int | None = Field(default=None, sa_type=Micros)
