"""Claims as a table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims_db.rows import ClaimFilter, ClaimRow
from claims_db.vocabulary import Priority
from workbench.cli.tables import write_table
from workbench.domain.references import claim_reference
from workbench.domain.states import state_words
from workbench.domain.waiting import day_words, due_words, short_span

if TYPE_CHECKING:
    from workbench.desk.desk import Desk


def read_claims(desk: "Desk", wanted: ClaimFilter) -> tuple[ClaimRow, ...]:
    """Read the claims that a filter lets through, in its order."""
    return desk.claim_rows(desk.claim_numbers(wanted))


def write_claims(rows: Sequence[ClaimRow]) -> None:
    """Write claims as a table, one a line."""
    write_table(
        ("claim", "state", "worth", "kind", "rating", "claimer", "via", "statement"),
        [
            (
                claim_reference(row.number),
                state_words(row.state),
                f"{row.check_worthiness:.2f}",
                row.kind.value,
                row.rating or "-",
                row.claimer or "-",
                ", ".join(row.via) or "-",
                row.statement,
            )
            for row in rows
        ],
    )


def write_waiting(rows: Sequence[ClaimRow], now: int) -> None:
    """Write the claims of a queue as a table, in its order: who holds them, and what they wait for."""
    write_table(
        ("place", "claim", "state", "priority", "due", "held by", "left", "for", "postponed", "statement"),
        [(str(place), *_waiting(row, now)) for place, row in enumerate(rows, 1)],
        sparse=True,
    )


def _waiting(row: ClaimRow, now: int) -> tuple[str, ...]:
    return (
        claim_reference(row.number),
        state_words(row.state),
        "-" if row.priority is Priority.NORMAL else row.priority.value,
        "-" if row.deadline is None else due_words(row.deadline, now).removeprefix("due "),
        row.holder or "-",
        "-" if row.lease_expires_at is None else short_span(row.lease_expires_at - now),
        row.assigned_to or "-",
        "-" if row.postponed_until is None else f"until {day_words(row.postponed_until, now)}",
        row.statement,
    )
