"""Archives and timestamp authorities are outside witnesses of captures and of the journal."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "witness",
        *_begun(),
        sa.Column("capture_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("job", sa.Text(), nullable=False),
        sa.Column("archived_url", sa.Text(), nullable=False),
        sa.Column("archived_at", sa.BigInteger(), nullable=True),
        sa.Column("same_bytes", sa.Boolean(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("reviewer_id", KEY, nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["capture_id"], ["capture.id"], name=op.f("fk_witness_capture_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_witness_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_witness")),
        sa.UniqueConstraint("public_id", name=op.f("uq_witness_public_id")),
    )
    op.create_index(op.f("ix_witness_capture_id"), "witness", ["capture_id"], unique=False)
    op.create_table(
        "journal_stamp",
        *_begun(),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("stamped_at", sa.BigInteger(), nullable=False),
        sa.Column("token_sha256", sa.Text(), nullable=False),
        sa.Column("reviewer_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_journal_stamp_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_stamp")),
        sa.UniqueConstraint("public_id", name=op.f("uq_journal_stamp_public_id")),
    )


def _begun() -> tuple[sa.Column[int] | sa.Column[str], ...]:
    """Give the columns that every table begins with."""
    return (
        sa.Column("id", KEY, nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )
