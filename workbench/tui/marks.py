"""Signs and words for states, stances and other things that are shown; no sign stands without a word somewhere."""

from collections.abc import Mapping

from claims_db.rows import ClaimRow, DateRow, LeaseRow
from claims_db.vocabulary import ClaimState, SkipReason, Stance
from workbench.domain.text import printable

STATE_MARKS: Mapping[ClaimState, str] = {
    ClaimState.PROPOSED: "·",
    ClaimState.QUEUED: "○",
    ClaimState.RECORDED: "✓",
    ClaimState.SECOND_REVIEW: "2",
    ClaimState.ADJUDICATION: "A",
    ClaimState.SIGNED_OFF: "S",
    ClaimState.PUBLISHED: "P",
    ClaimState.CORRECTED: "C",
    ClaimState.WITHDRAWN: "W",
    ClaimState.SKIPPED: "–",
    ClaimState.DUPLICATE: "=",
}
HELD_BY_ME, HELD_BY_OTHER, POSTPONED = "▶", "◌", "z"

STANCE_MARKS: Mapping[Stance, str] = {Stance.SUPPORTS: "+", Stance.REFUTES: "−", Stance.CONTEXT: "="}

SKIP_KEYS: Mapping[str, SkipReason] = {
    "o": SkipReason.OPINION,
    "p": SkipReason.PREDICTION,
    "n": SkipReason.NOT_CHECKABLE,
    "a": SkipReason.ALREADY_CHECKED,
    "t": SkipReason.TRIVIAL,
    "i": SkipReason.NO_PUBLIC_INTEREST,
    "c": SkipReason.NOT_A_CLAIM,
    "x": SkipReason.OTHER,
}
"""One key for each reason to skip."""

_MINUTE = 60_000_000
_BAR = 5


def plain(word: str) -> str:
    """Write a word of the vocabulary for people: ``not_checkable`` as ``not checkable``."""
    return word.replace("_", " ")


def state_mark(row: ClaimRow, me: str) -> str:
    """Give the sign of a claim in a list: who holds it where somebody does, else its state."""
    if row.holder:
        return HELD_BY_ME if row.holder == me else HELD_BY_OTHER
    if row.postponed_until is not None:
        return POSTPONED
    return STATE_MARKS[row.state]


def worth_bar(worth: float) -> str:
    """Draw a check-worthiness from 0 to 1 in five steps."""
    filled = min(_BAR, max(0, round(worth * _BAR)))
    return "▮" * filled + "▯" * (_BAR - filled)


def said_by(claimer: str, via: tuple[str, ...]) -> str:
    """Write who asserts a claim and through whom it came, nearest to the reader last."""
    return printable(" ← ".join([claimer or "nobody named", *via]))


def lease_words(lease: LeaseRow, me: str, now: int) -> str:
    """Say who holds a claim and how long still."""
    minutes = -(-(lease.expires_at - now) // _MINUTE)
    who = "you" if lease.holder == me else printable(lease.holder)
    return f"held by {who}, {minutes} min left" if minutes > 0 else f"hold of {who} has lapsed"


def date_words(date: DateRow | None) -> str:
    """Write a date as it is known."""
    return printable(date.value) if date is not None else ""
