"""``workbench adjudicate``."""

from typing import Annotated

import typer

from claims_db.rows import ClaimSheet
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Claim, Database, Token, plain_app
from workbench.cli.turns import write_standing
from workbench.cli.typed import typed
from workbench.domain.references import parse_reference

app = plain_app()


@app.command()
def adjudicate(
    context: typer.Context,
    claim: Claim,
    verdict: Annotated[
        str, typer.Argument(metavar="REVIEWER|ID", help="Whose verdict stands, or the public id of that verdict.")
    ],
    *,
    note: Annotated[str, typer.Option(metavar="TEXT|-", help="Why this one; - reads it.")] = "",
    token: Token = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Let one of two verdicts that disagree stand; for editors. 'workbench show' has both."""
    number, words = parse_reference(claim, "C"), typed(note)
    with open_desk(context, database) as desk:
        sheet = desk.adjudicate(number, _chosen(desk.claim(number), verdict), words, token)
    write_standing(sheet, as_json=as_json)


def _chosen(sheet: ClaimSheet, wanted: str) -> str:
    """Give the public id of the verdict that counts and is this person's; any other word is taken as an id."""
    return next((one.public_id for one in sheet.verdicts if one.counts and one.reviewer == wanted), wanted)
