"""``workbench keep``."""

from typing import Annotated

import typer

from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Claim, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.domain.dates import instant_words
from workbench.domain.references import claim_reference, parse_reference

app = plain_app()


@app.command()
def keep(
    context: typer.Context,
    claim: Claim,
    *,
    token: Annotated[int, typer.Option(metavar="NUMBER", help="The token that 'take' gave.")],
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Hold a claim for longer. This is the sign of life of a script that still works on it."""
    number = parse_reference(claim, "C")
    with open_desk(context, database) as desk:
        lease = desk.keep(number, token)
    if as_json:
        write_json(lease)
    else:
        write_line(f"{claim_reference(number)} is yours until {instant_words(lease.expires_at)}.")
