"""``workbench claim``: claims with no article."""

from typing import Annotated

import typer

from claims_db.vocabulary import AppearanceForm, ClaimKind
from workbench.cli.near_claims import point_out
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.desk.entries import ClaimEntry
from workbench.domain.dates import parse_date
from workbench.domain.references import claim_reference

app = plain_app("Take in claims that stand in no article.")


@app.callback()
def claim() -> None:
    """Keep the group a group while it has one command."""


@app.command()
def add(
    context: typer.Context,
    statement: Annotated[str, typer.Argument(help="The claim in one self-contained sentence.")],
    *,
    claimer: Annotated[str, typer.Option(metavar="NAME", help="Who asserts it.")] = "",
    via: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Through whom it came; repeat it, the nearest to you first."),
    ] = None,
    form: Annotated[AppearanceForm, typer.Option(help="Where it was met.")] = AppearanceForm.TIP,
    kind: Annotated[ClaimKind, typer.Option(help="What sort of statement it is.")] = ClaimKind.OTHER,
    locator: Annotated[str, typer.Option(metavar="PLACE", help="Time code, page or another place in it.")] = "",
    url: Annotated[str, typer.Option(metavar="URL", help="Where it can be found.")] = "",
    said_on: Annotated[str, typer.Option(metavar="DATE", help="When it was said.")] = "",
    quote: Annotated[str, typer.Option(metavar="TEXT", help="The words as they were said.")] = "",
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Take in a claim by hand: a tip, a speech, a post."""
    entry = ClaimEntry(
        statement=statement,
        claimer=claimer,
        via=tuple(via or ()),
        form=form,
        locator=locator,
        url=url,
        said_on=parse_date(said_on) if said_on else None,
        kind=kind,
        exact=quote,
    )
    with open_desk(context, database) as desk:
        added = desk.add_claim(entry)
    reference = claim_reference(added.claim)
    if as_json:
        write_json(added)
    else:
        write_line(f"{reference}: the desk has this claim already." if added.known else f"{reference} added.")
    point_out(added.near)
