"""Where a revision that went out is written, and how a command says so."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims_db.rows import ClaimSheet, PublicationRow
from workbench.cli.opening import settings_for, some
from workbench.domain.counted import counted
from workbench.domain.references import claim_reference
from workbench.errors import BadInput, WorkbenchError

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

Template = Annotated[
    str,
    typer.Option("--template", metavar="NAME|FILE", help="How the report is written: box, assessment, long, or yours."),
]
Out = Annotated[
    str | None,
    typer.Option("--out", metavar="DIR", help="The folder in which the revision's own is made.  [default: ./exports]"),
]
Bundle = Annotated[
    bool,
    typer.Option(
        "--bundle", help="Beside it the captured evidence in one WACZ file; confidential sources are only counted."
    ),
]


def write_issued(context: typer.Context, desk: "Desk", number: int, out: str | None, database: str | None) -> str:
    """Write what went out of a claim, as far as it is not there yet; say where the last revision is."""
    folder = settings_for(context, database).exports if out is None else Path(some(out, "--out"))
    try:
        *_, last = desk.write_revisions(folder, number)
    except WorkbenchError as problem:
        raise WorkbenchError(
            f"It went out, but its files are not written: {problem.message}",
            f"{problem.hint} Then: workbench export --format revisions --claim {claim_reference(number)}",
        ) from None
    return f"Its files are in {last}."


def bundle_words(sheet: ClaimSheet) -> list[str]:
    """Say what is in the evidence bundle of the revision that went out last, and what is not.

    Where it has none that is said if the one before had one.
    """
    from workbench.export.publication import BUNDLE, issue_from  # noqa: PLC0415 - most commands publish nothing

    *earlier, last = sheet.publications
    beside = issue_from(last.content).beside
    if beside is None:
        return [f"It has no {BUNDLE} as the one before has; --bundle makes one." for one in earlier[-1:] if _had(one)]
    pieces = counted(len(beside.pieces), "piece of evidence", "pieces of evidence")
    first = (
        f"{BUNDLE}: {pieces}, {beside.size:,} bytes." if beside.sha256 else "There is no evidence with bytes to bundle."
    )
    return [first, *(f"{count} not bundled: {why}." for why, count in beside.left_out)]


def _had(publication: PublicationRow) -> bool:
    """Say whether a revision went out with its evidence; those of an earlier version did not."""
    from workbench.export.publication import issue_from  # noqa: PLC0415 - as above

    try:
        return issue_from(publication.content).beside is not None
    except BadInput:
        return False
