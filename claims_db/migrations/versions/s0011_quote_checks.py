"""Evidence says how its excerpt stands to the captured text, and where in it the words are."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the columns; excerpts from before were not compared."""
    op.add_column("evidence", sa.Column("quote_verdict", sa.Text(), nullable=True))
    for name in ("quote_start", "quote_end"):
        op.add_column("evidence", sa.Column(name, sa.Integer(), nullable=True))
    for name, default in (("exact", ""), ("prefix", ""), ("suffix", ""), ("remarks", "[]")):
        op.add_column("evidence", sa.Column(f"quote_{name}", sa.Text(), nullable=False, server_default=default))
