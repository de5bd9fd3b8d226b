"""Read the text of a PDF page by page; nothing in it is run, and what it carries inside stays there."""

from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple

import pypdf
from pypdf.errors import LimitReachedError, PyPdfError

from workbench.sources.capture.found_text import FoundText, Told, Unreadable
from workbench.sources.capture.pdf_unseen import UnseenWords

MOST_PAGES = 3_000
LONGEST_TEXT = 20_000_000
SETTINGS: Mapping[str, bool | int | str] = {
    "most_pages": MOST_PAGES,
    "longest_text": LONGEST_TEXT,
    "between_pages": "\n\n",
}

_BETWEEN = "\n\n"
_BROKEN = (PyPdfError, LimitReachedError, ValueError, TypeError, KeyError, IndexError, AttributeError, OSError)


def read_pdf(content: bytes) -> FoundText:
    """Read a document; a page that can't be read has no text, and the note says how many there are.

    Raises:
        Unreadable: it is broken or encrypted, or has too many pages or too much text.

    """
    try:
        document = pypdf.PdfReader(BytesIO(content))
        if document.is_encrypted and not document.decrypt(""):
            raise Unreadable("it is encrypted")
        count = len(document.pages)
    except (*_BROKEN, NotImplementedError, pypdf.errors.DependencyError):
        raise Unreadable("it is broken or encrypted") from None
    if count > MOST_PAGES:
        raise Unreadable("it has too many pages")
    words, pages, unread, unseen = _pages(document, count)
    text = _BETWEEN.join(words)
    note = f"{unread} of {count} pages can't be read" if unread else ""
    if not text.strip():
        text, pages, note = "", (), note or "it has no text, as a scan has none"
    return FoundText(
        text, "pypdf", pypdf.__version__, SETTINGS, pages=pages, told=_told(document), note=note, hidden=unseen
    )


class _Pages(NamedTuple):
    words: list[str]
    places: tuple[tuple[int, int], ...]
    unread: int
    unseen: str


def _pages(document: pypdf.PdfReader, count: int) -> _Pages:
    words: list[str] = []
    unseen: list[str] = []
    pages: list[tuple[int, int]] = []
    start = unread = 0
    for number in range(count):
        try:
            heard = UnseenWords()
            found = document.pages[number].extract_text(visitor_operand_before=heard.operand, visitor_text=heard.words)
            page = found.encode("utf-8", "replace").decode()
            unseen.append(str(heard).encode("utf-8", "replace").decode())
        except _BROKEN:
            page = ""
            unread += 1
        words.append(page)
        pages.append((start, start + len(page)))
        start += len(page) + len(_BETWEEN)
        if start > LONGEST_TEXT:
            raise Unreadable("it has too much text")
    return _Pages(words, tuple(pages), unread, "\n\n".join(filter(None, unseen)))


def _told(document: pypdf.PdfReader) -> tuple[tuple[str, Told], ...]:
    try:
        about = document.metadata
        found = (
            {} if about is None else {"title": about.title, "author": about.author, "published": about.creation_date}
        )
    except _BROKEN:
        return ()
    told = []
    for field, value in found.items():
        words = f"{value:%Y-%m-%d}" if hasattr(value, "strftime") else str(value or "")
        if words.strip():
            told.append((field, Told(words.encode("utf-8", "replace").decode().strip()[:500], "PDF properties")))
    return tuple(told)
