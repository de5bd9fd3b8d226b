"""A claim's words can be edited as long as nothing was decided on it; what is the same as a claim is found at once."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_PINNED = "SET search_path = pg_catalog, pg_temp"
_DECIDED = "('signed_off', 'published', 'corrected', 'withdrawn')"
_JUDGED = "('recorded', 'second_review', 'adjudication')"
_STANDS = (
    "{claim}.state IN " + _DECIDED + " OR ({claim}.state IN " + _JUDGED + " "
    "AND coalesce(public.current_reviewer_role(), '') NOT IN ('editor', 'admin') "
    "AND (NOT public.has_own_verdict({claim}.id, {claim}.round) OR EXISTS ("
    "SELECT 1 FROM public.verdict WHERE verdict.claim_id = {claim}.id AND verdict.round = {claim}.round "
    "AND verdict.retracted_at IS NULL AND verdict.reviewer_id <> public.current_reviewer())))"
)
"""Whether a claim's words stand for the connected person: they are signed off, or others have decided on them."""

_OTHER_WORDS = (
    "NOT EXISTS (SELECT 1 FROM public.revision WHERE revision.id = NEW.revision_id "
    'AND NEW.start >= 0 AND NEW."end" > NEW.start AND NEW."end" <= length(revision.text) '
    'AND NEW.exact = substr(revision.text, NEW.start + 1, NEW."end" - NEW.start))'
)

_WORDS = "statement, claimer_id, via, worth, reasons, assumptions, position, fold"

GUARDS = (
    (
        "claim_words_stand",
        f"UPDATE OF {_WORDS} ON claim",
        _STANDS.format(claim="OLD"),
        "the words of a claim on which others decided stand",
    ),
    (
        "appearance_words_stand",
        "UPDATE ON appearance",
        f"EXISTS (SELECT 1 FROM public.claim WHERE claim.id = OLD.claim_id AND ({_STANDS.format(claim='claim')}))",
        "the words of a claim on which others decided stand",
    ),
    (
        "appearance_is_verbatim",
        "UPDATE ON appearance",
        _OTHER_WORDS,
        "a quote has the words of its text",
    ),
)
"""Name, event, condition and message of what a server refuses."""

TAKE_BACK = f"""
CREATE OR REPLACE FUNCTION claim_take_back(taken text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
{_PINNED} AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM public.claim WHERE claim.public_id = taken AND claim.state IN ('queued', 'proposed')
    AND (
      SELECT first.action IN ('claim.taken_in', 'claim.split') AND first.actor = public.current_reviewer_id()
      FROM public.journal AS first WHERE first.claim = taken ORDER BY first.sequence LIMIT 1
    )
  ) THEN
    RAISE EXCEPTION 'a claim is taken back by who took it in' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM public.appearance USING public.claim
    WHERE claim.id = appearance.claim_id AND claim.public_id = taken;
  DELETE FROM public.claim WHERE claim.public_id = taken;
END $$"""
"""As in the step before, also for the claims that came of a split."""


def upgrade() -> None:
    """Add the index; on a server, guard the words that reviewers may change from now on."""
    same = sa.text("duplicate_of_id IS NOT NULL")
    op.create_index("ix_claim_duplicate", "claim", ["duplicate_of_id"], sqlite_where=same, postgresql_where=same)
    if op.get_bind().dialect.name != "postgresql":
        return
    op.execute(TAKE_BACK)
    for name, event, condition, message in GUARDS:
        test = f"IF {condition} THEN RAISE EXCEPTION '{message}' USING ERRCODE = 'insufficient_privilege'; END IF;"
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql {_PINNED} AS $$ BEGIN {test} RETURN NEW; END $$"
        )
        op.execute(f"CREATE TRIGGER {name} BEFORE {event} FOR EACH ROW EXECUTE FUNCTION {name}()")
