"""``workbench matches``: what a claim may repeat, and what people of the desk say of it."""

from typing import Annotated

import typer

from claims_db.match_vocabulary import Relation
from claims_db.rows import MatchWith
from workbench.cli.match_lines import write_matches
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Claim, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.progress_line import progress_line
from workbench.domain.priors import COUNT
from workbench.domain.references import claim_reference, parse_reference, prior_reference

app = plain_app(
    "List what a claim may repeat; accept a match, or reject it. No claim is changed, and undo takes it back."
)

Other = Annotated[str, typer.Argument(metavar="OTHER", help="The other claim or the prior check, such as C-7 or P-3.")]


@app.command("list")
def list_matches(
    context: typer.Context,
    claim: Claim,
    *,
    rejected: Annotated[bool, typer.Option("--rejected", help="List what was rejected too.")] = False,
    limit: Annotated[int, typer.Option(metavar="NUMBER", help="How many matches at most, 1 to 40.")] = COUNT,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """List what a claim may repeat: what was accepted first, then the likeliest."""
    number = parse_reference(claim, "C")
    with open_desk(context, database) as desk, progress_line("Matching") as progress:
        found = desk.matches(number, limit, progress, rejected=rejected)
    write_matches(found, as_json=as_json)


@app.command()
def accept(
    context: typer.Context,
    claim: Claim,
    other: Other,
    *,
    relation: Annotated[
        Relation | None, typer.Option("--as", help="What they are to each other; without it as the desk proposes.")
    ] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Say that both are what they seem to be."""
    number, there = parse_reference(claim, "C"), _other(other)
    with open_desk(context, database) as desk:
        told = desk.accept_match(number, there, relation)
        row = desk.match_decisions(number)[0]
    if as_json:
        write_json(row)
    else:
        write_line(f"{claim_reference(number)} and {_name(there)}: {told.value}.")


@app.command()
def reject(
    context: typer.Context, claim: Claim, other: Other, *, as_json: AsJson = False, database: Database = None
) -> None:
    """Say that both have nothing to do with each other; the match is not shown again."""
    number, there = parse_reference(claim, "C"), _other(other)
    with open_desk(context, database) as desk:
        desk.reject_match(number, there)
        row = desk.match_decisions(number)[0]
    if as_json:
        write_json(row)
    else:
        write_line(f"{claim_reference(number)} and {_name(there)}: rejected.")


def _other(text: str) -> MatchWith:
    if text.strip()[:1].upper() == "P":
        return MatchWith(prior=parse_reference(text, "P"))
    return MatchWith(claim=parse_reference(text, "C"))


def _name(there: MatchWith) -> str:
    return prior_reference(there.prior) if there.prior is not None else claim_reference(there.claim or 0)
