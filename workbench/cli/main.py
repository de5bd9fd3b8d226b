"""The commands of the shell: what they take; what they do is imported when one is chosen."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims_db.vocabulary import AppearanceForm
from workbench import __version__

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.settings import Settings

EXIT_CODES = (
    "Exit codes: 0 done; 1 failed; 2 wrong use or bad setting; 3 bad file, page or value; 4 no such claim or article; "
    "5 database can't be opened, read or written; 6 somebody was faster or the rules don't allow it; "
    "7 address refused or no answer; 130 interrupted."
)

app = typer.Typer(
    name="workbench",
    help="A fact-checking desk for the terminal.",
    epilog=EXIT_CODES,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
claim_app = typer.Typer(help="Claims with no article.", rich_markup_mode=None)
import_app = typer.Typer(help="Lists from other programs.", rich_markup_mode=None)
app.add_typer(claim_app, name="claim")
app.add_typer(import_app, name="import")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Published = Annotated[
    str | None, typer.Option(help="When it was published: 2021-11-23, 2021-11, 2021 or 23 November 2021.")
]


class Form(StrEnum):
    """How extraction is printed."""

    JSON = "json"
    TABLE = "table"


class ReportForm(StrEnum):
    """In what form reports are written."""

    MARKDOWN = "md"


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    database: Annotated[str | None, typer.Option(help="Path or address of the desk.")] = None,
) -> None:
    """Open the terminal desk, where no command is given."""
    context.obj = database
    if context.invoked_subcommand is None:
        _command("desks", "tui")(_settings(context))


@app.command()
def tui(context: typer.Context) -> None:
    """Open the terminal desk."""
    _command("desks", "tui")(_settings(context))


@app.command()
def demo(context: typer.Context, as_json: AsJson = False) -> None:
    """Open the terminal desk on a sample article; print its claims where there is no terminal."""
    _command("desks", "demo")(_settings(context), as_json=as_json)


@app.command()
def add(
    context: typer.Context,
    location: Annotated[
        str, typer.Argument(metavar="PATH|URL|-", help="A text or HTML file, a web address, or - for standard input.")
    ],
    published: Published = None,
    outlet: Annotated[str, typer.Option(help="Who published it.")] = "",
    url: Annotated[str, typer.Option(help="Where it stands on the web.")] = "",
    title: Annotated[str, typer.Option(help="Its headline.")] = "",
    as_json: AsJson = False,
) -> None:
    """Take in an article and its claims."""
    from workbench.desk.entries import ArticleEntry  # noqa: PLC0415
    from workbench.domain.dates import parse_date  # noqa: PLC0415

    entry = ArticleEntry(location, parse_date(published) if published else None, outlet, url, title)
    with _desk(context) as desk:
        _command("intake", "add")(desk, entry, as_json=as_json)


@app.command()
def extract(
    location: Annotated[
        str, typer.Argument(metavar="PATH|URL|-", help="A text or HTML file, a web address, or - for standard input.")
    ],
    published: Published = None,
    form: Annotated[Form, typer.Option("--format", help="How to print.")] = Form.TABLE,
    as_json: AsJson = False,
) -> None:
    """Find the claims of a text and print them; nothing is stored."""
    _command("intake", "extract")(location, published, "json" if as_json else form.value)


@claim_app.command("add")
def claim_add(
    context: typer.Context,
    statement: Annotated[str, typer.Argument(help="The claim in one self-contained sentence.")],
    claimer: Annotated[str, typer.Option(help="Who asserts it.")] = "",
    via: Annotated[
        list[str] | None, typer.Option(help="Through whom it came; repeat for a chain, the nearest first.")
    ] = None,
    form: Annotated[AppearanceForm, typer.Option(help="Where it was met.")] = AppearanceForm.TIP,
    locator: Annotated[str, typer.Option(help="Time code, page or another place in it.")] = "",
    url: Annotated[str, typer.Option(help="Where it can be found.")] = "",
    said_on: Annotated[str, typer.Option(help="When it was said.")] = "",
    quote: Annotated[str, typer.Option(help="The words as they were said.")] = "",
    as_json: AsJson = False,
) -> None:
    """Take in a claim by hand: a tip, a speech, a post."""
    entry = _command("intake", "claim_entry")(statement, claimer, via or [], form, locator, url, said_on, quote)
    with _desk(context) as desk:
        _command("intake", "add_claim")(desk, entry, as_json=as_json)


@import_app.command("claims")
def import_claims(
    context: typer.Context,
    path: Annotated[str, typer.Argument(metavar="FILE.csv|.jsonl")],
    as_json: AsJson = False,
) -> None:
    """Take in many claims; bad rows are listed with line and reason, the good ones are kept."""
    with _desk(context) as desk:
        all_good = _command("intake", "import_claims")(desk, path, as_json=as_json)
    if not all_good:
        raise typer.Exit(3)


@app.command("list")
def list_claims(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILTER]...", help="Words and field:value, such as state:open kind:quantity putin."),
    ] = None,
    articles: Annotated[bool, typer.Option("--articles", help="List articles.")] = False,
    as_json: AsJson = False,
) -> None:
    """List claims, the most check-worthy first."""
    with _desk(context) as desk:
        if articles:
            _command("reading", "list_articles")(desk, as_json=as_json)
        else:
            _command("reading", "list_claims")(desk, words or [], as_json=as_json)


@app.command()
def show(
    context: typer.Context,
    reference: Annotated[str, typer.Argument(metavar="C-12|A-3")],
    as_json: AsJson = False,
) -> None:
    """Show one claim or one article."""
    with _desk(context) as desk:
        _command("reading", "show")(desk, reference, as_json=as_json)


@app.command()
def export(
    context: typer.Context,
    article: Annotated[str | None, typer.Option(help="Only this article.", metavar="A-3")] = None,
    claim: Annotated[str | None, typer.Option(help="Only this claim.", metavar="C-12")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every article and the claims by hand; the default.")
    ] = False,
    form: Annotated[ReportForm, typer.Option("--format", help="In what form.")] = ReportForm.MARKDOWN,  # noqa: ARG001 - one form so far
    out: Annotated[Path, typer.Option(help="The folder to write to.")] = Path("exports"),
    as_json: AsJson = False,
) -> None:
    """Write reports: one Markdown file for each article."""
    if sum((article is not None, claim is not None, everything)) > 1:
        raise typer.BadParameter("give one of --article, --claim and --all")
    with _desk(context) as desk:
        _command("reading", "export")(desk, out, article, claim, as_json=as_json)


@app.command()
def keys(context: typer.Context) -> None:
    """Print the key card."""
    from workbench.cli.output import write_lines  # noqa: PLC0415
    from workbench.tui.key_card import key_card  # noqa: PLC0415

    write_lines(key_card(_settings(context).keys))


@app.command()
def version() -> None:
    """Print the version."""
    sys.stdout.write(f"claim-workbench {__version__}\n")


def _settings(context: typer.Context) -> "Settings":
    from workbench.settings import load_settings  # noqa: PLC0415

    return load_settings(os.environ, database=context.obj)


@contextmanager
def _desk(context: typer.Context) -> "Iterator[Desk]":
    from workbench.bootstrap import open_desk  # noqa: PLC0415 - the ORM costs 400 ms

    desk = open_desk(_settings(context))
    try:
        yield desk
    finally:
        desk.close()


def _command(module: str, name: str) -> Callable[..., object]:
    """Import what a command does."""
    from importlib import import_module  # noqa: PLC0415

    command: Callable[..., object] = getattr(import_module(f"workbench.cli.commands.{module}"), name)
    return command
