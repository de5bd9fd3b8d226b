"""A claim can be about a picture, a film or a recording, and the desk says what became of it."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MICROS = sa.BigInteger()
TEXTS = ("kind", "links", "overlaid", "categories", "original", "no_original", "context", "edited")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "media_item",
        sa.Column("id", KEY, nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("claim_id", KEY, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("reviewer_id", KEY, nullable=False),
        sa.Column("added_at", MICROS, nullable=False),
        sa.Column("retracted_at", MICROS, nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_media_item_claim_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_media_item_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media_item")),
        sa.UniqueConstraint("public_id", name=op.f("uq_media_item_public_id")),
    )
    op.create_index(op.f("ix_media_item_claim_id"), "media_item", ["claim_id"])
