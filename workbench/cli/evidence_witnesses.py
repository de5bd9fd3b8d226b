"""``workbench evidence witness`` and ``witnesses``."""

from typing import Annotated

import typer

from claims_db.capture_vocabulary import WitnessKind, WitnessState
from claims_db.rows import WitnessRow
from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, Evidence
from workbench.cli.output import write_json, write_line
from workbench.cli.progress_line import progress_line
from workbench.cli.tables import write_table
from workbench.domain.dates import instant_words
from workbench.domain.references import evidence_reference, parse_reference
from workbench.errors import ExitCode

_SAME = {True: "the same bytes", False: "other bytes", None: ""}


def witness(
    context: typer.Context,
    evidence: Evidence,
    *,
    archive: Annotated[WitnessKind, typer.Option(help="Who is asked for a copy.")] = WitnessKind.WAYBACK,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Ask an archive for a copy of what a piece of evidence shows; where it was asked already, how far it is.

    Nobody is asked whom the settings don't name: the archive learns which page you look at.
    """
    number = parse_reference(evidence, "E")
    with open_desk(context, database) as desk:
        row = desk.witness(number, archive)
    if as_json:
        write_json(row)
    else:
        write_line(f"{evidence_reference(number)}  {copy_words(row)}")
    if row.state is WitnessState.FAILED:
        say(row.problem)
        raise typer.Exit(ExitCode.FAILED)
    if row.state is WitnessState.PENDING:
        say("'workbench evidence witnesses --again' asks later how far it is.")


def witnesses(
    context: typer.Context,
    evidence: Annotated[str | None, typer.Argument(metavar="[EVIDENCE]", help="Of this evidence alone.")] = None,
    *,
    again: Annotated[
        bool, typer.Option("--again", help="First ask the archives how far they are with what is open.")
    ] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """List the copies that archives were asked for, and how far each is."""
    number = None if evidence is None else parse_reference(evidence, "E")
    problems: tuple[str, ...] = ()
    with open_desk(context, database) as desk:
        if again:
            with progress_line("Asking") as progress:
                problems = desk.look_at_witnesses(progress)
        rows = desk.witnesses(number)
    if as_json:
        write_json(rows)
    elif rows:
        write_table(("evidence", "archive", "state", "asked", "copy"), [_listed(row) for row in rows])
    else:
        say("No archive was asked.")
    for problem in problems:
        say(problem)
    if problems:
        raise typer.Exit(ExitCode.NETWORK)


def copy_words(row: WitnessRow) -> str:
    """Say on one line how far a copy is, and where it is."""
    return f"{row.kind.value} {row.state.value}  {_what(row)}".rstrip()


def _listed(row: WitnessRow) -> tuple[str, ...]:
    return (
        evidence_reference(row.evidence),
        row.kind.value,
        row.state.value,
        instant_words(row.asked_at),
        _what(row) or "-",
    )


def _what(row: WitnessRow) -> str:
    return "; ".join(filter(None, (row.archived_url, _SAME[row.same_bytes], row.problem)))
