"""What a row of the claim list says of the work on a claim, in a few words, the most pressing first."""

from typing import NamedTuple

from rich.cells import cell_len

from claims_db.rows import ClaimRow
from claims_db.vocabulary import ClaimState, Priority
from workbench.domain.states import state_words
from workbench.domain.tags import tag_words
from workbench.domain.waiting import day_words, due_words, short_span
from workbench.tui.cells import steady

_WAITING = frozenset(
    {ClaimState.PROPOSED, ClaimState.QUEUED, ClaimState.SECOND_REVIEW, ClaimState.ADJUDICATION, ClaimState.RECORDED}
)
"""The states in which a deadline still says something."""

_LEFT_TEXT = "≠ newest text"
"""Its words are not in the newest text of its article: a finding may rest on words that are gone."""

_PRIORITIES = {Priority.URGENT: "urgent", Priority.HIGH: "high", Priority.LOW: "low"}


class Mark(NamedTuple):
    """A few words, safe to draw, and how they look: ``held``, ``late`` or ``dim``."""

    words: str
    look: str


def row_marks(row: ClaimRow, me: str, now: int, room: int) -> tuple[Mark, ...]:
    """Give the marks of a row that fit into so many columns; the first one is given in any case."""
    shown: list[Mark] = []
    for mark in _marks(row, me, now):
        room -= cell_len(mark.words) + 1
        if shown and room < 0:
            break
        shown.append(mark)
    return tuple(shown)


def _marks(row: ClaimRow, me: str, now: int) -> list[Mark]:
    found: list[Mark] = []
    if row.holder and row.lease_expires_at is not None and row.lease_expires_at > now:
        holder = "you" if row.holder == me else steady(row.holder)
        found.append(Mark(f"{holder}, {short_span(row.lease_expires_at - now)}", "held"))
    if row.state in {ClaimState.SECOND_REVIEW, ClaimState.ADJUDICATION}:
        words = "2nd review" if row.state is ClaimState.SECOND_REVIEW else state_words(row.state).removeprefix("in ")
        found.append(Mark(words, "held"))
    if row.left_text:
        found.append(Mark(_LEFT_TEXT, "late"))
    tags = [Mark(steady(tag_words(row.tags)), "dim")] if row.tags else []
    if row.state not in _WAITING:
        return [*found, *tags]
    if row.deadline is not None:
        found.append(Mark(due_words(row.deadline, now), "late" if row.deadline <= now else "dim"))
    if row.priority in _PRIORITIES:
        found.append(Mark(_PRIORITIES[row.priority], "late" if row.priority is Priority.URGENT else "dim"))
    if row.assigned_to:
        found.append(Mark(f"→ {'you' if row.assigned_to == me else steady(row.assigned_to)}", "held"))
    if row.postponed_until is not None and row.postponed_until > now:
        found.append(Mark(f"until {day_words(row.postponed_until, now)}", "dim"))
    return [*found, *tags]
