"""``workbench import``: a list of claims from another program, or a whole desk."""

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.new_matches import point_out
from workbench.cli.opening import care_of, open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.progress_line import progress_line
from workbench.domain.counted import counted
from workbench.errors import ExitCode
from workbench.sources.dump_files import is_dump

if TYPE_CHECKING:
    from workbench.desk.care.dumping import DumpTaken
    from workbench.desk.entries import ImportedClaims

app = plain_app()


@app.command("import")
def import_file(
    context: typer.Context,
    path: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="A list of claims with a column 'statement', .csv or .jsonl; or a dump of a desk."
        ),
    ],
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Take in a list of claims, or a whole desk that 'workbench export --format jsonl' wrote.

    Of a list, bad rows are named with line and reason, and end with exit code 3; the others are kept. A whole desk goes
    into a new file or an empty database alone, and is taken in as a whole or not at all; its first line says what it is.
    """
    if is_dump(path):
        with progress_line("Importing") as progress:
            taken = care_of(context, database).take_dump(path, progress)
        _tell_desk(taken, as_json=as_json)
        return
    with open_desk(context, database) as desk:
        done = desk.import_claims(path)
    _tell_claims(done, as_json=as_json)
    if done.rejected:
        raise typer.Exit(ExitCode.BAD_INPUT)


def _tell_desk(taken: "DumpTaken", *, as_json: bool) -> None:
    if as_json:
        write_json(taken)
    else:
        write_line(f"{counted(taken.rows, 'row')} taken in, head {taken.head.sequence}:{taken.head.hash}")
    say("The desk was verified.")
    if taken.captures:
        say(f"The files of {counted(taken.captures, 'capture')} are not in a dump; copy the folder of its evidence.")
    if taken.database.startswith("postgresql"):
        say("On the server run 'workbench team init', then 'workbench team add NAME --login LOGIN' for each person.")


def _tell_claims(done: "ImportedClaims", *, as_json: bool) -> None:
    if as_json:
        write_json(done)
    else:
        write_line(
            f"{len(done.added)} claims added, {len(done.known)} known already, {len(done.rejected)} rows not used."
        )
    point_out(done.matches)
    for row in done.rejected:
        say(f"  line {row.line}: {row.reason}")
