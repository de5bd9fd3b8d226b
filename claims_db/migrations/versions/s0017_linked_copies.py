"""Who linked the claims of a wire copy to those of its original may take that back, on a server as well."""

from alembic import op

revision = "0017"
down_revision = "0016"

TAKE_BACK = """
CREATE FUNCTION appearance_take_back(taken text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM public.appearance JOIN public.claim ON claim.id = appearance.claim_id
    WHERE appearance.public_id = taken AND (
      SELECT first.action = 'claim.linked' AND first.actor = public.current_reviewer_id()
      FROM public.journal AS first
      WHERE first.claim = claim.public_id AND first.entity = 'appearance' AND first.public_id = taken
      ORDER BY first.sequence LIMIT 1
    )
  ) THEN
    RAISE EXCEPTION 'a link is taken back by who made it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM public.appearance WHERE appearance.public_id = taken;
END $$"""
"""The journal's first entry of an appearance, in front of which nobody can write another one, says who made it."""


def upgrade() -> None:
    """Add the function: nobody may delete appearances on a server."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(TAKE_BACK)
