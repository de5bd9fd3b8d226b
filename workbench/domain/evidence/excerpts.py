"""An excerpt that was found in a captured text, with the selectors that find it again (W3C Web Annotation)."""

from dataclasses import dataclass
from typing import NamedTuple

from claims_db.rows import QuoteRow
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.context import Around
from workbench.domain.evidence.locators import Locator, Places, paragraph_starts
from workbench.domain.evidence.quote_check import QuoteCheck, check_quote
from workbench.domain.spans import quote_at


class TextPosition(NamedTuple):
    """A TextPositionSelector: a half-open span of code points."""

    start: int
    end: int


@dataclass(frozen=True)
class Excerpt:
    """Quoted words with their place in a captured text.

    Attributes:
        words: they, as the desk quotes them.
        check: how they stand to the source.
        position: from their first to their last character there; None where they are not found.
        quote: the source's own words there, with up to 32 characters before and behind (a TextQuoteSelector).
        locator: page, paragraph and time.

    """

    words: str
    check: QuoteCheck
    position: TextPosition | None
    quote: QuoteRow | None
    locator: Locator


def excerpt_in(words: str, source: CapturedText, around: Around | None = None, places: Places | None = None) -> Excerpt:
    """Find quoted words in a captured text.

    Args:
        words: the quoted words.
        source: the captured text.
        around: what tells places with equal words apart.
        places: the pages, paragraphs and cues of the text; without them paragraphs are its lines.

    """
    check = check_quote(words, source, around)
    span = check.span
    if span is None:
        return Excerpt(words, check, None, None, Locator())
    known = places or Places(paragraphs=paragraph_starts(source.text))
    return Excerpt(words, check, TextPosition(*span), quote_at(source.text, *span), known.locate(*span))
