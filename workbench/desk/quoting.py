"""Quoted words set against the text of the capture they are said to come from."""

from typing import TYPE_CHECKING, NamedTuple

from claims_db.rows import QuoteCheckRow
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.check_words import remarks_of
from workbench.domain.evidence.excerpts import Excerpt, excerpt_in
from workbench.domain.evidence.locators import Page, Places, paragraph_starts
from workbench.sources.capture.media_types import XLSX

if TYPE_CHECKING:
    from workbench.sources.capture.found_text import FoundText

_BESIDE = "The words stand on the page, outside of its article."


class Quoted(NamedTuple):
    """How an excerpt stands to a captured text, None where there is nothing to compare, and where its words are."""

    check: QuoteCheckRow | None = None
    locator: str = ""


def quoted_in(excerpt: str, document: "FoundText | None", kind: str, locator: str = "") -> Quoted:
    """Find an excerpt in a document and compare the two letter by letter.

    Args:
        excerpt: the quoted words.
        document: what was read out of the capture, None where it has no text.
        kind: the media type of the capture.
        locator: where the reviewer says the words are; stays as it is, and what was found stands beside it.

    """
    if not excerpt or document is None or not document.text.strip():
        return Quoted(None, locator)
    found = excerpt_in(excerpt, CapturedText(document.text), places=_places(document, kind))
    if not found.check.stands and document.whole:
        beside = excerpt_in(excerpt, CapturedText(document.whole))
        if beside.check.stands:
            remarks = (_BESIDE, *remarks_of(beside.check))
            return Quoted(QuoteCheckRow(beside.check.verdict, None, None, beside.quote, remarks), locator)
    here = str(found.locator)
    remarks = remarks_of(found.check)
    if locator and here and here != locator:
        remarks = (*remarks, f"The words stand at {here}.")
    return Quoted(_row(found, remarks), locator or here)


def _row(found: Excerpt, remarks: tuple[str, ...]) -> QuoteCheckRow:
    start, end = found.position or (None, None)
    return QuoteCheckRow(found.check.verdict, start, end, found.quote, remarks)


def _places(document: "FoundText", kind: str) -> Places:
    """Give the places by which a reader looks words up in a document of this kind."""
    if document.pages:
        return Places(pages=(Page(start, str(number)) for number, (start, _) in enumerate(document.pages, 1)))
    if document.cues:
        return Places(cues=document.cues)
    # The rows of a sheet are no paragraphs, and a text of one paragraph needs no number.
    paragraphs = () if kind == XLSX else paragraph_starts(document.text)
    return Places(paragraphs=paragraphs if len(paragraphs) > 1 else ())
