"""``workbench signoff``."""

from typing import Annotated

import typer

from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Claim, Database, plain_app
from workbench.cli.turns import write_standing
from workbench.cli.typed import typed
from workbench.domain.references import parse_reference

app = plain_app()


@app.command()
def signoff(
    context: typer.Context,
    claim: Claim,
    *,
    note: Annotated[str, typer.Option(metavar="TEXT|-", help="What there is to add; - reads it.")] = "",
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Let the recorded verdict of a claim stand. For editors, and never for one's own verdict."""
    number, words = parse_reference(claim, "C"), typed(note)
    with open_desk(context, database) as desk:
        sheet = desk.sign_off(number, words)
    write_standing(sheet, as_json=as_json)
