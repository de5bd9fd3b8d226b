"""One page for several claims: which ones it tells of, and what it is called."""

from typing import Annotated, NamedTuple

import typer

from workbench.cli.opening import some
from workbench.export.template_names import SHIPPED_PAGE

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


def told(options: PageOptions) -> tuple[str, str]:
    """Give the template that puts all on one page, and what heads it; both empty where that is not asked for."""
    if not options.one_page:
        return "", ""
    page = SHIPPED_PAGE if options.page is None else some(options.page, "--page")
    return page, "" if options.title is None else some(options.title, "--title")
