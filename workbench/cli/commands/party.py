"""``workbench party``: to which party or group claimers belong, and when."""

from typing import Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, From, To, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.tables import write_table
from workbench.domain.days import parse_period
from workbench.domain.parties import party_words

app = plain_app("Say to which party or group claimers belong, and when; 'workbench balance --by party' counts by it.")

Claimer = Annotated[str, typer.Argument(metavar="CLAIMER", help="The claimer, by the name that claims give.")]


@app.command("set")
def set_party(
    context: typer.Context,
    claimer: Claimer,
    party: Annotated[str, typer.Argument(metavar="PARTY", help="The party or group.")],
    *,
    first: From = "",
    last: To = "",
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Say to which party or group a claimer belongs, both days included. Undo takes it back."""
    period = parse_period(first, last)
    with open_desk(context, database) as desk:
        row = desk.set_party(claimer, party, period)
    if as_json:
        write_json(row)
    else:
        write_line(f"{row.claimer} belongs to {row.name} ({party_words(row)}).")


@app.command("list")
def list_parties(context: typer.Context, *, as_json: AsJson = False, database: Database = None) -> None:
    """List the parties and groups of claimers."""
    with open_desk(context, database) as desk:
        rows = desk.parties()
    if as_json:
        write_json(rows)
    elif rows:
        write_table(("claimer", "party", "when"), [(row.claimer, row.name, party_words(row)) for row in rows])
    else:
        say("No claimer has a party. 'workbench party set CLAIMER PARTY' says of one.")


@app.command()
def remove(context: typer.Context, claimer: Claimer, *, first: From = "", database: Database = None) -> None:
    """Say no more to which party a claimer belonged from a day on; undo brings it back."""
    period = parse_period(first, "")
    with open_desk(context, database) as desk:
        desk.remove_party(claimer, period.first)
    write_line(f"Nothing is said of the party of {claimer} {period.words()} any more.".replace("  ", " "))
