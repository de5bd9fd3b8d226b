"""``workbench publish``."""

import typer

from workbench.cli.complaints import say
from workbench.cli.issued import Bundle, Out, Template, bundle_words, write_issued
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Claim, Database, plain_app
from workbench.cli.turns import write_standing
from workbench.domain.references import parse_reference

app = plain_app()


@app.command()
def publish(
    context: typer.Context,
    claim: Claim,
    *,
    template: Template = "long",
    bundle: Bundle = False,
    out: Out = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Freeze a signed-off finding as it goes out. From then on it is corrected, never changed; for editors."""
    number = parse_reference(claim, "C")
    with open_desk(context, database) as desk:
        sheet = desk.publish(number, template, bundle=bundle)
        write_standing(sheet, as_json=as_json)
        say(write_issued(context, desk, number, out, database))
        for line in bundle_words(sheet):
            say(line)
