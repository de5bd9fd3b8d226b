"""A desk says who publishes its findings, and where."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Add the columns; a desk that has said nothing yet publishes nowhere."""
    for column in ("publisher_name", "publisher_url", "publisher_pages", "publisher_corrections"):
        op.add_column("desk", sa.Column(column, sa.Text(), nullable=False, server_default=""))
