"""What extraction refused is kept with the revision; the database itself lets no revision be changed."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

GUARDS = (
    ("revision_stays", "UPDATE", "a revision is never changed"),
    ("revision_is_kept", "DELETE", "a revision is never removed"),
)
"""Name, event and message of what the database refuses."""


def upgrade() -> None:
    """Add the column, which stays empty for the revisions that are there, and guard the table."""
    op.add_column("revision", sa.Column("refused", sa.Text(), nullable=True))
    for name, event, message in GUARDS:
        if op.get_bind().dialect.name == "sqlite":
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON revision FOR EACH ROW BEGIN SELECT RAISE(ABORT, '{message}'); END"
            )
            continue
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{message}'; END $$"
        )
        op.execute(f"CREATE TRIGGER {name} BEFORE {event} ON revision FOR EACH ROW EXECUTE FUNCTION {name}()")
