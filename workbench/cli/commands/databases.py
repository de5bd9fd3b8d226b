"""``workbench db``: whole databases."""

from typing import Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.options import AsJson, plain_app
from workbench.cli.output import write_json, write_line

app = plain_app("Whole databases.")


@app.callback()
def databases() -> None:
    """Keep the group a group while it has one command."""


@app.command()
def copy(
    source: Annotated[str, typer.Option("--from", metavar="PATH|URL", help="The desk to copy.")],
    target: Annotated[str, typer.Option("--to", metavar="PATH|URL", help="An empty database, or a new file.")],
    as_json: AsJson = False,
) -> None:
    """Copy a desk with its journal, byte for byte: from a file to a server, or back. The copy is verified."""
    from workbench import bootstrap  # noqa: PLC0415 - the ORM costs 400 ms, and help needs no desk

    copied = bootstrap.copy_desk(source, target)
    if as_json:
        write_json((copied.rows, copied.journal.sequence, copied.journal.hash.hex()))
    else:
        write_line(f"{copied.rows} rows copied; the journal ends with entry {copied.journal.sequence}.")
    if target.startswith("postgresql"):
        say("On the server run 'workbench team init', then 'workbench team add NAME --login LOGIN' for each person.")
