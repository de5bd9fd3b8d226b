"""``workbench article``: take an article in again, see what changed between its texts, and of which it is a copy."""

from typing import Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.opening import open_desk, standard_input
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_indented, write_json, write_line, write_lines
from workbench.cli.progress_line import progress_line
from workbench.desk.copy_words import copy_lines
from workbench.desk.difference_words import difference_lines, refetched_lines
from workbench.domain.references import article_reference, parse_reference

app = plain_app("Take an article in again, see what changed between its texts, and of which it is a copy.")

Article = Annotated[str, typer.Argument(metavar="ARTICLE", help="The article, such as A-3.")]


@app.command()
def refetch(
    context: typer.Context,
    article: Article,
    location: Annotated[
        str, typer.Argument(metavar="[URL|FILE|-]", help="Where its new text is, if not where it came from.")
    ] = "",
    *,
    replaced: Annotated[
        bool, typer.Option("--replaced", help="Take a text in that has nothing of the older one.")
    ] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Take an article in again: what changed, what became of each claim, which findings rest on changed words.

    The texts before stay as they are. Words that are new become claims.
    """
    number = parse_reference(article, "A")
    with open_desk(context, database) as desk, progress_line("Taking in again") as progress:
        done = desk.refetch_article(number, location, standard_input(location), progress, replaced=replaced)
    name = article_reference(number)
    if as_json:
        write_json(done)
    elif done.difference is None:
        say(f"{name} is as it was; nothing was stored.")
    else:
        write_line(f"{name} has revision {done.revision} now.")
        write_indented(refetched_lines(done))


@app.command()
def copies(context: typer.Context, article: Article, *, as_json: AsJson = False, database: Database = None) -> None:
    """Name the articles of which one is a wire copy, how much of its words they have, and which figures are others."""
    number = parse_reference(article, "A")
    with open_desk(context, database) as desk, progress_line("Looking for copies") as progress:
        found = desk.article_copies(number, progress)
    if as_json:
        write_json(found)
    else:
        write_lines("\n".join(copy_lines(number, found)))


@app.command()
def changes(
    context: typer.Context,
    article: Article,
    *,
    older: Annotated[int | None, typer.Option("--from", metavar="REVISION", min=1, help="The older text.")] = None,
    newer: Annotated[int | None, typer.Option("--to", metavar="REVISION", min=1, help="The newer text.")] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Show what changed between two texts of an article; without options, the last two."""
    number = parse_reference(article, "A")
    with open_desk(context, database) as desk:
        found = desk.article_difference(number, older, newer)
    if as_json:
        write_json(found)
        return
    write_line(f"{article_reference(number)}: revision {found.newer} against revision {found.older}.")
    write_indented(difference_lines(found))
