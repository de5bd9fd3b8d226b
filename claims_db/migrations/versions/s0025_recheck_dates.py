"""A claim says from which day its finding has to be checked again, and why."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """Add the columns, and the index over the few claims that have such a day; none has one yet."""
    op.add_column("claim", sa.Column("recheck_on", sa.Text(), nullable=True))
    op.add_column("claim", sa.Column("recheck_reason", sa.Text(), nullable=False, server_default=""))
    dated = sa.text("recheck_on IS NOT NULL")
    op.create_index("ix_claim_recheck", "claim", ["recheck_on"], sqlite_where=dated, postgresql_where=dated)
