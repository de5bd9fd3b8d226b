"""What evidence rests on is looked at again, and the desk keeps what was found."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "recheck",
        sa.Column("id", KEY, nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("evidence_id", KEY, nullable=False),
        sa.Column("capture_id", KEY, nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("checked_at", sa.BigInteger(), nullable=False),
        sa.Column("reviewer_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_recheck_evidence_id")),
        sa.ForeignKeyConstraint(["capture_id"], ["capture.id"], name=op.f("fk_recheck_capture_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_recheck_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recheck")),
        sa.UniqueConstraint("public_id", name=op.f("uq_recheck_public_id")),
    )
    op.create_index("ix_recheck_evidence_id", "recheck", ["evidence_id"])
    _guard()


def _guard() -> None:
    """On a server, let nobody change what a later look found, but for erasing what is confidential by now."""
    if op.get_bind().dialect.name == "sqlite":
        return
    erased = {"exact": "", "prefix": "", "suffix": "", "remarks": "[]"}
    changed = " OR ".join(
        f"(NEW.{name} IS DISTINCT FROM OLD.{name} AND NOT (NEW.{name} = '{nothing}' AND confidential))"
        for name, nothing in erased.items()
    )
    op.execute(
        "CREATE FUNCTION recheck_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$ "
        "DECLARE confidential boolean := (SELECT one.confidential FROM evidence one WHERE one.id = OLD.evidence_id); "
        f"BEGIN IF {changed} THEN RAISE EXCEPTION 'what a later look found is never changed' "
        "USING ERRCODE = 'insufficient_privilege'; END IF; RETURN NEW; END $$"
    )
    op.execute("CREATE TRIGGER recheck_stays BEFORE UPDATE ON recheck FOR EACH ROW EXECUTE FUNCTION recheck_stays()")
