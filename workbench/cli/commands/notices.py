"""``workbench notices``."""

from typing import Annotated

import typer

from claims_db.vocabulary import NoticeKind
from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json
from workbench.cli.tables import write_table
from workbench.domain.dates import instant_words
from workbench.domain.references import claim_reference

app = plain_app()


@app.command()
def notices(
    context: typer.Context,
    *,
    seen: Annotated[bool, typer.Option("--seen", help="Mark the mentions that are listed as seen.")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """List mentions, passed deadlines, findings to be checked again and claims assigned to you."""
    with open_desk(context, database) as desk:
        found = desk.notices()
        if seen:
            for claim in dict.fromkeys(notice.claim for notice in found if notice.kind is NoticeKind.MENTION):
                desk.see_comments(claim)
    if as_json:
        write_json(found)
    elif found:
        write_table(
            ("kind", "claim", "when", "who", "words"),
            [
                (row.kind.value, claim_reference(row.claim), instant_words(row.at), row.who or "-", row.words or "-")
                for row in found
            ],
        )
    else:
        say("Nothing waits for you alone.")
