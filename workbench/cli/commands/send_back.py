"""``workbench return``."""

from typing import Annotated

import typer

from claims_db.vocabulary import DraftField
from workbench.cli.opening import open_desk, queue_named
from workbench.cli.options import AndNext, AsJson, Claim, Database, OfQueue, Token, plain_app
from workbench.cli.turns import write_recorded
from workbench.cli.typed import kept, typed
from workbench.domain.references import parse_reference

app = plain_app()


@app.command("return")
def send_back(
    context: typer.Context,
    claim: Claim,
    *,
    comment: Annotated[str, typer.Option(metavar="TEXT|-", help="What is missing; - reads it.")],
    token: Token = None,
    and_next: AndNext = False,
    queue: OfQueue = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Return a decided claim to its queue with a comment. Its verdicts count no more."""
    number, words = parse_reference(claim, "C"), typed(comment)
    if queue is not None and not and_next:
        raise typer.BadParameter("--queue says where the next claim comes from; add --next.")
    with open_desk(context, database) as desk:
        following = queue_named(queue) if and_next else None
        with kept(desk, number, DraftField.COMMENT, body=words):
            returned = desk.send_back(number, words, token, following)
    write_recorded(returned, desk.now(), as_json=as_json)
