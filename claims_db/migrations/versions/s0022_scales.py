"""A desk has several rating scales, of which one can be retired."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    """Add the column; no scale is retired."""
    op.add_column("scale", sa.Column("retired_at", sa.BigInteger(), nullable=True))
