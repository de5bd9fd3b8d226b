"""The coverage of an article: what became of each of its sentences."""

from claims_db import views
from workbench.desk.workplace import Workplace
from workbench.domain.coverage import Coverage, Extent, stretches_of
from workbench.extraction.markup import without_markup
from workbench.extraction.paragraph_forms import ParagraphForm
from workbench.extraction.paragraphs import paragraphs
from workbench.extraction.quotation_marks import unified
from workbench.extraction.sentences import sentences

BODY = frozenset({ParagraphForm.BODY, ParagraphForm.LIST})
"""What is running text."""


def cover(place: Workplace, number: int) -> Coverage:
    """Say what became of every stretch of an article."""
    with place.read() as connection:
        article = views.article_sheet(connection, number, place.reviewer.public_id)
        refused = views.revision_text(connection, number).refused
    text = as_read(article.text)
    found = stretches_of(text, extents(text), article.claims, refused or ())
    return Coverage(article, found, refused is not None)


def as_read(text: str) -> str:
    """Give a text as extraction reads it, place for place: without the markup in it, its quotation marks all alike."""
    return unified(without_markup(text))


def extents(text: str) -> list[Extent]:
    """Give the sentences of a text; what is no running text is one for each paragraph."""
    found: list[Extent] = []
    for paragraph in paragraphs(text):
        if paragraph.form in BODY:
            found += [Extent(*one) for one in sentences(text, paragraph.begins, paragraph.end)]
        else:
            found.append(Extent(paragraph.start, paragraph.end))
    return found
