"""``workbench keys``."""

import typer

from workbench.cli.opening import settings_for
from workbench.cli.options import plain_app
from workbench.cli.output import write_lines

app = plain_app()


@app.command()
def keys(context: typer.Context) -> None:
    """Print the key card: every command of the terminal desk with its key."""
    from workbench.tui.key_card import key_card  # noqa: PLC0415 - help needs no keys

    write_lines(key_card(settings_for(context, None).keys))
