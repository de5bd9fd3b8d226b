"""What a team needs: queues with rules, assignments, rounds of review, discussion, frozen publications."""

import sqlalchemy as sa
from alembic import op

from claims_db.journal.versions import DEFAULT_ORDERS_2, NORMAL_RANK_2

revision = "0002"
down_revision = "0001"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the columns and tables, and let the database itself refuse what no program may do."""
    _people()
    _queues()
    _claims()
    _reviews()
    _discussion()
    _guards()


def _people() -> None:
    op.add_column("reviewer", sa.Column("left_at", sa.BigInteger(), nullable=True))
    for name in ("second_ratings", "second_names"):
        op.add_column("desk", sa.Column(name, sa.Text(), nullable=False, server_default="[]"))
    op.add_column("desk", sa.Column("second_legal", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("desk", sa.Column("second_share", sa.Integer(), nullable=False, server_default="0"))


def _queues() -> None:
    op.add_column("queue", sa.Column("takes", sa.Text(), nullable=False, server_default=""))
    op.add_column("queue", sa.Column("orders", sa.Text(), nullable=False, server_default=DEFAULT_ORDERS_2))
    for index in ("ix_place_claim_id", "ix_place_queue_rank", "ix_place_postponed"):
        op.drop_index(index, "place")
    if _sqlite():
        op.rename_table("place", "place_0001")
        _place_table()
        op.execute(
            "INSERT INTO place (id, public_id, version, queue_id, claim_id, rank, waiting) "
            f"SELECT id, public_id, version, queue_id, claim_id, rank + {NORMAL_RANK_2}, 1 FROM place_0001"
        )
        op.drop_table("place_0001")
    else:
        for name in ("assigned_to_id", "deadline", "postponed_until"):
            op.drop_column("place", name)
        op.alter_column("place", "rank", type_=sa.BigInteger())
        op.add_column("place", sa.Column("nudge", sa.BigInteger(), nullable=True))
        op.add_column("place", sa.Column("waiting", sa.Boolean(), nullable=False, server_default=sa.true()))
        op.execute(f"UPDATE place SET rank = rank + {NORMAL_RANK_2}")
    op.create_index(op.f("ix_place_claim_id"), "place", ["claim_id"], unique=False)
    within = sa.text("coalesce(nudge, claim_id * 1048576)")
    op.create_index("ix_place_queue_waiting", "place", ["queue_id", "waiting", "rank", within], unique=False)


def _place_table() -> None:
    op.create_table(
        "place",
        sa.Column("id", KEY, nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("queue_id", KEY, nullable=False),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("rank", sa.BigInteger(), nullable=False),
        sa.Column("nudge", sa.BigInteger(), nullable=True),
        sa.Column("waiting", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_place_claim_id")),
        sa.ForeignKeyConstraint(["queue_id"], ["queue.id"], name=op.f("fk_place_queue_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("public_id", name=op.f("uq_place_public_id")),
        sa.UniqueConstraint("queue_id", "claim_id", name=op.f("uq_place_queue_id_claim_id")),
    )


def _claims() -> None:
    op.add_column("claim", sa.Column("priority", sa.Text(), nullable=False, server_default="normal"))
    op.add_column("claim", sa.Column("deadline", sa.BigInteger(), nullable=True))
    op.add_column("claim", sa.Column("demand", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("claim", sa.Column("legal", sa.Boolean(), nullable=False, server_default=sa.false()))
    _add_reference("claim", "assigned_to_id", "reviewer")
    op.add_column("claim", sa.Column("assignment_note", sa.Text(), nullable=False, server_default=""))
    op.add_column("claim", sa.Column("postponed_until", sa.BigInteger(), nullable=True))
    op.add_column("claim", sa.Column("round", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("claim", sa.Column("judgements", sa.Integer(), nullable=False, server_default="0"))
    _partial_index("ix_claim_postponed", "claim", "postponed_until")
    _partial_index("ix_claim_assigned", "claim", "assigned_to_id")


def _reviews() -> None:
    op.add_column("verdict", sa.Column("round", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("verdict", sa.Column("blind", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("finding", sa.Column("note", sa.Text(), nullable=False, server_default=""))
    _add_reference("publication", "verdict_id", "verdict")
    op.add_column("publication", sa.Column("content", sa.Text(), nullable=False, server_default=""))


def _discussion() -> None:
    op.create_table(
        "comment",
        sa.Column("id", KEY, nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("reviewer_id", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("resolved_at", sa.BigInteger(), nullable=True),
        sa.Column("resolved_by_id", KEY, nullable=True),
        sa.Column("retracted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_comment_claim_id")),
        sa.ForeignKeyConstraint(["resolved_by_id"], ["reviewer.id"], name=op.f("fk_comment_resolved_by_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_comment_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        sa.UniqueConstraint("public_id", name=op.f("uq_comment_public_id")),
    )
    op.create_index(op.f("ix_comment_claim_id"), "comment", ["claim_id"], unique=False)
    op.create_table(
        "mention",
        sa.Column("id", KEY, nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("comment_id", KEY, nullable=False),
        sa.Column("reviewer_id", KEY, nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["comment_id"], ["comment.id"], name=op.f("fk_mention_comment_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_mention_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention")),
        sa.UniqueConstraint("public_id", name=op.f("uq_mention_public_id")),
    )
    op.create_index(op.f("ix_mention_comment_id"), "mention", ["comment_id"], unique=False)
    op.create_index(op.f("ix_mention_reviewer_id"), "mention", ["reviewer_id"], unique=False)


OWN_WORK = (
    "EXISTS (SELECT 1 FROM verdict AS chosen JOIN verdict AS own ON own.claim_id = chosen.claim_id "
    "AND own.round = chosen.round AND own.rating_id = chosen.rating_id "
    "WHERE chosen.id = NEW.verdict_id AND own.retracted_at IS NULL AND own.reviewer_id = NEW.signed_off_by_id)"
)
"""True where the person who signs off wrote the verdict that would stand, or the one that agrees with it."""

CHANGED_VERDICT = (
    "NEW.claim_id <> OLD.claim_id OR NEW.rating_id <> OLD.rating_id OR NEW.rationale <> OLD.rationale OR "
    "NEW.reviewer_id <> OLD.reviewer_id OR NEW.recorded_at <> OLD.recorded_at OR NEW.round <> OLD.round OR "
    "NEW.blind <> OLD.blind"
)

GUARDS = (
    ("finding_not_own", "INSERT", "finding", OWN_WORK, "nobody signs off their own work"),
    ("finding_never_own", "UPDATE", "finding", OWN_WORK, "nobody signs off their own work"),
    ("verdict_stays", "UPDATE", "verdict", CHANGED_VERDICT, "a verdict is never changed"),
    ("verdict_is_kept", "DELETE", "verdict", "", "a verdict is never removed"),
    ("publication_stays", "UPDATE", "publication", "", "a publication is frozen"),
    ("publication_is_kept", "DELETE", "publication", "", "a publication is frozen"),
    ("correction_stays", "UPDATE", "correction", "", "a correction is frozen"),
    ("correction_is_kept", "DELETE", "correction", "", "a correction is frozen"),
)
"""Name, event, table, condition ("" for always) and message of what the database refuses."""


def _guards() -> None:
    for name, event, table, condition, message in GUARDS:
        if _sqlite():
            when = f"WHEN {condition} " if condition else ""
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {when}"
                f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
            )
            continue
        test = (
            f"IF {condition} THEN RAISE EXCEPTION '{message}'; END IF;"
            if condition
            else f"RAISE EXCEPTION '{message}';"
        )
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {test} RETURN {'OLD' if event == 'DELETE' else 'NEW'}; END $$"
        )
        op.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")


def _add_reference(table: str, column: str, target: str) -> None:
    kind = "INTEGER" if _sqlite() else "BIGINT"
    op.execute(
        f"ALTER TABLE {table} ADD COLUMN {column} {kind} CONSTRAINT fk_{table}_{column} REFERENCES {target} (id)"
    )


def _partial_index(name: str, table: str, column: str) -> None:
    where = sa.text(f"{column} IS NOT NULL")
    op.create_index(name, table, [column], unique=False, sqlite_where=where, postgresql_where=where)


def _sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"
