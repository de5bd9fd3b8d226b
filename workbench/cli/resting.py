"""What rests on evidence, written for a person: the claims, and what of them went out."""

from collections.abc import Sequence

from claims_db.rows import RestingRow
from workbench.cli.output import write_line
from workbench.domain.references import claim_reference, evidence_reference


def write_resting(rows: Sequence[RestingRow]) -> None:
    """List what rests on some sources, what was published marked as such."""
    for row in rows:
        write_line(f"  {claim_reference(row.claim)}  {resting_words(row)}  {row.statement}")


def resting_words(row: RestingRow) -> str:
    """Say how far a claim is that rests on a source, and through which evidence it does."""
    if row.published is not None:
        how_far = f"PUBLISHED (revision {row.published})"
    else:
        how_far = "signed off" if row.finding else row.state.replace("_", " ")
    taken_off = ", taken off since" if row.taken_off else ""
    return f"{how_far}, through {evidence_reference(row.evidence)}{taken_off}:"
