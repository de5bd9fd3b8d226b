"""``workbench correct``."""

from typing import Annotated

import typer

from claims_db.vocabulary import Severity
from workbench.cli.complaints import say
from workbench.cli.issued import Bundle, Out, Template, bundle_words, write_issued
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Claim, Database, plain_app
from workbench.cli.turns import write_standing
from workbench.cli.typed import typed
from workbench.domain.references import parse_reference

app = plain_app()


@app.command()
def correct(
    context: typer.Context,
    claim: Claim,
    *,
    severity: Annotated[Severity, typer.Option(help="How much it changes.")],
    reason: Annotated[str, typer.Option(metavar="TEXT|-", help="What was wrong, for readers; - reads it.")],
    template: Template = "long",
    bundle: Bundle = False,
    out: Out = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Publish a new revision of a finding that went out. The one before stays on record; for editors."""
    number, words = parse_reference(claim, "C"), typed(reason)
    with open_desk(context, database) as desk:
        sheet = desk.correct(number, severity, words, template, bundle=bundle)
        write_standing(sheet, as_json=as_json)
        say(write_issued(context, desk, number, out, database))
        for line in bundle_words(sheet):
            say(line)
