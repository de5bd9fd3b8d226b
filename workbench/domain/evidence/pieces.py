"""Take an excerpt apart where its quoter left words out or put words of their own in brackets."""

import re
from enum import StrEnum
from typing import NamedTuple

from workbench.domain.evidence.folding import Folded, fold

MOST_PIECES = 60


class Joint(StrEnum):
    """What parts two pieces of an excerpt."""

    ELLIPSIS = "ellipsis"
    INSERTION = "insertion"


class Mark(NamedTuple):
    """An ellipsis or an insertion: where it stands in the excerpt, and whether it sticks to a word on a side."""

    joint: Joint
    start: int
    end: int
    cuts_before: bool
    cuts_behind: bool


class Piece(NamedTuple):
    """Words that the excerpt gives as the source's, without blanks around them.

    Attributes:
        start, end: where they stand in the excerpt.
        folded: they, folded.
        marks: what stands between this piece and the one before.
        ends_inside: whether brackets change the end of its last word.

    """

    start: int
    end: int
    folded: Folded
    marks: tuple[Mark, ...] = ()
    ends_inside: bool = False

    @property
    def begins_inside(self) -> bool:
        """Whether brackets change the beginning of its first word, as in ``[T]he``."""
        return any(mark.cuts_behind for mark in self.marks[-1:])

    @property
    def parted_by_ellipsis(self) -> bool:
        """Whether words were left out before this piece."""
        return any(mark.joint is Joint.ELLIPSIS for mark in self.marks)


class Pieces(NamedTuple):
    """An excerpt, taken apart; ``tail`` are the marks behind the last piece, or behind the first ``MOST_PIECES``."""

    pieces: tuple[Piece, ...]
    tail: tuple[Mark, ...]

    @property
    def too_many(self) -> bool:
        """Whether it is cut into more pieces than anybody quotes."""
        return len(self.pieces) > MOST_PIECES

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All ellipses and insertions in order."""
        return (*(mark for piece in self.pieces for mark in piece.marks), *self.tail)


_DOTS = r"(?:…|\.{3}|\. ?\. ?\.)"
_MARK = re.compile(rf"[\[(] ?{_DOTS} ?[\])]|{_DOTS}|\[(?P<words>[^\[\]]{{1,300}})\]")


def pieces_of(excerpt: str) -> Pieces:
    """Part an excerpt at ``…``, ``...``, ``[...]`` and at words in square brackets."""
    pieces: list[Piece] = []
    marks: list[Mark] = []
    position = 0
    for match in _MARK.finditer(excerpt):
        marks = _with_piece(excerpt, position, match.start(), pieces, marks)
        mark = _mark(match)
        if pieces and not marks and mark.cuts_before:
            pieces[-1] = pieces[-1]._replace(ends_inside=True)
        marks.append(mark)
        position = match.end()
        if len(pieces) > MOST_PIECES:
            break
    else:
        marks = _with_piece(excerpt, position, len(excerpt), pieces, marks)
    return Pieces(tuple(pieces), tuple(marks))


def whole(excerpt: str) -> Pieces:
    """Give the excerpt as one piece, whatever stands in it."""
    start, end = len(excerpt) - len(excerpt.lstrip()), len(excerpt.rstrip())
    return Pieces((Piece(start, end, fold(excerpt[start:end])),) if start < end else (), ())


def _mark(match: re.Match[str]) -> Mark:
    text = match.string
    inserted = match["words"] is not None
    before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return Mark(
        Joint.INSERTION if inserted else Joint.ELLIPSIS,
        match.start(),
        match.end(),
        inserted and before.isalnum(),
        inserted and behind.isalnum(),
    )


def _with_piece(excerpt: str, start: int, end: int, pieces: list[Piece], marks: list[Mark]) -> list[Mark]:
    """Add the words of a stretch as a piece, and give the marks that still wait for one; a mere stop is none."""
    words = excerpt[start:end]
    begin, stop = start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
    if begin >= stop or not any(character.isalnum() for character in excerpt[begin:stop]):
        return marks
    pieces.append(Piece(begin, stop, fold(excerpt[begin:stop]), tuple(marks)))
    return []
