"""Claims, where they appear, and who asserts them."""

import re
from collections.abc import Sequence

from sqlalchemy import Index, text
from sqlmodel import Field

from claims_db.columns import JOURNAL, LEFT_OUT, Micros, Names, Weights, Word, Words
from claims_db.tables.base import Record, reference
from claims_db.vocabulary import AppearanceForm, ClaimKind, ClaimState, DatePrecision, Priority

BEFORE_CLAIMER, BEFORE_VIA = "\x1f", "\x1e"
"""What separates statement and quote, claimer, and chain in the text that filters look in."""

_SEPARATORS = re.compile(f"[{BEFORE_CLAIMER}{BEFORE_VIA}]")
_BY_HAND = text("article_id IS NULL")
_LATER = text("postponed_until IS NOT NULL")
_ASSIGNED = text("assigned_to_id IS NOT NULL")
_SAME = text("duplicate_of_id IS NOT NULL")
_DUE = text("deadline IS NOT NULL")
_HOLDS = text("recheck_on IS NOT NULL")


class Claimer(Record, table=True):
    """A person or body that asserts something."""

    name: str = Field(sa_type=Words, unique=True)


class Cluster(Record, table=True):
    """Claims that a person joined as the same."""

    label: str = Field(default="", sa_type=Words)


class Claim(Record, table=True):
    """One checkable statement.

    ``worth`` is the check-worthiness in ten-thousandths, ``fold`` the text that filters look in, ``demand`` how
    many people asked for a check, ``legal`` that a lawyer has to see it. Work that is returned begins a new
    ``round``; only verdicts of the round under way count. ``recheck_on`` is the day, as 2026-11-14, from which its
    finding has to be checked again, and is there as long as ``recheck_reason`` is. ``judgements`` counts up with each verdict, so that none
    can be taken back as if nothing had followed.
    """

    # Lists are read from the first three alone.
    __table_args__ = (
        Index("ix_claim_worth", "worth", "number", "state"),
        Index("ix_claim_article", "article_id", "position", "number", "state"),
        Index("ix_claim_state", "state", "worth", "number"),
        Index(
            "ix_claim_by_hand",
            "statement",
            sqlite_where=_BY_HAND,
            postgresql_where=_BY_HAND,
            postgresql_using="hash",  # the other kind takes no text of any length
        ),
        Index("ix_claim_postponed", "postponed_until", sqlite_where=_LATER, postgresql_where=_LATER),
        Index("ix_claim_assigned", "assigned_to_id", sqlite_where=_ASSIGNED, postgresql_where=_ASSIGNED),
        Index(
            "ix_claim_added", "state", "added_at", "claimer_id", "article_id"
        ),  # the balance is counted from it alone
        Index("ix_claim_kind", "kind", "id", "state"),
        Index("ix_claim_duplicate", "duplicate_of_id", sqlite_where=_SAME, postgresql_where=_SAME),
        Index("ix_claim_deadline", "deadline", sqlite_where=_DUE, postgresql_where=_DUE),
        Index("ix_claim_recheck", "recheck_on", sqlite_where=_HOLDS, postgresql_where=_HOLDS),
    )

    number: int = Field(unique=True)
    state: ClaimState = Field(sa_type=Word(ClaimState))
    kind: ClaimKind = Field(sa_type=Word(ClaimKind))
    statement: str = Field(sa_type=Words)
    language: str = Field(default="und", sa_type=Words)
    claimer_id: int | None = reference("claimer.id", default=None, index=True)
    via: tuple[str, ...] = Field(default=(), sa_type=Names)
    said_on: str | None = Field(default=None, sa_type=Words)
    said_on_precision: DatePrecision | None = Field(default=None, sa_type=Word(DatePrecision))
    said_on_zone: str = Field(default="", sa_type=Words)
    worth: int = Field(default=0)
    reasons: tuple[tuple[str, int], ...] = Field(default=(), sa_type=Weights)
    assumptions: tuple[str, ...] = Field(default=(), sa_type=Names)
    article_id: int | None = reference("article.id", default=None)
    position: int = Field(default=0)
    cluster_id: int | None = reference("cluster.id", default=None)
    duplicate_of_id: int | None = reference("claim.id", default=None)
    added_at: int = Field(sa_type=Micros)
    priority: Priority = Field(default=Priority.NORMAL, sa_type=Word(Priority))
    deadline: int | None = Field(default=None, sa_type=Micros)
    demand: int = Field(default=0)
    legal: bool = Field(default=False)
    assigned_to_id: int | None = reference("reviewer.id", default=None)
    assignment_note: str = Field(default="", sa_type=Words)
    postponed_until: int | None = Field(default=None, sa_type=Micros)
    recheck_on: str | None = Field(default=None, sa_type=Words)
    recheck_reason: str = Field(default="", sa_type=Words)
    round: int = Field(default=1)
    judgements: int = Field(default=0)
    fold: str = Field(default="", sa_type=Words, sa_column_kwargs={"info": {JOURNAL: LEFT_OUT}})


class Appearance(Record, table=True):
    """Where a claim stands; the first one is where it was met.

    In an article: offsets in the normalised text and in the source text, half-open, in code points, with
    the quote. Elsewhere: a locator such as a time code.
    """

    claim_id: int = reference("claim.id", index=True)
    form: AppearanceForm = Field(sa_type=Word(AppearanceForm))
    revision_id: int | None = reference("revision.id", default=None, index=True)
    start: int | None = Field(default=None)
    end: int | None = Field(default=None)
    source_start: int | None = Field(default=None)
    source_end: int | None = Field(default=None)
    exact: str = Field(default="", sa_type=Words)
    prefix: str = Field(default="", sa_type=Words)
    suffix: str = Field(default="", sa_type=Words)
    locator: str = Field(default="", sa_type=Words)
    url: str = Field(default="", sa_type=Words)


def fold(statement: str, exact: str, claimer: str, via: Sequence[str]) -> str:
    """Give the text that filters look in: statement and quote, claimer, chain, each behind its separator."""
    quote = exact if exact != statement else ""
    words, named, chain = (
        _SEPARATORS.sub(" ", "\n".join(part for part in parts if part))
        for parts in ((statement, quote), (claimer,), via)
    )
    return f"{words}{BEFORE_CLAIMER}{named}{BEFORE_VIA}{chain}".casefold()
