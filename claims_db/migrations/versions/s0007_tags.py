"""Claims can have tags."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "tag",
        sa.Column("id", KEY, nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 40", name=op.f("ck_tag_name")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_tag_claim_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        sa.UniqueConstraint("public_id", name=op.f("uq_tag_public_id")),
        sa.UniqueConstraint("claim_id", "name", name=op.f("uq_tag_claim_id_name")),
    )
    op.create_index("ix_tag_name", "tag", ["name", "claim_id"], unique=False)
