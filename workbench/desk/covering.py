"""The coverage of an article: what became of each of its sentences."""

from typing import NamedTuple

from claims_db import views
from claims_db.rows import ArticleSheet
from workbench.desk.workplace import Workplace
from workbench.domain.coverage import Extent, Stretch, coverage
from workbench.extraction.paragraphs import ParagraphForm, paragraphs
from workbench.extraction.sentences import sentences

BODY = frozenset({ParagraphForm.BODY, ParagraphForm.LIST})
"""What is running text."""


class Coverage(NamedTuple):
    """An article's latest text, cut into stretches.

    Attributes:
        article: the article with its text and claims.
        stretches: what became of each stretch, in the order of the text.
        refusals_kept: false where what was refused was not kept, as of articles taken in by earlier versions.

    """

    article: ArticleSheet
    stretches: tuple[Stretch, ...]
    refusals_kept: bool


def cover(place: Workplace, number: int) -> Coverage:
    """Say what became of every stretch of an article."""
    with place.read() as connection:
        article = views.article_sheet(connection, number, place.reviewer.public_id)
        refused = views.revision_text(connection, number).refused
    found = coverage(article.text, extents(article.text), article.claims, refused or ())
    return Coverage(article, found, refused is not None)


def extents(text: str) -> list[Extent]:
    """Give the sentences of a text; what is no running text is one for each paragraph."""
    found: list[Extent] = []
    for paragraph in paragraphs(text):
        if paragraph.form in BODY:
            found += [Extent(*one) for one in sentences(text, paragraph.start, paragraph.end)]
        else:
            found.append(Extent(paragraph.start, paragraph.end))
    return found
