"""``workbench search``."""

from typing import Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.marked import marked
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json
from workbench.cli.progress_line import progress_line
from workbench.cli.tables import write_table
from workbench.cli.typed import no_options
from workbench.domain.references import article_reference, claim_reference, evidence_reference, prior_reference
from workbench.domain.search_words import DATES, SEARCH_FIELDS
from workbench.domain.searching import LIMIT, MOST, SearchHit

app = plain_app()

_WORDS = (
    'Words that must all occur in any form, a "phrase", field:value, -what to leave out. '
    f"Fields: {', '.join((*SEARCH_FIELDS, *DATES))}."
)


@app.command("search", context_settings={"ignore_unknown_options": True})
def search(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS...", help=_WORDS, callback=no_options)] = None,
    saved: Annotated[
        str | None, typer.Option(metavar="NAME", help="Begin with the words kept under this name.")
    ] = None,
    limit: Annotated[int, typer.Option(metavar="NUMBER", help=f"How many hits at most, 1 to {MOST}.")] = LIMIT,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Search claims, articles, evidence, verdicts and prior checks; what fits best stands first.

    'workbench priors show P-3' shows the whole of a prior check.
    """
    if not words and saved is None:
        raise typer.BadParameter("Missing argument WORDS, or --saved NAME.")
    with open_desk(context, database) as desk, progress_line("Searching") as progress:
        kept = () if saved is None else (desk.saved_words(saved),)
        found = desk.search(" ".join((*kept, *(words or ()))), limit, progress)
    if as_json:
        write_json(found.hits)
    elif found.hits:
        write_table(("what", "claim", "article", "found in", "words"), [_row(hit) for hit in found.hits])
    else:
        say("Nothing was found.")
    if found.more:
        say(f"There is more; these are the best {len(found.hits)}. --limit gives more.")
    if found.behind:
        say("Another process is filling the search index; what came in last may be missing.")


def _row(hit: SearchHit) -> tuple[str, ...]:
    return (
        _what(hit),
        "-" if hit.claim is None else claim_reference(hit.claim),
        "-" if hit.article is None else article_reference(hit.article),
        hit.passage.part,
        marked(hit.passage.text, hit.passage.marks),
    )


def _what(hit: SearchHit) -> str:
    if hit.prior is not None:
        return prior_reference(hit.prior)
    return hit.kind.value if hit.evidence is None else evidence_reference(hit.evidence)
