"""``workbench evidence bundle``."""

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database
from workbench.cli.output import write_json, write_line
from workbench.cli.progress_line import progress_line
from workbench.domain.counted import counted
from workbench.domain.references import evidence_reference, parse_reference

_ENDING = ".wacz"


def bundle(
    context: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(metavar="[EVIDENCE…] FILE", help="The evidence, such as E-40, and last the file to write."),
    ],
    *,
    claim: Annotated[str | None, typer.Option(metavar="CLAIM", help="All evidence of a claim.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="All evidence of the desk.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Write evidence with its bytes into one WACZ 1.1.1 file, which web archive programs replay and check.

    Confidential sources stay out. The same evidence gives the same file, byte for byte.
    """
    *references, file = names
    if not file.endswith(_ENDING):
        raise typer.BadParameter(f"Name the file to write last; its name ends with {_ENDING}.")
    if [bool(references), claim is not None, everything].count(True) != 1:
        raise typer.BadParameter("Give the evidence, or --claim, or --all.")
    numbers = [parse_reference(reference, "E") for reference in references]
    about = None if claim is None else parse_reference(claim, "C")
    with open_desk(context, database) as desk, progress_line("Bundling") as progress:
        done = desk.bundle_evidence(Path(file), numbers, about, replace=force, progress=progress)
    if as_json:
        write_json(done)
    else:
        pieces = counted(len(done.evidence), "piece of evidence", "pieces of evidence")
        write_line(f"{done.path}: {pieces}, {counted(done.captures, 'capture')}, {done.size:,} bytes")
        write_line(f"sha-256 {done.sha256}")
    for one in done.left_out:
        say(f"{evidence_reference(one.evidence)} stays out: {one.why}.")
