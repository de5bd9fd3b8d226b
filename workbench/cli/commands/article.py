"""``workbench article``: take an article in again, and see what changed between its texts."""

from typing import Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.opening import open_desk, standard_input
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.progress_line import progress_line
from workbench.desk.refetch_entries import ArticleDifference, ClaimNow, ParagraphNow
from workbench.domain.evidence.later_look import changed_words
from workbench.domain.evidence.paragraph_pairs import ParagraphFate
from workbench.domain.references import article_reference, claim_reference, parse_reference

app = plain_app("Take an article in again, and see what changed between its texts.")

Article = Annotated[str, typer.Argument(metavar="ARTICLE", help="The article, such as A-3.")]
_LONGEST = 300


@app.command()
def refetch(
    context: typer.Context,
    article: Article,
    location: Annotated[
        str, typer.Argument(metavar="[URL|FILE|-]", help="Where its new text is, if not at its address.")
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
        _write_difference(done.difference)
        if done.new:
            write_line(f"New claims: {', '.join(map(claim_reference, done.new))}.")


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
    _write_difference(found)


def _write_difference(found: ArticleDifference) -> None:
    for paragraph in found.paragraphs:
        _write_paragraph(paragraph)
    for one in found.claims:
        write_line(f"{claim_reference(one.claim.number)}  {one.fate.value}  {one.claim.statement}")
        for words in _about(one):
            write_line(f"      {words}")
    if found.findings:
        write_line("Findings that rest on changed words:")
    for one in found.findings:
        out = f"PUBLISHED (revision {one.claim.published})" if one.claim.published is not None else "signed off"
        write_line(f"  {claim_reference(one.claim.number)}  {out}, {one.fate.value}:  {one.claim.statement}")


def _write_paragraph(paragraph: ParagraphNow) -> None:
    if paragraph.fate is ParagraphFate.KEPT and not paragraph.changes:
        return
    write_line(f"  {paragraph.fate.value}: {_cut(paragraph.now or paragraph.before)}")
    for change in paragraph.changes:
        write_line(f"      {changed_words(change)}")


def _about(one: ClaimNow) -> tuple[str, ...]:
    known = {str(change) for change in one.changes}
    return (*map(changed_words, one.changes), *(reason for reason in one.reasons if reason not in known))


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
