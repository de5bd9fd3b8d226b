"""``workbench take-in``."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.new_matches import point_out
from workbench.cli.opening import open_desk
from workbench.cli.options import Article, AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.typed import span
from workbench.desk.entries import ChosenWords
from workbench.domain.references import article_reference, claim_reference, parse_reference
from workbench.domain.text import printable
from workbench.errors import BadInput

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

app = plain_app()

_NUMBER = re.compile(r"\d{1,9}", re.ASCII)


@app.command("take-in")
def take_in(
    context: typer.Context,
    article: Article,
    words: Annotated[
        str,
        typer.Argument(metavar="STRETCH|START:END", help="A stretch as 'coverage' numbers them, or its characters."),
    ],
    *,
    revision: Annotated[
        int | None,
        typer.Option(min=1, metavar="NUMBER", help="The revision that you looked at; needed where there are several."),
    ] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Take words of an article in as a claim, such as words that were refused; undo takes it back."""
    number = parse_reference(article, "A")
    with open_desk(context, database) as desk:
        added = desk.take_in_words(_chosen(desk, number, words, revision))
    if as_json:
        write_json(added)
    else:
        write_line(f"{claim_reference(added.claim)} taken in from {article_reference(number)}.")
    point_out(added.matches)


def _chosen(desk: "Desk", article: int, words: str, revision: int | None) -> ChosenWords:
    """Give the words of the revision that was looked at: by numbers alone nobody sees that the text is another one."""
    name, latest = article_reference(article), desk.article(article).revision
    if revision is None and latest > 1:
        raise BadInput(
            f"{name} has {latest} revisions.",
            f"Look at the latest with 'workbench coverage {name}', then add --revision {latest}.",
        )
    if ":" in words:
        return ChosenWords(article, *span(words), revision or 1)
    if _NUMBER.fullmatch(words.strip()) is None:
        raise BadInput(f"{printable(words[:40])!r} is no stretch.", "Write its number, or its characters as 120:180.")
    found, at = desk.coverage(article), int(words)
    if not 1 <= at <= len(found.stretches):
        raise BadInput(f"{name} has no stretch {at}.", f"'workbench coverage {name}' numbers them.")
    stretch = found.stretches[at - 1]
    return ChosenWords(article, stretch.start, stretch.end, revision or 1)
