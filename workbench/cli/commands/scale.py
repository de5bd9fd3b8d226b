"""``workbench scale list|show|add|use|retire``: what the desk rates on."""

from pathlib import Path
from typing import Annotated

import typer

from claims_db.rows import ClaimFilter, RatingRow
from claims_db.vocabulary import ClaimState
from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.tables import write_table
from workbench.cli.typed import word
from workbench.domain.scales import MOST_KEYS, KnownScale, key_of
from workbench.domain.text import printable

app = plain_app("Say what the desk rates on. A verdict keeps the scale that it was given on.")

Name = Annotated[str, typer.Argument(metavar="NAME", help="The scale, by the short name that 'scale list' shows.")]

_FILE = ".toml"


@app.command("list")
def list_scales(context: typer.Context, *, as_json: AsJson = False, database: Database = None) -> None:
    """List the scales of the desk, the one in use first. Those that come with the program can be added."""
    with open_desk(context, database) as desk:
        found = desk.scales()
    if as_json:
        write_json(found)
    else:
        rows = [(one.slug, one.standing.value, str(len(one.ratings)), one.name) for one in found]
        write_table(("scale", "standing", "ratings", "name"), rows)


@app.command()
def show(
    context: typer.Context,
    name: Name,
    *,
    toml: Annotated[bool, typer.Option("--toml", help="Print it as a file that 'scale add' reads.")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Show the ratings of a scale. With what they mean, their numbers and their labels of AVeriTeC."""
    with open_desk(context, database) as desk:
        found = desk.scale_named(word(name))
    if toml:
        from workbench.sources.scale_files import scale_toml  # noqa: PLC0415 - only who asks needs it

        for line in scale_toml(found.scale).splitlines():
            write_line(line)
    elif as_json:
        write_json(found)
    else:
        write_line(f"{printable(found.name)} ({found.slug}): {found.standing.value}")
        header = ("key", "rating", "label", "number", "AVeriTeC", "meaning")
        write_table(header, [_row(at, rating) for at, rating in enumerate(found.ratings, 1)])


@app.command()
def add(
    context: typer.Context,
    scale: Annotated[
        str,
        typer.Argument(metavar="FILE.toml|NAME", help="A file that you wrote, or a scale that ships or was retired."),
    ],
    *,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Add a scale from a file, or by name one that ships. Nothing is rated on it yet; undo takes it back; for editors."""
    with open_desk(context, database) as desk:
        if Path(scale).suffix.casefold() == _FILE:
            from workbench.sources.scale_files import read_scale  # noqa: PLC0415 - as above

            wanted = read_scale(scale)
        else:
            wanted = desk.scale_named(word(scale)).scale
        found = desk.add_scale(wanted)
    if as_json:
        write_json(found)
        return
    write_line(f"{found.slug} is added with {len(found.ratings)} ratings; 'workbench scale use {found.slug}' uses it.")
    if len(found.ratings) > MOST_KEYS:
        say(f"The first {MOST_KEYS} ratings have keys; the others are chosen with the cursor.")
    if not any(rating.value or rating.averitec for rating in found.ratings):
        say("No rating has a number or a label of AVeriTeC: rules before sign-off that ask what is false find nothing.")


@app.command()
def use(
    context: typer.Context,
    name: Name,
    *,
    second: Annotated[
        list[str] | None,
        typer.Option("--second", metavar="RATING", help="Ratings that need a second verdict; repeat it for several."),
    ] = None,
    no_second: Annotated[bool, typer.Option("--no-second", help="No rating needs one.")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Rate on a scale from now on. Verdicts that were given stay on theirs; undo takes it back; for editors."""
    if second and no_second:
        raise typer.BadParameter("--second and --no-second exclude each other.")
    ratings = () if no_second else tuple(map(word, second)) if second else None
    with open_desk(context, database) as desk:
        found = desk.use_scale(word(name), ratings)
        waiting = len(desk.claim_numbers(ClaimFilter(states=(ClaimState.SECOND_REVIEW,))))
    _write(found, f"The desk rates on {printable(found.name)} now.", as_json=as_json)
    if waiting:
        say(f"Claims that wait for a second verdict: {waiting}. If the first is on another scale, an editor decides.")


@app.command()
def retire(context: typer.Context, name: Name, *, as_json: AsJson = False, database: Database = None) -> None:
    """Let nobody choose a scale any more. Verdicts on it stay; 'scale add' brings it back; for editors."""
    with open_desk(context, database) as desk:
        found = desk.retire_scale(word(name))
    _write(found, f"{found.slug} is retired.", as_json=as_json)


def _write(found: KnownScale, words: str, *, as_json: bool) -> None:
    if as_json:
        write_json(found)
    else:
        write_line(words)


def _row(at: int, rating: RatingRow) -> tuple[str, ...]:
    number = "-" if rating.value is None else str(rating.value)
    return key_of(at), rating.slug, rating.label, number, rating.averitec or "-", rating.definition or "-"
