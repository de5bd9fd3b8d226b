"""``workbench redo``."""

import typer

from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line

app = plain_app()


@app.command()
def redo(context: typer.Context, *, as_json: AsJson = False, database: Database = None) -> None:
    """Do again what you took back last. Possible as long as nothing new was done."""
    with open_desk(context, database) as desk:
        done = desk.redo()
    if as_json:
        write_json(done)
    else:
        write_line(done.summary)
