"""``workbench hand-back``."""

import typer

from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Claim, Database, plain_app
from workbench.cli.turns import write_standing
from workbench.domain.references import parse_reference

app = plain_app()


@app.command("hand-back")
def hand_back(context: typer.Context, claim: Claim, *, as_json: AsJson = False, database: Database = None) -> None:
    """Give a claim that you hold back to its queue. Drafts stay."""
    number = parse_reference(claim, "C")
    with open_desk(context, database) as desk:
        desk.hand_back(number)
        sheet = desk.claim(number)
    write_standing(sheet, "is handed back", as_json=as_json)
