"""``workbench withdraw``."""

from typing import Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.issued import Out, write_issued
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Claim, Database, plain_app
from workbench.cli.turns import write_standing
from workbench.cli.typed import typed
from workbench.domain.references import parse_reference

app = plain_app()


@app.command()
def withdraw(
    context: typer.Context,
    claim: Claim,
    *,
    reason: Annotated[str, typer.Option(metavar="TEXT|-", help="Why; - reads it from standard input.")],
    out: Out = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Withdraw a finding that went out. What was published stays on record; for editors."""
    number, words = parse_reference(claim, "C"), typed(reason)
    with open_desk(context, database) as desk:
        sheet = desk.withdraw(number, words)
        write_standing(sheet, as_json=as_json)
        say(write_issued(context, desk, number, out, database))
