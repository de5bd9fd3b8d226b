"""Who linked the claims of a wire copy to those of its original may take that back, on a server as well."""

from alembic import op

revision = "0017"
down_revision = "0015"

TAKE_BACK = """
CREATE FUNCTION appearance_take_back(taken text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM public.journal AS first WHERE first.entity = 'appearance' AND first.public_id = taken
    AND first.action = 'claim.linked' AND first.actor = public.current_reviewer_id()
  ) THEN
    RAISE EXCEPTION 'a link is taken back by who made it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM public.appearance WHERE appearance.public_id = taken;
END $$"""


def upgrade() -> None:
    """Add the function: nobody may delete appearances on a server."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(TAKE_BACK)
