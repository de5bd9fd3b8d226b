"""Quoted words set against the text of the capture they are said to come from."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claims_db.rows import QuoteCheckRow
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.cells import separator_in
from workbench.domain.evidence.check_words import HIDDEN, remarks_of
from workbench.domain.evidence.excerpts import Excerpt, TextPosition, excerpt_in
from workbench.domain.evidence.locators import Page, Places, paragraph_starts
from workbench.domain.spans import quote_at
from workbench.sources.capture.media_types import XLSX

if TYPE_CHECKING:
    from workbench.sources.capture.found_text import FoundText

_STRETCH, _OVERLAP = 500_000, 20_000
"""Characters of a text that are looked at at once, and of the next ones that are seen twice."""

_BESIDE = "The words stand on the page, outside of its article."


class Quoted(NamedTuple):
    """How an excerpt stands to a captured text, None where there is nothing to compare, and where its words are."""

    check: QuoteCheckRow | None = None
    locator: str = ""


def quoted_in(
    excerpt: str, document: "FoundText | None", kind: str, locator: str = "", names: Sequence[str] = ()
) -> Quoted:
    """Find an excerpt in a document and compare the two letter by letter.

    Args:
        excerpt: the quoted words.
        document: what was read out of the capture, None where it has no text.
        kind: the media type of the capture.
        locator: where the reviewer says the words are; stays as it is, and what was found stands beside it.
        names: what else tells a table written as text: the media type that a server gives, an address or a file name.

    """
    if not excerpt or document is None or not document.text.strip():
        return Quoted(None, locator)
    separator = separator_in(document.text, names) if kind == "text/plain" else ""
    found = _sought(excerpt, document.text, _places(document, kind), separator)
    if not found.check.stands and document.whole:
        beside = _sought(excerpt, document.whole, Places())
        if beside.check.stands:
            where = HIDDEN if _is_hidden(excerpt, document) else _BESIDE
            remarks = (where, *remarks_of(beside.check))
            return Quoted(QuoteCheckRow(beside.check.verdict, None, None, beside.quote, remarks), locator)
    here = str(found.locator)
    remarks = remarks_of(found.check)
    if found.check.stands and not document.whole and _is_hidden(excerpt, document):
        remarks = (HIDDEN, *remarks)
    if locator and here and here != locator:
        remarks = (*remarks, f"The words stand at {here}.")
    return Quoted(_row(found, remarks), locator or here)


def _is_hidden(excerpt: str, document: "FoundText") -> bool:
    """Say whether words stand in what readers are not shown; of a page's article that was left out before."""
    return bool(document.hidden) and _sought(excerpt, document.hidden, Places()).check.stands


def _sought(excerpt: str, text: str, places: Places, separator: str = "") -> Excerpt:
    """Find an excerpt in a text; in a long one stretch by stretch, so that it takes little memory."""
    found = (
        _moved(excerpt_in(excerpt, CapturedText(text[start:end], separator), places=Places()), text, start, places)
        for start, end in _stretches(text, max(_OVERLAP, 2 * len(excerpt)))
    )
    best = next(found)
    while not best.check.stands:
        another = next(found, None)
        if another is None:
            break
        best = min(best, another, key=_rank)
    return best


def _stretches(text: str, overlap: int) -> Iterator[tuple[int, int]]:
    """Give spans that cover a text, each beginning so far before the end of the one before that nothing is cut in two."""
    start, end = 0, _seam(text, max(_STRETCH, 4 * overlap))
    while end < len(text):
        yield start, end
        start = _seam(text, end - overlap)
        end = _seam(text, start + max(_STRETCH, 4 * overlap))
    yield start, end


def _seam(text: str, at: int) -> int:
    """Give a place a little before another at which a text can be cut: between paragraphs, lines or words if it can be.

    A number that is cut in two would be another one.
    """
    if at >= len(text):
        return len(text)
    for mark in ("\n\n", "\n", " "):
        found = text.rfind(mark, max(0, at - _OVERLAP // 2), at)
        if found >= 0:
            return found + len(mark)
    return at


def _rank(found: Excerpt) -> tuple[bool, bool, int]:
    """Order what was found in stretches: the words themselves, else those that are most like them."""
    return not found.check.stands, found.position is None, len(found.check.changes)


def _moved(found: Excerpt, text: str, by: int, places: Places) -> Excerpt:
    """Give what was found in a stretch with its place in the whole text."""
    if found.position is None:
        return found
    span = found.position.start + by, found.position.end + by
    return replace(found, position=TextPosition(*span), quote=quote_at(text, *span), locator=places.locate(*span))


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
