"""``workbench tui``, and what ``workbench`` does with options alone."""

import typer

from workbench.cli.opening import settings_for
from workbench.cli.options import Database, plain_app
from workbench.cli.terminal_desk import open_terminal_desk

app = plain_app()


@app.command()
def tui(context: typer.Context, database: Database = None) -> None:
    """Open the terminal desk."""
    open_terminal_desk(lambda: settings_for(context, database))
