"""``workbench skip``."""

from typing import Annotated

import typer

from claims_db.vocabulary import DraftField, SkipReason
from workbench.cli.lots import ByFilter, Claims, chosen, only_one, take_step
from workbench.cli.opening import open_desk, queue_named
from workbench.cli.options import AndNext, AsJson, Database, OfQueue, Token, plain_app
from workbench.cli.turns import write_recorded
from workbench.cli.typed import kept, typed
from workbench.desk.lots import SetAside

app = plain_app()


@app.command()
def skip(
    context: typer.Context,
    claims: Claims = None,
    *,
    reason: Annotated[SkipReason, typer.Argument(help="Why; 'other' needs a note.")],
    by_filter: ByFilter = None,
    note: Annotated[str, typer.Option(metavar="TEXT|-", help="What there is to add; - reads it.")] = "",
    token: Token = None,
    and_next: AndNext = False,
    queue: OfQueue = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Set one claim or several aside with a reason, and end your hold on them."""
    number, words = only_one(claims, by_filter), typed(note, *(claims or ()))
    if queue is not None and not and_next:
        raise typer.BadParameter("--queue says where the next claim comes from; add --next.")
    if number is None and (and_next or token is not None):
        raise typer.BadParameter("--next and --token are for a single claim.")
    with open_desk(context, database) as desk:
        if number is None:
            take_step(desk, chosen(desk, claims, by_filter), SetAside(reason, words), "set aside", as_json=as_json)
            return
        following = queue_named(queue) if and_next else None
        with kept(desk, number, DraftField.SKIP, reason=reason, note=words):
            recorded = desk.skip(number, reason, words, token, following)
    write_recorded(recorded, desk.now(), as_json=as_json)
