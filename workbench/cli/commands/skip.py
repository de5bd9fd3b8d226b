"""``workbench skip``."""

from typing import Annotated

import typer

from claims_db.vocabulary import DraftField, SkipReason
from workbench.cli.opening import open_desk, queue_named
from workbench.cli.options import AndNext, AsJson, Claim, Database, OfQueue, Token, plain_app
from workbench.cli.turns import write_recorded
from workbench.cli.typed import kept, typed
from workbench.domain.references import parse_reference

app = plain_app()


@app.command()
def skip(
    context: typer.Context,
    claim: Claim,
    reason: Annotated[SkipReason, typer.Argument(help="Why; 'other' needs a note.")],
    *,
    note: Annotated[str, typer.Option(metavar="TEXT|-", help="What there is to add; - reads it.")] = "",
    token: Token = None,
    and_next: AndNext = False,
    queue: OfQueue = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Set a claim aside with a reason, and end your hold on it."""
    number, words = parse_reference(claim, "C"), typed(note)
    if queue is not None and not and_next:
        raise typer.BadParameter("--queue says where the next claim comes from; add --next.")
    with open_desk(context, database) as desk:
        following = queue_named(queue) if and_next else None
        with kept(desk, number, DraftField.SKIP, reason=reason, note=words):
            recorded = desk.skip(number, reason, words, token, following)
    write_recorded(recorded, as_json=as_json)
