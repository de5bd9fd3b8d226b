"""Claims as a table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims_db.rows import ClaimFilter, ClaimRow
from workbench.cli.tables import write_table
from workbench.domain.references import claim_reference
from workbench.domain.states import state_words

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
