"""``workbench backup``."""

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.misfits import write_misfits
from workbench.cli.opening import care_of
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.progress_line import progress_line
from workbench.errors import ExitCode

app = plain_app()


@app.command()
def backup(
    context: typer.Context,
    file: Annotated[
        str | None,
        typer.Argument(metavar="[FILE]", help="The file to write; by default named after desk and time, here."),
    ] = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Copy the desk into one file while others work at it, and verify the copy.

    Where the desk does not fit its own journal, the copy is kept, the misfits are named, and the exit code is 1.
    """
    if file is not None and not file.strip():
        raise typer.BadParameter("The name of the file is empty.")
    with progress_line("Backing up") as progress:
        target = None if file is None else Path(file)
        done = care_of(context, database).back_up(target, replace=force, progress=progress)
    if as_json:
        write_json(done)
    else:
        write_line(f"{done.path}: {done.size:,} bytes, head {done.head.sequence}:{done.head.hash}")
        write_misfits(done.misfits)
    if done.misfits:
        say(f"The copy is as the desk is, and {len(done.misfits)} things in it don't fit the journal.")
        raise typer.Exit(ExitCode.FAILED)
    say("The copy was verified.")
