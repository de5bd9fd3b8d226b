"""Cut a paragraph into sentences."""

import re
from itertools import pairwise
from typing import NamedTuple

from workbench.extraction.list_marks import after_mark, item_starts
from workbench.extraction.sentence_ends import sentence_ends


class Sentence(NamedTuple):
    """A stretch of the text without the blanks around it."""

    start: int
    end: int


_PLACE = r"[A-Z][A-Z.,'’ -]{2,40}"
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
_AGENCY = r"(?:\([A-Z][A-Za-z/ .]{1,24}\)|/[A-Z][A-Za-z -]{3,24}/)"
_SLUG = re.compile(
    rf"(?:{_PLACE}(?:, [A-Z][a-z]+\.?)?(?:,? {_DAY},?(?: \d{{4}})?,?)?(?:(?: |--){_AGENCY})?|"
    rf"[A-Z][\w.’'-]{{1,20}}(?: [A-Z][\w.’'-]{{1,20}}){{0,2}}(?: \[[A-Z][\w .]{{1,20}}\])?(?:, [A-Z][a-z]+\.?)?(?:, {_DAY},?)? {_AGENCY})"
    rf"(?:\s+[—–-]{{1,2}}\s+|--|:\s+)"
)


def sentences(text: str, start: int, end: int) -> list[Sentence]:
    """Give the sentences between two offsets; a wire slug such as ``MOSCOW —`` and the marks of lists are left out."""
    slug = _SLUG.match(text, start, end)
    begin = slug.end() if slug else start
    found = []
    for piece in sentences_with_marks(text, begin, end):
        words = after_mark(text, piece.start, piece.end)
        found.append(Sentence(words, piece.end))
    return found


def sentences_with_marks(text: str, start: int, end: int) -> list[Sentence]:
    """Give the sentences between two offsets, each with the bullet or number before it; nothing is left out."""
    items = [start, *item_starts(text, start, end), end]
    found = (
        _trimmed(text, begin, after)
        for first, last in pairwise(items)
        for begin, after in pairwise([first, *sentence_ends(text, first, last), last])
    )
    return [sentence for sentence in found if sentence.end > sentence.start]


def _trimmed(text: str, start: int, end: int) -> Sentence:
    piece = text[start:end]
    return Sentence(start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip())))
