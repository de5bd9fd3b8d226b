"""``workbench tui``, and what ``workbench`` alone does."""

import typer

from workbench.cli.opening import at_terminal, settings_for
from workbench.cli.options import Database, plain_app
from workbench.errors import ExitCode, WorkbenchError

app = plain_app()


class NoTerminal(WorkbenchError):
    """Nobody can look or type."""

    exit_code = ExitCode.USAGE


@app.command()
def tui(context: typer.Context, database: Database = None) -> None:
    """Open the terminal desk."""
    if not at_terminal():
        raise NoTerminal("The terminal desk needs a terminal.", "'workbench list' prints the claims.")
    from workbench.tui.app import run  # noqa: PLC0415 - Textual costs 250 ms, and the complaint above needs none of it

    run(settings_for(context, database))
