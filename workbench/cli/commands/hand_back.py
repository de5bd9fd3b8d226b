"""``workbench hand-back``."""

import typer

from workbench.cli.lots import ByFilter, Claims, chosen, only_one, take_step
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.turns import write_standing
from workbench.desk.lots import HandBack

app = plain_app()


@app.command("hand-back")
def hand_back(
    context: typer.Context,
    claims: Claims = None,
    *,
    by_filter: ByFilter = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Give one claim or several that you hold back to their queues. Drafts stay."""
    number = only_one(claims, by_filter)
    with open_desk(context, database) as desk:
        if number is None:
            take_step(desk, chosen(desk, claims, by_filter), HandBack(), "handed back", as_json=as_json)
            return
        desk.hand_back(number)
        sheet = desk.claim(number)
    write_standing(sheet, "is handed back", as_json=as_json)
