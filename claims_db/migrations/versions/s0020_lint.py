"""A desk says what its rules for sign-off mean, and waives them for a claim with a reason."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0017"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MICROS = sa.BigInteger()


def upgrade() -> None:
    """Add both tables."""
    op.create_table(
        "lint_rule",
        *_begun(),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lint_rule")),
        sa.UniqueConstraint("public_id", name=op.f("uq_lint_rule_public_id")),
        sa.UniqueConstraint("rule", name=op.f("uq_lint_rule_rule")),
    )
    op.create_table(
        "waiver",
        *_begun(),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("reviewer_id", KEY, nullable=False),
        sa.Column("waived_at", MICROS, nullable=False),
        sa.Column("retracted_at", MICROS, nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_waiver_claim_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_waiver_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiver")),
        sa.UniqueConstraint("public_id", name=op.f("uq_waiver_public_id")),
    )
    op.create_index(op.f("ix_waiver_claim_id"), "waiver", ["claim_id"])


def _begun() -> tuple[sa.Column[int] | sa.Column[str], ...]:
    """Give the columns that every table begins with."""
    return (
        sa.Column("id", KEY, nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )
