"""``workbench keys``."""

from enum import StrEnum
from typing import Annotated

import typer

from workbench.cli.opening import settings_for
from workbench.cli.options import plain_app
from workbench.cli.output import write_json, write_lines

app = plain_app()


class CardForm(StrEnum):
    """How the key card is printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


@app.command()
def keys(
    context: typer.Context,
    keymap: Annotated[
        str, typer.Option("--keymap", help="default, vim or emacs; the one of the settings where none is given.")
    ] = "",
    form: Annotated[CardForm, typer.Option("--format", help="How to print.")] = CardForm.TEXT,
) -> None:
    """Print the key card: every command of the terminal desk with its keys."""
    from workbench.tui import key_card as card  # noqa: PLC0415 - help needs no keys

    settings = settings_for(context, None)
    style = keymap or settings.keymap
    if form is CardForm.JSON:
        write_json(card.card_entries(settings.keys, style))
    elif form is CardForm.MARKDOWN:
        write_lines(card.key_card_markdown(settings.keys, style))
    else:
        write_lines(card.key_card(settings.keys, style))
