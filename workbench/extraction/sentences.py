"""Cut a paragraph into sentences."""

from itertools import pairwise
from typing import NamedTuple

from workbench.domain.standing_lines import behind_slug
from workbench.extraction.list_marks import after_mark, item_starts
from workbench.extraction.sentence_ends import sentence_ends


class Sentence(NamedTuple):
    """A stretch of the text without the blanks around it."""

    start: int
    end: int


def sentences(text: str, start: int, end: int) -> list[Sentence]:
    """Give the sentences between two offsets; a wire slug such as ``MOSCOW —`` and the marks of lists are left out."""
    found = []
    for piece in sentences_with_marks(text, behind_slug(text, start, end), end):
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
