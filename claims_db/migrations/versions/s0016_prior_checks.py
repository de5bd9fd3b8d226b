"""Prior checks are imported, what people say of matches is remembered, and ratings are counted by kind of claim."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MICROS = sa.BigInteger()

_OF_CHECKS = (
    *("key", "claim_text", "claimer", "said_on_zone", "rating", "rating_name", "worst", "best"),
    *("outlet", "url", "title", "reviewed_zone", "language", "feed"),
)
_PERHAPS = ("said_on", "said_on_precision", "reviewed", "reviewed_precision")


def upgrade() -> None:
    """Make both tables anew: until now nothing was ever written to them."""
    op.drop_table("match")
    op.drop_table("prior_check")
    op.create_table(
        "prior_check",
        *_begun(),
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in _OF_CHECKS),
        *(sa.Column(name, sa.Text(), nullable=True) for name in _PERHAPS),
        sa.Column("imported_at", MICROS, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prior_check")),
        sa.UniqueConstraint("public_id", name=op.f("uq_prior_check_public_id")),
        sa.UniqueConstraint("number", name=op.f("uq_prior_check_number")),
        sa.UniqueConstraint("key", name=op.f("uq_prior_check_key")),
    )
    op.create_table(
        "match",
        *_begun(),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("other_claim_id", KEY, nullable=True),
        sa.Column("prior_check_id", KEY, nullable=True),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("reviewer_id", KEY, nullable=False),
        sa.Column("decided_at", MICROS, nullable=False),
        sa.Column("retracted_at", MICROS, nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_match_claim_id")),
        sa.ForeignKeyConstraint(["other_claim_id"], ["claim.id"], name=op.f("fk_match_other_claim_id")),
        sa.ForeignKeyConstraint(["prior_check_id"], ["prior_check.id"], name=op.f("fk_match_prior_check_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_match_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match")),
        sa.UniqueConstraint("public_id", name=op.f("uq_match_public_id")),
    )
    for name in ("claim_id", "other_claim_id", "prior_check_id"):
        op.create_index(op.f(f"ix_match_{name}"), "match", [name])
    op.create_index("ix_claim_kind", "claim", ["kind", "id", "state"])


def _begun() -> tuple[sa.Column[int] | sa.Column[str], ...]:
    """Give the columns that every table begins with."""
    return (
        sa.Column("id", KEY, nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )
