"""``workbench match``: has this been said, and checked, before?"""

from typing import Annotated

import typer

from claims_db.short_names import Named, short_name
from workbench.cli.match_lines import write_matches
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.progress_line import progress_line
from workbench.cli.typed import typed
from workbench.domain.dates import first_day, parse_date
from workbench.domain.priors import COUNT
from workbench.errors import BadInput

app = plain_app()


@app.command("match", context_settings={"ignore_unknown_options": True})
def match(
    context: typer.Context,
    text: Annotated[
        str, typer.Argument(metavar="TEXT|-", help="A statement, - for standard input, or a claim such as C-12.")
    ],
    *,
    claimer: Annotated[str, typer.Option(metavar="NAME", help="Who says it.")] = "",
    said_on: Annotated[str, typer.Option(metavar="DATE", help="On which day, such as 2021-11-23.")] = "",
    limit: Annotated[int, typer.Option(metavar="NUMBER", help="How many matches at most, 1 to 40.")] = COUNT,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Say whether a statement was checked already, and what the desk and its prior checks have that is like it."""
    statement = typed(text)
    if not statement.strip():
        raise BadInput("There is nothing to look for.", "Write a statement, or give one on standard input.")
    day = first_day(parse_date(said_on)) if said_on else None
    named = short_name(statement.strip())
    with open_desk(context, database) as desk, progress_line("Matching") as progress:
        if named is not None and named.what is Named.CLAIM:
            found = desk.matches(named.number, limit, progress)
        else:
            found = desk.match(statement, claimer, day, limit, progress)
    write_matches(found, as_json=as_json)
