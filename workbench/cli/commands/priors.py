"""``workbench priors``: fact-checks that others published before."""

from typing import Annotated

import typer

from claims_db.rows import PriorRow
from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.progress_line import progress_line
from workbench.cli.tables import write_table
from workbench.desk.match_rows import prior_facts, rating_words
from workbench.domain.counted import counted
from workbench.domain.references import parse_reference, prior_reference
from workbench.errors import ExitCode

app = plain_app("Take in fact-checks that others published as ClaimReview, and list them.")

_LIMIT = 50
_SHOWN = 20
_LABEL = 10


@app.command("import")
def take_in(
    context: typer.Context,
    location: Annotated[
        str,
        typer.Argument(
            metavar="FILE|URL",
            help="A feed (Data Commons), a page with ClaimReview in JSON-LD, or a CSV table with the columns claim and url; "
            "claimer, said_on, rating, rating_name, worst, best, outlet, title, reviewed, language and id may follow.",
        ),
    ],
    *,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Take prior checks in. Broken records are listed with their place, and end with exit code 3; the others are kept.

    Doing it again changes nothing but what its outlet has changed; what was interrupted goes on.
    """
    try:
        with open_desk(context, database) as desk, progress_line("Importing") as progress:
            done = desk.import_priors(location, progress)
    except KeyboardInterrupt:
        say("What was taken in so far stays; the same command goes on from there.")
        raise
    if as_json:
        write_json(done)
    else:
        write_line(
            f"{counted(done.added, 'prior check')} added, {done.changed:,} changed, {done.known:,} known already, "
            f"{done.twice:,} told twice, {counted(done.broken, 'record')} not used."
        )
        for one in done.listed[:_SHOWN]:
            say(f"  {one.place}: {one.reason}")
        if done.broken > _SHOWN:
            say(f"  and {done.broken - _SHOWN:,} more; --json lists the first {len(done.listed):,}.")
    if done.broken:
        raise typer.Exit(ExitCode.BAD_INPUT)


@app.command("list")
def list_priors(
    context: typer.Context,
    *,
    outlet: Annotated[str, typer.Option(metavar="NAME", help="Only those of this outlet.")] = "",
    limit: Annotated[int, typer.Option(metavar="NUMBER", min=1, help="How many at most.")] = _LIMIT,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """List prior checks, the last that came in first."""
    with open_desk(context, database) as desk:
        rows, whole = desk.priors(limit, outlet), desk.prior_count()
    if as_json:
        write_json(rows)
    elif rows:
        write_table(("check", "outlet", "reviewed", "rating", "claim"), [_listed(row) for row in rows])
        say(f"{len(rows):,} of {counted(whole, 'prior check')}.")
    else:
        say("There is no prior check yet." if not whole else "There is no prior check of this outlet.")


@app.command()
def show(
    context: typer.Context,
    prior: Annotated[str, typer.Argument(metavar="CHECK", help="The prior check, such as P-3.")],
    *,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Show everything that is known of a prior check."""
    number = parse_reference(prior, "P")
    with open_desk(context, database) as desk:
        row = desk.prior(number)
    if as_json:
        write_json(row)
        return
    write_line(f"{prior_reference(row.number)}  {row.claim}")
    for label, value in prior_facts(row):
        write_line(f"  {label:<{_LABEL}}{value}")


def _listed(row: PriorRow) -> tuple[str, ...]:
    reviewed = row.reviewed.value if row.reviewed else "-"
    return prior_reference(row.number), row.outlet or "-", reviewed, rating_words(row) or "-", row.claim
