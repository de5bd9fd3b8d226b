"""``workbench comment``."""

from typing import Annotated

import typer

from claims_db.vocabulary import DraftField
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Claim, Database, plain_app
from workbench.cli.turns import write_standing
from workbench.cli.typed import kept, typed
from workbench.domain.references import parse_reference

app = plain_app()


@app.command()
def comment(
    context: typer.Context,
    claim: Claim,
    text: Annotated[
        str, typer.Argument(metavar="TEXT|-", help="What the others should know; @name calls somebody, - reads it.")
    ] = "",
    *,
    resolve: Annotated[
        int | None, typer.Option(metavar="NUMBER", help="Mark this comment of the claim as dealt with.")
    ] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Write a comment on a claim, or mark one as dealt with. 'workbench show' has the discussion."""
    number = parse_reference(claim, "C")
    if resolve is not None and text:
        raise typer.BadParameter("Write a comment or mark one as dealt with, not both.")
    words = typed(text)
    with open_desk(context, database) as desk:
        if resolve is None:
            with kept(desk, number, DraftField.COMMENT, body=words):
                sheet = desk.comment(number, words)
            done = f"has comment {sheet.comments[-1].number} now"
        else:
            sheet = desk.resolve_comment(number, resolve)
            done = f"has comment {resolve} dealt with"
    write_standing(sheet, done, as_json=as_json)
