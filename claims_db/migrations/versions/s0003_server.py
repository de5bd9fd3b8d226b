"""What a PostgreSQL server guards itself: the journal's chain, who writes, who decides. SQLite has no logins."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

CHAIN_LOCK = 0x43574244
"""The advisory lock under which the journal grows."""

PINNED = "SET search_path = pg_catalog, pg_temp"
"""Functions that run with their owner's rights must not find anything that a caller put in their way."""

BY_INDEX = "SET enable_seqscan = off"
"""A few large groups, as an import leaves them, make the planner read the whole journal to look for a new one."""


def upgrade() -> None:
    """Let a login be one person's; on a server, add the functions and triggers."""
    present = sa.text("login <> '' AND left_at IS NULL")
    op.create_index(
        "uq_reviewer_login", "reviewer", ["login"], unique=True, sqlite_where=present, postgresql_where=present
    )
    if op.get_bind().dialect.name != "postgresql":
        return
    for statement in (*_people(), *_journal(), *_guards()):
        op.execute(statement)


def _people() -> tuple[str, ...]:
    """Say who is connected: by the login of the session, which SET ROLE does not change."""
    own_verdict = (
        "SELECT EXISTS (SELECT 1 FROM public.verdict WHERE claim_id = claim_key AND round = claim_round "
        "AND retracted_at IS NULL AND reviewer_id = public.current_reviewer())"
    )
    return (
        _answer("current_reviewer()", "bigint", _connected("id")),
        _answer("current_reviewer_id()", "text", _connected("public_id")),
        _answer("current_reviewer_role()", "text", _connected("role")),
        _answer("has_own_verdict(claim_key bigint, claim_round integer)", "boolean", own_verdict),
    )


def _connected(column: str) -> str:
    return f"SELECT {column} FROM public.reviewer WHERE login = session_user::text AND left_at IS NULL"


def _answer(function: str, kind: str, query: str) -> str:
    return f"CREATE FUNCTION {function} RETURNS {kind} LANGUAGE sql STABLE SECURITY DEFINER {PINNED} AS $$ {query} $$"


def _journal() -> tuple[str, ...]:
    """Let the server give sequence, instant, actor and hash, whatever the client says."""
    texts = ("actor", "action", "group_id", "reverses", "entity", "public_id", "claim")
    actor, action, group, reverses, entity, public_id, claim = (
        _framed(f"convert_to(NEW.{name}, 'UTF8')") for name in texts
    )
    number = "convert_to(NEW.{}::text, 'UTF8')"
    content = " || ".join(
        (
            "convert_to('claim-workbench journal 1', 'UTF8')",
            _framed("NEW.previous"),
            _framed(number.format("sequence")),
            _framed(number.format("at")),
            actor,
            action,
            group,
            reverses,
            entity,
            public_id,
            claim,
            _framed(number.format("payload_version")),
            _optional("NEW.before"),
            _optional("NEW.after"),
        )
    )
    append = f"""
CREATE FUNCTION journal_append() RETURNS trigger LANGUAGE plpgsql VOLATILE SECURITY DEFINER {PINNED}
{BY_INDEX} AS $$
DECLARE
  head record;
BEGIN
  PERFORM pg_advisory_xact_lock({CHAIN_LOCK});
  SELECT sequence, at, group_id, hash, xmin = pg_current_xact_id()::xid AS own
    INTO head FROM public.journal ORDER BY sequence DESC LIMIT 1;
  NEW.sequence := coalesce(head.sequence, 0) + 1;
  NEW.previous := coalesce(head.hash, '\\x{bytes(32).hex()}'::bytea);
  IF head.own AND head.group_id = NEW.group_id THEN
    NEW.at := head.at;
  ELSE
    IF EXISTS (SELECT 1 FROM public.journal WHERE group_id = NEW.group_id) THEN
      RAISE EXCEPTION 'this group of the journal is closed';
    END IF;
    NEW.at := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
    PERFORM pg_notify('claims_db', '');
  END IF;
  SELECT public_id INTO NEW.actor FROM public.reviewer WHERE login = session_user::text AND left_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the login % is nobody''s at this desk', session_user USING ERRCODE = 'insufficient_privilege';
  END IF;
  NEW.hash := sha256({content});
  RETURN NEW;
END $$"""
    return (
        append,
        "CREATE TRIGGER journal_append BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION journal_append()",
    )


def _framed(field: str) -> str:
    return f"int8send(octet_length({field})::bigint) || {field}"


def _optional(field: str) -> str:
    return f"coalesce({_framed(field)}, '\\xffffffffffffffff'::bytea)"


def _guards() -> tuple[str, ...]:
    """Refuse what a row's new values show to be somebody else's to write."""
    decided = "('signed_off', 'published', 'corrected', 'withdrawn')"
    frozen = "('published', 'corrected', 'withdrawn')"
    return (
        *_guard(
            "claim_is_decided",
            "INSERT OR UPDATE OF state ON claim",
            f"(NEW.state IN {decided} OR (TG_OP = 'UPDATE' AND OLD.state IN {frozen})) "
            "AND (TG_OP = 'INSERT' OR NEW.state <> OLD.state) "
            "AND coalesce(public.current_reviewer_role(), '') NOT IN ('editor', 'admin')",
            "only an editor decides on a finding",
        ),
        *_guard(
            "comment_is_its_authors",
            "UPDATE ON comment",
            "(NEW.retracted_at IS DISTINCT FROM OLD.retracted_at "
            "AND OLD.reviewer_id IS DISTINCT FROM public.current_reviewer()) "
            "OR (NEW.resolved_by_id IS DISTINCT FROM OLD.resolved_by_id AND NEW.resolved_by_id IS NOT NULL "
            "AND NEW.resolved_by_id IS DISTINCT FROM public.current_reviewer())",
            "a comment is its author''s",
        ),
        *_guard("lease_token_grows", "UPDATE ON lease", "NEW.token < OLD.token", "the token of a lease only grows"),
    )


def _guard(name: str, event: str, condition: str, message: str) -> tuple[str, str]:
    test = f"IF {condition} THEN RAISE EXCEPTION '{message}' USING ERRCODE = 'insufficient_privilege'; END IF;"
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql {PINNED} AS $$ BEGIN {test} RETURN NEW; END $$",
        f"CREATE TRIGGER {name} BEFORE {event} FOR EACH ROW EXECUTE FUNCTION {name}()",
    )
