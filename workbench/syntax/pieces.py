"""Cut long stretches of a text where a reader would pause: memory and time of a parse grow with what is parsed at once."""

import re
from itertools import pairwise
from typing import NamedTuple

LONGEST_PIECE = 5_000
"""How many characters are parsed at once at most."""

_BREAK = re.compile(r"\s")
_STOP = re.compile(r"[.!?…][\"'”’)\]»]{0,3}\s")


class Piece(NamedTuple):
    """A part of a stretch, by its offsets in the text."""

    start: int
    end: int


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """Cut what lies between two offsets, behind a sentence if one ends in the later half, else behind a word."""
    cuts = [start]
    while end - cuts[-1] > LONGEST_PIECE:
        limit = cuts[-1] + LONGEST_PIECE
        half = cuts[-1] + LONGEST_PIECE // 2
        cuts.append(_last(_STOP, text, half, limit) or _last(_BREAK, text, half, limit) or limit)
    return [Piece(*bounds) for bounds in pairwise([*cuts, end])]


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    return max((match.end() for match in pattern.finditer(text, start, end)), default=None)
