"""Quotes: exact words and what stands around them."""

from claims_db.rows import QuoteRow

CONTEXT = 32
"""How many characters a quote keeps before and after (W3C Web Annotation, TextQuoteSelector)."""


def quote_at(text: str, start: int, end: int) -> QuoteRow:
    """Give the words of a span with up to 32 characters before and after."""
    return QuoteRow(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])
