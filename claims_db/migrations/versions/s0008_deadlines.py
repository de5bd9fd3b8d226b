"""Deadlines that have passed are found without a look at every claim that waits."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the index over the few claims that have a deadline."""
    due = sa.text("deadline IS NOT NULL")
    op.create_index("ix_claim_deadline", "claim", ["deadline"], sqlite_where=due, postgresql_where=due)
