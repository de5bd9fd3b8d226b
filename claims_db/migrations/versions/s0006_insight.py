"""What a team looks at is counted over indexes: claims by the day they came in, verdicts, skips, entries by action."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the indexes."""
    op.create_index("ix_claim_added", "claim", ["state", "added_at"])
    op.create_index("ix_verdict_recorded", "verdict", ["recorded_at"])
    op.create_index(
        "ix_verdict_blind",
        "verdict",
        ["claim_id"],
        sqlite_where=sa.text("blind = 1"),
        postgresql_where=sa.text("blind"),
    )
    op.create_index("ix_skip_skipped", "skip", ["skipped_at"])
    op.create_index("ix_journal_action", "journal", ["action", "sequence"])
    op.create_index("ix_journal_at", "journal", ["at"])
