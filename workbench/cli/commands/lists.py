"""``workbench list``."""

from typing import Annotated

import typer

from claims_db.rows import ArticleRow
from workbench.cli.claim_table import read_claims, write_claims
from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json
from workbench.cli.tables import write_table
from workbench.cli.typed import no_options
from workbench.domain.references import article_reference
from workbench.domain.search_words import FILTER_FIELDS, parse_filter

app = plain_app()

_FILTER = (
    'Words that must occur, a "phrase", field:value such as state:open, -what to leave out. '
    f"Fields: {', '.join(FILTER_FIELDS)}."
)


@app.command("list", context_settings={"ignore_unknown_options": True})
def list_claims(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[FILTER]...", help=_FILTER, callback=no_options)] = None,
    saved: Annotated[
        str | None, typer.Option(metavar="NAME", help="Begin with the filter kept under this name.")
    ] = None,
    articles: Annotated[bool, typer.Option("--articles", help="List articles, not claims.")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """List claims, those that wait and are most check-worthy first; or articles."""
    wanted = parse_filter(" ".join(words or ()))
    with open_desk(context, database) as desk:
        if saved is not None:
            wanted = parse_filter(" ".join((desk.saved_words(saved), *(words or ()))))
        found = desk.articles() if articles else ()
        rows = () if articles else read_claims(desk, wanted)
    if as_json:
        write_json(found if articles else rows)
    elif articles:
        _write_articles(found)
    else:
        write_claims(rows)
    if not (found or rows):
        say(_nothing(articles=articles, filtered=bool(words or saved)))


def _nothing(*, articles: bool, filtered: bool) -> str:
    if articles:
        return "The desk has no articles. 'workbench add' takes one in."
    return "No claim fits." if filtered else "The desk has no claims. 'workbench add' takes an article in."


def _write_articles(articles: tuple[ArticleRow, ...]) -> None:
    write_table(
        ("article", "published", "outlet", "claims", "open", "title"),
        [
            (
                article_reference(row.number),
                row.published.value if row.published else "-",
                row.outlet or "-",
                str(row.claims),
                str(row.open_claims),
                row.title,
            )
            for row in articles
        ],
    )
