"""What extraction refused is kept with the revision, which the database lets nobody change; who took a claim in may undo."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

GUARDS = (
    ("revision_stays", "UPDATE", "a revision is never changed"),
    ("revision_is_kept", "DELETE", "a revision is never removed"),
)
"""Name, event and message of what the database refuses."""

TAKE_BACK = """
CREATE FUNCTION claim_take_back(taken text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM public.claim WHERE claim.public_id = taken AND claim.state IN ('queued', 'proposed')
    AND (
      SELECT first.action = 'claim.taken_in' AND first.actor = public.current_reviewer_id()
      FROM public.journal AS first WHERE first.claim = taken ORDER BY first.sequence LIMIT 1
    )
  ) THEN
    RAISE EXCEPTION 'a claim is taken back by who took it in' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM public.appearance USING public.claim
    WHERE claim.id = appearance.claim_id AND claim.public_id = taken;
  DELETE FROM public.claim WHERE claim.public_id = taken;
END $$"""
"""Nobody may delete claims on a server, as who may could lock the table. The journal's first entry of a claim, in front
of which nobody can write another one, says who took it in."""


def upgrade() -> None:
    """Add the column, which stays empty for the revisions that are there, and guard the table."""
    op.add_column("revision", sa.Column("refused", sa.Text(), nullable=True))
    if op.get_bind().dialect.name == "postgresql":
        op.execute(TAKE_BACK)
    for name, event, message in GUARDS:
        if op.get_bind().dialect.name == "sqlite":
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON revision FOR EACH ROW "
                f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
            )
            continue
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{message}'; END $$"
        )
        op.execute(f"CREATE TRIGGER {name} BEFORE {event} ON revision FOR EACH ROW EXECUTE FUNCTION {name}()")
