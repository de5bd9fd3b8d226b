"""Desks say to which parties claimers belong, log requests to others to correct, and count claims out of one index."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MICROS = sa.BigInteger()


def upgrade() -> None:
    """Add both tables, the index, and the guard of the requests."""
    op.create_table(
        "claimer_group",
        *_begun(),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("claimer", "name", "since", "until")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claimer_group")),
        sa.UniqueConstraint("public_id", name=op.f("uq_claimer_group_public_id")),
        sa.UniqueConstraint("claimer", "since", name=op.f("uq_claimer_group_claimer_since")),
    )
    op.create_table(
        "correction_request",
        *_begun(),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("reviewer_id", KEY, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("asked", "outlet", "url", "channel", "request")),
        sa.Column("asked_at", MICROS, nullable=False),
        sa.Column("deadline", MICROS, nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("outcome_at", MICROS, nullable=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("outcome_url", "note")),
        sa.Column("printed", sa.Boolean(), nullable=False),
        sa.Column("retracted_at", MICROS, nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_correction_request_claim_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_correction_request_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction_request")),
        sa.UniqueConstraint("public_id", name=op.f("uq_correction_request_public_id")),
    )
    op.create_index(op.f("ix_correction_request_claim_id"), "correction_request", ["claim_id"])
    open_ones = sa.text("outcome IS NULL")
    op.create_index(
        *("ix_correction_request_open", "correction_request", ["deadline"]),
        sqlite_where=open_ones,
        postgresql_where=open_ones,
    )
    op.drop_index("ix_claim_added", "claim")
    op.create_index("ix_claim_added", "claim", ["state", "added_at", "claimer_id", "article_id"])
    _guard()


def _begun() -> tuple[sa.Column[int] | sa.Column[str], ...]:
    """Give the columns that every table begins with."""
    return (
        sa.Column("id", KEY, nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )


def _guard() -> None:
    """On a server, let nobody take back what somebody else asked for; what came of it anybody writes down."""
    if op.get_bind().dialect.name == "sqlite":
        return
    name = "correction_request_is_its_authors"
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$ "
        "BEGIN IF NEW.retracted_at IS DISTINCT FROM OLD.retracted_at "
        "AND OLD.reviewer_id IS DISTINCT FROM public.current_reviewer() "
        "THEN RAISE EXCEPTION 'a request for a correction is its author''s' USING ERRCODE = 'insufficient_privilege'; "
        "END IF; RETURN NEW; END $$"
    )
    op.execute(f"CREATE TRIGGER {name} BEFORE UPDATE ON correction_request FOR EACH ROW EXECUTE FUNCTION {name}()")
