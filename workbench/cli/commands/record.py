"""``workbench record``."""

from typing import Annotated

import typer

from claims_db.vocabulary import DraftField
from workbench.cli.opening import open_desk, queue_named
from workbench.cli.options import AndNext, AsJson, Claim, Database, OfQueue, Token, plain_app
from workbench.cli.turns import write_recorded
from workbench.cli.typed import kept, typed, word
from workbench.domain.references import parse_reference
from workbench.domain.scales import DEFAULT_SCALE

app = plain_app()

_RATING = f"A rating of the desk's scale; at first {', '.join(rating.slug for rating in DEFAULT_SCALE.ratings)}."


@app.command()
def record(
    context: typer.Context,
    claim: Claim,
    rating: Annotated[str, typer.Argument(metavar="RATING", help=_RATING)],
    *,
    rationale: Annotated[str, typer.Option(metavar="TEXT|-", help="Why; - reads it from standard input.")] = "",
    token: Token = None,
    and_next: AndNext = False,
    queue: OfQueue = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Record a verdict and end your hold on the claim.

    A save that comes after somebody else took the claim is refused with exit code 6: the two verdicts stand
    against each other on standard error, and yours is kept as a draft, which 'workbench drafts' shows.
    """
    number, reasons = parse_reference(claim, "C"), typed(rationale)
    if queue is not None and not and_next:
        raise typer.BadParameter("--queue says where the next claim comes from; add --next.")
    with open_desk(context, database) as desk:
        following = queue_named(queue) if and_next else None
        with kept(desk, number, DraftField.VERDICT, rating=word(rating), rationale=reasons):
            recorded = desk.record(number, word(rating), reasons, token, following)
    write_recorded(recorded, desk.now(), as_json=as_json)
