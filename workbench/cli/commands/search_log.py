"""``workbench search-log``: where people looked for a claim, also where nothing was found."""

from typing import Annotated

import typer

from claims_db.vocabulary import DraftField
from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Claim, Database, plain_app
from workbench.cli.output import write_json
from workbench.cli.tables import write_table
from workbench.cli.turns import write_standing
from workbench.cli.typed import kept
from workbench.desk.ledger_entries import SearchLogEntry
from workbench.domain.dates import instant_words
from workbench.domain.evidence.log_words import NOTHING_FOUND
from workbench.domain.moments import parse_moment
from workbench.domain.references import claim_reference, parse_reference

app = plain_app("Write down where you looked for a claim and with what words; the report's method box says so.")


@app.command()
def add(
    context: typer.Context,
    claim: Claim,
    place: Annotated[str, typer.Argument(metavar="PLACE", help="The register, archive or search engine.")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What you asked for there, word for word.")],
    *,
    found: Annotated[str, typer.Option(metavar="TEXT", help="What came of it; without it nothing was found.")] = "",
    at: Annotated[str, typer.Option("--at", metavar="TIME", help="When you looked; without it now.")] = "",
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Write down where you looked, also when nothing was found. Undo takes it back."""
    number = parse_reference(claim, "C")
    with open_desk(context, database) as desk:
        when = parse_moment(at, desk.now(), desk.desk().time_zone) if at else None
        with kept(desk, number, DraftField.SEARCH_LOG, place=place, words=words, found=found):
            sheet = desk.log_search(number, SearchLogEntry(place, words, found, when))
    write_standing(sheet, f"has {len(sheet.search_log)} in its search log now", as_json=as_json)


@app.command("list")
def list_log(context: typer.Context, claim: Claim, *, as_json: AsJson = False, database: Database = None) -> None:
    """List where people looked for a claim."""
    number = parse_reference(claim, "C")
    with open_desk(context, database) as desk:
        rows = desk.claim(number).search_log
    if as_json:
        write_json(rows)
    elif rows:
        shown = [
            (instant_words(row.searched_at), row.reviewer, row.place, row.words, row.found or NOTHING_FOUND)
            for row in rows
        ]
        write_table(("when", "who", "where", "words", "found"), shown)
    else:
        say(f"Nobody wrote down a search for {claim_reference(number)}.")
