"""One page for several claims: which ones it tells of, and what it is called."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from claims_db.rows import ClaimFilter
from workbench.cli.lots import chosen
from workbench.cli.opening import some
from workbench.desk.exported import PageChoice
from workbench.domain.progress import Progress
from workbench.domain.references import claim_reference

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

OnePage = Annotated[
    bool,
    typer.Option(
        "--one-page", help="One page for all that is chosen: an overview, a section for each finding, all sources once."
    ),
]
Page = Annotated[
    str | None, typer.Option("--page", metavar="FILE", help="With --one-page: a template of your own for the page.")
]
Title = Annotated[
    str | None, typer.Option("--title", metavar="TEXT", help="With --one-page: what heads it, other than an article's.")
]
Saved = Annotated[
    str | None, typer.Option("--saved", metavar="NAME", help="Instead of --filter: what you keep under this name.")
]


_NAMED = 20


class PageOptions(NamedTuple):
    """How one page is asked for."""

    one_page: bool
    page: str | None
    title: str | None


def check_page(options: PageOptions, *, markdown: bool, narrowed: bool, article: bool) -> None:
    """See that what is asked for goes together: ``narrowed`` says that only what changed is wanted.

    Raises:
        BadParameter: it does not.

    """
    if not options.one_page and (options.page is not None or options.title is not None):
        raise typer.BadParameter("--page and --title belong to --one-page.")
    if options.one_page and not markdown:
        raise typer.BadParameter("--one-page belongs to --format md.")
    if options.one_page and narrowed:
        raise typer.BadParameter("--one-page tells of all that is chosen; leave out --changed and --since.")
    if article and options.title is not None:
        raise typer.BadParameter("The page of an article has the article's title; leave out --title.")


def write_page(
    desk: "Desk",
    out: Path,
    article: int | None,
    claims: Sequence[str] | None,
    words: str | None,
    options: PageOptions,
    template: str,
    progress: Progress,
) -> Path:
    """Write the page of an article, of claims that are named or let through by a filter, or of all."""
    page = "page" if options.page is None else some(options.page, "--page")
    if article is not None:
        return desk.write_page(out, PageChoice(article), template, page, progress)
    named = bool(claims) or words is not None
    numbers = chosen(desk, claims, words) if named else list(desk.claim_numbers(ClaimFilter()))
    told = words or (_named(numbers) if named else "all claims of the desk")
    title = "Claims" if options.title is None else some(options.title, "--title")
    return desk.write_page(out, PageChoice(None, tuple(numbers), title, told), template, page, progress)


def _named(numbers: Sequence[int]) -> str:
    first = ", ".join(map(claim_reference, numbers[:_NAMED]))
    return first if len(numbers) <= _NAMED else f"{first} and {len(numbers) - _NAMED:,} more"
