"""What looking again found, in lines that shell and terminal desk show alike."""

from collections.abc import Iterator, Sequence

from claims_db.rows import RestingRow
from workbench.desk.deep_lines import DeepLine
from workbench.desk.recheck_entries import RecheckReport
from workbench.domain.references import claim_reference, evidence_reference


def recheck_lines(report: RecheckReport) -> Iterator[DeepLine]:
    """Say what was found of each piece of evidence, and what rests on what is not as it was."""
    for one in report.found:
        name, claim = evidence_reference(one.evidence), claim_reference(one.claim)
        yield DeepLine(0, f"{name}  {one.became}  {claim}  {one.url}")
        for remark in one.remarks:
            yield DeepLine(2, remark)
    if report.resting:
        yield DeepLine(0, "On what is not as it was rest:")
        yield from resting_lines(report.resting)


def resting_lines(rows: Sequence[RestingRow]) -> Iterator[DeepLine]:
    """List what rests on some sources, what was published marked as such."""
    for row in rows:
        yield DeepLine(1, f"{claim_reference(row.claim)}  {_how_far(row)}  {row.statement}")


def _how_far(row: RestingRow) -> str:
    if row.published is not None:
        how_far = f"PUBLISHED (revision {row.published})"
    else:
        how_far = "signed off" if row.finding else row.state.replace("_", " ")
    taken_off = ", taken off since" if row.taken_off else ""
    return f"{how_far}, through {evidence_reference(row.evidence)}{taken_off}:"
