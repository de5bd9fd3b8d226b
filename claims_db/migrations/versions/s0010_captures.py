"""A capture says how it came and whether it is whole; what was captured is never changed or removed."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

GUARDS = (
    ("capture_stays", "UPDATE", "a capture is never changed"),
    ("capture_is_kept", "DELETE", "a capture is never removed"),
)
"""Name, event and message of what the database refuses."""


def upgrade() -> None:
    """Add the columns and guard the table."""
    for name, default in (("mode", "live"), ("outcome", "ok"), ("truncated", ""), ("text_sha256", "")):
        op.add_column("capture", sa.Column(name, sa.Text(), nullable=False, server_default=default))
    for name, event, message in GUARDS:
        if op.get_bind().dialect.name == "sqlite":
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON capture FOR EACH ROW "
                f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
            )
            continue
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{message}'; END $$"
        )
        op.execute(f"CREATE TRIGGER {name} BEFORE {event} ON capture FOR EACH ROW EXECUTE FUNCTION {name}()")
