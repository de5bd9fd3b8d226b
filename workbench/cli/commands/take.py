"""``workbench take``."""

from typing import Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.opening import open_desk, queue_named
from workbench.cli.options import AsJson, Database, OfQueue, plain_app
from workbench.cli.turns import write_turn
from workbench.desk.entries import NothingFree
from workbench.domain.references import claim_reference, parse_reference
from workbench.errors import ExitCode

app = plain_app()


@app.command()
def take(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="This very claim, such as C-12; else the next.")] = "",
    *,
    queue: OfQueue = None,
    over: Annotated[
        bool, typer.Option("--over", help="Take the claim from whoever holds it; what they typed is kept and shown.")
    ] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Take the next claim of a queue, or one by name, and hold it.

    The one you hold already comes first. The token it prints belongs to your hold: give it to
    record, skip, return and keep, so that a save which comes too late is refused. Where there is nothing to take,
    standard error says why, and the exit code is 8.
    """
    if over and not claim:
        raise typer.BadParameter("--over needs the claim that you take over.")
    if claim and queue is not None:
        raise typer.BadParameter("Name a claim or a queue, not both.")
    with open_desk(context, database) as desk:
        if not claim:
            turn = desk.take_next(queue_named(queue))
        else:
            number = parse_reference(claim, "C")
            turn = desk.take_over(number) if over else desk.take(number)
    write_turn(turn, desk.now(), as_json=as_json)
    if isinstance(turn, NothingFree):
        raise typer.Exit(ExitCode.NOTHING_FREE)
    for left in turn.left_drafts:
        say(f"{left.reviewer} was typing on it; 'workbench show {claim_reference(turn.number)}' has their words.")
