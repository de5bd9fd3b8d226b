"""A desk says how far a claimed number may be from the source's."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add the columns; what was tolerated until now holds on."""
    op.add_column("desk", sa.Column("tolerance_share", sa.Integer(), nullable=False, server_default="100"))
    op.add_column("desk", sa.Column("tolerance_about", sa.Integer(), nullable=False, server_default="1000"))
