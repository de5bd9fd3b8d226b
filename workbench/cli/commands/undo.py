"""``workbench undo``."""

import typer

from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line

app = plain_app()


@app.command()
def undo(context: typer.Context, *, as_json: AsJson = False, database: Database = None) -> None:
    """Take back what you did last; any number of times. What others changed since is never undone."""
    with open_desk(context, database) as desk:
        done = desk.undo()
    if as_json:
        write_json(done)
    else:
        write_line(done.summary)
