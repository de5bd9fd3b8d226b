"""Sources say what they are, confidential evidence can be erased, and desks log searches and requests for a reply."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MICROS = sa.BigInteger()

ERASED = (
    *((name, "") for name in ("excerpt", "locator", "note", "quote_exact", "quote_prefix", "quote_suffix")),
    ("quote_remarks", "[]"),
)
"""What of confidential evidence can be erased, and what is left in its place."""


def upgrade() -> None:
    """Add the columns and tables, and guard what evidence says."""
    for name in ("interest", "reliability", "origin", "retraction"):
        op.add_column("source", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.add_column("source", sa.Column("kind", sa.Text(), nullable=True))
    op.add_column("source", sa.Column("erased_at", MICROS, nullable=True))
    op.add_column("evidence", sa.Column("confidential", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("evidence", sa.Column("salt", sa.LargeBinary(), nullable=True))
    _log("search_entry", "place", "words", "found", moments=("searched_at",), perhaps=("retracted_at",))
    _log(
        *("reply_request", "asked", "channel", "question", "answer"),
        moments=("asked_at",),
        perhaps=("deadline", "answered_at", "retracted_at"),
    )
    _guard()


def _log(table: str, *texts: str, moments: tuple[str, ...], perhaps: tuple[str, ...]) -> None:
    op.create_table(
        table,
        sa.Column("id", KEY, nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("reviewer_id", KEY, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        *(sa.Column(name, MICROS, nullable=False) for name in moments),
        *(sa.Column(name, MICROS, nullable=True) for name in perhaps),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f(f"fk_{table}_claim_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f(f"fk_{table}_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("public_id", name=op.f(f"uq_{table}_public_id")),
    )
    op.create_index(op.f(f"ix_{table}_claim_id"), table, ["claim_id"])


def _guard() -> None:
    """On a server, let nobody change what evidence says, but for erasing what is confidential."""
    if op.get_bind().dialect.name == "sqlite":
        return
    changed = [
        f"NEW.{name} IS DISTINCT FROM OLD.{name} AND NOT (OLD.confidential AND NEW.{name} = '{nothing}')"
        for name, nothing in ERASED
    ]
    stays = " OR ".join(f"({one})" for one in (*changed, "OLD.confidential AND NOT NEW.confidential"))
    _refuse("evidence", "evidence_stays", stays, "what evidence says is never changed")
    public = (
        "(OLD.confidential AND NOT NEW.confidential) "
        "OR (OLD.erased_at IS NOT NULL AND NEW.erased_at IS DISTINCT FROM OLD.erased_at) "
        "OR ((NEW.confidential IS DISTINCT FROM OLD.confidential OR NEW.erased_at IS DISTINCT FROM OLD.erased_at) "
        "AND coalesce(public.current_reviewer_role(), '') NOT IN ('editor', 'admin')) "
        "OR (NEW.url IS DISTINCT FROM OLD.url AND NOT (OLD.confidential AND NEW.url = '')) "
        "OR (NEW.sha256 IS DISTINCT FROM OLD.sha256 AND NOT (OLD.confidential AND NEW.sha256 = ''))"
    )
    _refuse(
        "source",
        "source_stays_confidential",
        public,
        "a source stays where it stands, and only an editor says that it is confidential",
    )
    others = (
        "NEW.retracted_at IS DISTINCT FROM OLD.retracted_at "
        "AND OLD.reviewer_id IS DISTINCT FROM public.current_reviewer()"
    )
    _refuse("reply_request", "reply_request_is_its_authors", others, "a request for a reply is its author''s")


def _refuse(table: str, name: str, test: str, message: str) -> None:
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$ "
        f"BEGIN IF {test} THEN RAISE EXCEPTION '{message}' USING ERRCODE = 'insufficient_privilege'; END IF; "
        "RETURN NEW; END $$"
    )
    op.execute(f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")
