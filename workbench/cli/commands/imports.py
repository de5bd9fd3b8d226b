"""``workbench import``: lists from other programs."""

from typing import Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.new_matches import point_out
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.errors import ExitCode

app = plain_app("Take in lists from other programs.")


@app.callback()
def lists() -> None:
    """Keep the group a group while it has one command."""


@app.command()
def claims(
    context: typer.Context,
    path: Annotated[
        str, typer.Argument(metavar="FILE.csv|FILE.jsonl", help="A list of claims with a column 'statement'.")
    ],
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Take in many claims. Bad rows are listed with line and reason, and end with exit code 3; the others are kept."""
    with open_desk(context, database) as desk:
        done = desk.import_claims(path)
    if as_json:
        write_json(done)
    else:
        write_line(
            f"{len(done.added)} claims added, {len(done.known)} known already, {len(done.rejected)} rows not used."
        )
    point_out(done.matches)
    for row in done.rejected:
        say(f"  line {row.line}: {row.reason}")
    if done.rejected:
        raise typer.Exit(ExitCode.BAD_INPUT)
