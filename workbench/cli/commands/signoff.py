"""``workbench signoff``."""

from typing import Annotated

import typer

from workbench.cli.lots import ByFilter, Claims, chosen, only_one, take_step
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.turns import write_standing
from workbench.cli.typed import typed
from workbench.desk.lots import SignOff

app = plain_app()


@app.command()
def signoff(
    context: typer.Context,
    claims: Claims = None,
    *,
    by_filter: ByFilter = None,
    note: Annotated[str, typer.Option(metavar="TEXT|-", help="What there is to add; - reads it.")] = "",
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Let the recorded verdict of one claim or several stand. For editors, and never for one's own verdict."""
    number, words = only_one(claims, by_filter), typed(note, *(claims or ()))
    with open_desk(context, database) as desk:
        if number is None:
            take_step(desk, chosen(desk, claims, by_filter), SignOff(words), "signed off", as_json=as_json)
            return
        sheet = desk.sign_off(number, words)
    write_standing(sheet, as_json=as_json)
