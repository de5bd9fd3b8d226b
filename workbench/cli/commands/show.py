"""``workbench show``."""

from typing import Annotated

import typer

from workbench.cli.claim_card import write_article, write_claim
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json
from workbench.domain.references import parse_reference

app = plain_app()


@app.command()
def show(
    context: typer.Context,
    reference: Annotated[str, typer.Argument(metavar="C-12|A-3", help="A claim or an article.")],
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Show all of one claim, or one article with its claims."""
    if reference.strip()[:1] in {"A", "a"}:
        number = parse_reference(reference, "A")
        with open_desk(context, database) as desk:
            article = desk.article(number)
            rows = desk.claim_rows([claim.number for claim in article.claims])
        write_json(article) if as_json else write_article(article, rows)
        return
    number = parse_reference(reference, "C")
    with open_desk(context, database) as desk:
        claim, now = desk.claim(number), desk.now()
    write_json(claim) if as_json else write_claim(claim, now)
