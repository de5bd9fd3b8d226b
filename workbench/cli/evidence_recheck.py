"""``workbench evidence recheck``."""

from typing import Annotated

import typer

from claims_db.capture_vocabulary import RecheckOutcome
from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database
from workbench.cli.output import write_indented, write_json
from workbench.cli.progress_line import progress_line
from workbench.desk.recheck_entries import RecheckChoice, RecheckReport
from workbench.desk.recheck_words import recheck_lines
from workbench.domain.references import evidence_reference, parse_reference
from workbench.errors import ExitCode


def recheck(
    context: typer.Context,
    which: Annotated[
        list[str] | None, typer.Argument(metavar="[E-N|C-N ...]", help="Which evidence, or that of which claims.")
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="All evidence that was captured from an address.")] = False,
    older_than: Annotated[
        int | None, typer.Option(metavar="DAYS", min=1, help="What nobody has looked at for so many days.")
    ] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Look again at sources: what is unchanged, reworded, moved or gone, and which claims and findings rest on it.

    A host is asked for one page at a time, with a pause before the next. The first capture stays as it is. It ends
    with code 9 where something is not as it was, else with 7 where a page was not reached.
    """
    claims = tuple(parse_reference(one, "C") for one in which or () if _is_claim(one))
    numbers = tuple(parse_reference(one, "E") for one in which or () if not _is_claim(one))
    if (bool(which), every, older_than is not None).count(True) != 1:
        raise typer.BadParameter("Give evidence such as E-4, a claim such as C-12, or --all, or --older-than DAYS.")
    with open_desk(context, database) as desk, progress_line("Looking again") as progress:
        report = desk.recheck(RecheckChoice(numbers, claims, older_than or 0), progress)
    write_json(report) if as_json else _write(report)
    raise typer.Exit(_code(report))


def _is_claim(reference: str) -> bool:
    return reference.strip()[:1] in {"C", "c"}


def _code(report: RecheckReport) -> ExitCode:
    outcomes = {one.outcome for one in report.found}
    if any(not outcome.as_it_was for outcome in outcomes):
        return ExitCode.NOT_AS_IT_WAS
    return ExitCode.NETWORK if RecheckOutcome.UNREACHED in outcomes else ExitCode.OK


def _write(report: RecheckReport) -> None:
    write_indented(recheck_lines(report))
    if not report.found:
        say("There is nothing to look at again.")
    for number in report.confidential:
        say(f"{evidence_reference(number)} is from a confidential source, which is asked only by name.")
