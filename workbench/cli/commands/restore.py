"""``workbench restore``."""

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.misfits import write_misfits
from workbench.cli.opening import care_of
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.errors import ExitCode

app = plain_app()


@app.command()
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup, which stays as it is.")],
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Put it in the place of a desk; that one is kept beside it, with the time.")
    ] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Verify a backup and put a copy of it in the desk's place."""
    done = care_of(context, database).restore(file, replace=force)
    if as_json:
        write_json(done)
    else:
        write_line(f"{done.path}: restored, head {done.head.sequence}:{done.head.hash}")
        if done.kept:
            write_line(f"{done.kept}: the desk that was there")
        write_misfits(done.misfits)
    if done.misfits:
        say(f"The backup is restored as it is, and {len(done.misfits)} things in it don't fit the journal.")
        raise typer.Exit(ExitCode.FAILED)
