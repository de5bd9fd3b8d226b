"""Find quotations in a paragraph, and tell speech from words that are merely held at a distance."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from workbench.extraction.tokens import Token, tokens
from workbench.extraction.verbs import finite_verb


class QuoteForm(StrEnum):
    """What quotation marks are for.

    ``DIRECT``: a whole statement in somebody's words. ``MIXED``: part of one, inside a sentence of the
    article. ``SCARE``: a word or two that the article does not want to call its own.
    """

    DIRECT = "direct"
    MIXED = "mixed"
    SCARE = "scare"


class Quotation(NamedTuple):
    """A quotation.

    Attributes:
        start, end: with its marks.
        inner_start, inner_end: the words without them.
        form: what it is.
        open_ended: it goes on in the next paragraph, so its mark is not closed here.

    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    form: QuoteForm
    open_ended: bool = False


_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"'}
_SCARE_WORDS = 3
_DIRECT_WORDS = 3
_STOPS = ",.!?…—"


def quotations(text: str, start: int, end: int) -> tuple[Quotation, ...]:
    """Give the quotations between two offsets, in order; marks inside a quotation do not start another one."""
    found = []
    opened, closing = -1, ""
    for at in range(start, end):
        mark = text[at]
        if mark == '"' and opened >= 0 and closing == '"' and _must_open(text, at, end):
            opened = at
        elif opened < 0:
            if mark in _PAIRS and (mark != '"' or _may_open(text, at, end)):
                opened, closing = at, _PAIRS[mark]
        elif mark == closing or (mark in '"”' and closing in '"”'):
            found.append(_quotation(text, opened, at + 1, at))
            opened = -1
    if opened >= 0 and end - opened > _DIRECT_WORDS:
        found.append(_quotation(text, opened, end, end)._replace(open_ended=True))
    return tuple(found)


def inside(quotes: tuple[Quotation, ...], at: int) -> Quotation | None:
    """Give the quotation that an offset lies in."""
    index = bisect_right(quotes, at, key=_start) - 1
    return quotes[index] if index >= 0 and at < quotes[index].end else None


def overlapping(quotes: tuple[Quotation, ...], start: int, end: int) -> tuple[Quotation, ...]:
    """Give the quotations that a stretch has a part in, without looking at all the others."""
    first = max(0, bisect_right(quotes, start, key=_start) - 1)
    last = bisect_left(quotes, end, key=_start)
    return tuple(quote for quote in quotes[first:last] if quote.end > start)


def covered(words: Sequence[Token], quotes: Sequence[Quotation]) -> bool:
    """Say whether all words stand inside quotations."""
    return all(not word.is_word or any(one.start <= word.start < one.end for one in quotes) for word in words)


def _start(quote: Quotation) -> int:
    return quote.start


def _must_open(text: str, at: int, end: int) -> bool:
    """Say whether a straight mark can only open: the one before it was never closed, so it starts anew here."""
    return at > 0 and text[at - 1].isspace() and at + 1 < end and text[at + 1].isalnum()


def _may_open(text: str, at: int, end: int) -> bool:
    return at + 1 < end and not text[at + 1].isspace()


def _quotation(text: str, start: int, end: int, inner_end: int) -> Quotation:
    return Quotation(start, end, start + 1, inner_end, _form(text, start + 1, inner_end))


def _form(text: str, start: int, end: int) -> QuoteForm:
    words = tokens(text, start, end)
    count = sum(word.is_word for word in words)
    if not words:
        return QuoteForm.SCARE
    whole = words[0].text[0].isupper() or text[end - 1] in _STOPS
    if count >= _DIRECT_WORDS and whole and finite_verb(words, 0, len(words)) >= 0:
        return QuoteForm.DIRECT
    if count <= _SCARE_WORDS and finite_verb(words, 0, len(words)) < 0:
        return QuoteForm.SCARE
    return QuoteForm.MIXED
