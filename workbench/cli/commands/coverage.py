"""``workbench coverage``."""

from typing import NamedTuple

import typer

from claims_db.rows import PlacedClaim
from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import Article, AsJson, Database, plain_app
from workbench.cli.output import write_json
from workbench.cli.tables import write_table
from workbench.domain.coverage import Coverage, StretchForm, stretch_words
from workbench.domain.references import article_reference, parse_reference

app = plain_app()


class CoveredStretch(NamedTuple):
    """A stretch of an article; ``start`` and ``end`` count the characters of its normalised text."""

    number: int
    start: int
    end: int
    form: StretchForm
    text: str
    claims: tuple[PlacedClaim, ...]
    reason: str


class CoveredArticle(NamedTuple):
    """An article's latest text, cut into stretches."""

    number: int
    title: str
    revision: int
    refusals_kept: bool
    stretches: tuple[CoveredStretch, ...]


@app.command()
def coverage(context: typer.Context, article: Article, *, as_json: AsJson = False, database: Database = None) -> None:
    """Show what became of each sentence of an article: a claim, part of one, refused with a reason, or other text."""
    with open_desk(context, database) as desk:
        found = desk.coverage(parse_reference(article, "A"))
    stretches = tuple(
        CoveredStretch(
            number, one.start, one.end, one.form, found.article.text[one.start : one.end], one.claims, one.reason
        )
        for number, one in enumerate(found.stretches, 1)
    )
    if as_json:
        row = found.article.row
        write_json(CoveredArticle(row.number, row.title, found.article.revision, found.refusals_kept, stretches))
    else:
        _write(found, stretches)
    if found.article.revision > 1:
        say(f"This is revision {found.article.revision}; 'take-in' needs --revision {found.article.revision}.")
    if not found.refusals_kept:
        say(f"What was refused was not kept for {article_reference(found.article.row.number)}.")


def _write(found: Coverage, stretches: tuple[CoveredStretch, ...]) -> None:
    write_table(
        ("stretch", "characters", "what", "words"),
        [
            (str(shown.number), f"{shown.start}:{shown.end}", stretch_words(one), " ".join(shown.text.split()))
            for shown, one in zip(stretches, found.stretches, strict=True)
        ],
    )
