"""What extraction gives: candidates for claims, and what it refused."""

from dataclasses import dataclass

from claims_db.rows import ReasonRow
from claims_db.vocabulary import ClaimKind
from workbench.domain.amounts import Amount


@dataclass(frozen=True)
class ResolvedDate:
    """Words that name a time, and the time they were read as: ISO 8601, empty where that stays open."""

    start: int
    end: int
    value: str


@dataclass(frozen=True)
class Candidate:
    """A proposed claim; offsets are code points in the normalised text, half-open.

    Attributes:
        start, end: its span.
        statement: the claim in self-contained words.
        claimer: who asserts it; empty where the article does itself.
        via: through whom it came, the one nearest to the reader first.
        kind: what sort of statement it is.
        check_worthiness: 0 to 1.
        reasons: the named reasons for it, with their weights.
        amounts, dates: the numbers and times in its span.
        assumptions: what was taken for granted, in words.

    """

    start: int
    end: int
    statement: str
    claimer: str
    via: tuple[str, ...]
    kind: ClaimKind
    check_worthiness: float
    reasons: tuple[ReasonRow, ...]
    amounts: tuple[Amount, ...]
    dates: tuple[ResolvedDate, ...]
    assumptions: tuple[str, ...]


@dataclass(frozen=True)
class Refusal:
    """A stretch of the text that is no claim, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True)
class Extraction:
    """All that was found in a text; ``language`` is a BCP 47 tag, ``und`` where it is not known."""

    candidates: tuple[Candidate, ...]
    refusals: tuple[Refusal, ...]
    language: str
