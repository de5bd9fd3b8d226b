"""Foreign words in cells of the screen: what all terminals draw equally wide, measured and cut between clusters.

Terminals do not agree on how wide joined emoji, variation selectors, skin tones and flags are; a row would end
early or late and break the frame beside it. They are drawn in a form whose width is the same everywhere.
"""

import re
import unicodedata
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

from workbench.domain.text import printable

_ZERO_WIDTH = "\u200c"
_JOINER = 0x200D
_SELECTORS = range(0xFE00, 0xFE10)
_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)

_DISPUTED = re.compile("[\u200d\ufe00-\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]")
_LETTERS = {code: chr(ord("A") + index) for index, code in enumerate(_FLAG_LETTERS)}
_DROPPED = [_JOINER, *_SELECTORS, *_TONES]
_LEFT_OUT = _LETTERS | dict.fromkeys(_DROPPED, "")
_FILLED = _LETTERS | dict.fromkeys(_DROPPED, _ZERO_WIDTH)

_SIMPLE = re.compile("[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u20a0-\u20bf]*")
"""Letters and marks that take a cell each."""

_ELLIPSIS = "…"
_LATIN = "\u02ff"
_MOST_JOINED = 3
"""A family has four; what is joined without end could fit into no row."""


def steady(text: str, *, newlines: bool = False) -> str:
    """Make a text safe to draw, and as wide on every terminal: joined emoji apart, flags as letters, no skin tones."""
    shown = printable(text, newlines=newlines)
    return shown.translate(_LEFT_OUT) if _DISPUTED.search(shown) else shown


def steady_by_place(text: str) -> str:
    """Do the same with a character for each of the text's own, so that a cursor in it stands right."""
    shown = printable(text)
    if len(shown) != len(text):
        shown = "".join(_one(character) for character in text)
    return shown.translate(_FILLED) if _DISPUTED.search(shown) else shown


def _one(character: str) -> str:
    # A joiner alone would be drawn as a fault; a heap of marks is cut, here they only lose their places.
    return character if ord(character) in _FILLED else printable(character)[:1] or "\ufffd"


def is_simple(text: str, start: int, end: int) -> bool:
    """Say whether each character of a stretch takes a cell of its own."""
    return _SIMPLE.fullmatch(text, start, end) is not None


def width_of(text: str) -> int:
    """Count the cells that a text takes when it is drawn."""
    return len(text) if _SIMPLE.fullmatch(text) else cell_len(steady(text))


def fitted(text: str, width: int) -> str:
    """Give a text as it is drawn in so many cells: cut before a cluster that has no room, with a sign that it is cut."""
    # No more of a long text is looked at than can be seen, but for marks that take no cell.
    shown = steady(text[: max(0, width) * 16 + 64])
    if len(text) <= max(0, width) * 16 + 64 and cell_len(shown) <= width:
        return shown
    return shown[: cut_at(shown, 0, len(shown), max(0, width - 1))].rstrip() + _ELLIPSIS if width > 0 else ""


def padded(text: str, width: int) -> str:
    """Give a text in exactly so many cells."""
    shown = fitted(text, width)
    return shown + " " * (width - cell_len(shown))


def cut_at(text: str, start: int, end: int, columns: int) -> int:
    """Find where the clusters end, from ``start`` on, that are drawn in at most so many columns."""
    used = 0
    while start < end:
        after = cluster_end(text, start, end)
        used += _width_of_cluster(text[start:after])
        if used > columns:
            return start
        start = after
    return end


@lru_cache(4096)
def _width_of_cluster(cluster: str) -> int:
    return cell_len(steady(cluster))


def cluster_end(text: str, start: int, end: int) -> int:
    """Find the end of the cluster that begins at a place: a letter with its marks, emoji that are joined, a flag."""
    position, joined = start + 1, 0
    if ord(text[start]) in _FLAG_LETTERS and position < end and ord(text[position]) in _FLAG_LETTERS:
        position += 1
    while position < end:
        if _is_joined(text, position, end):
            if joined == _MOST_JOINED:
                break
            position, joined = position + 2, joined + 1
        elif _belongs(text[position]):
            position += 1
        else:
            break
    return position


def _is_joined(text: str, position: int, end: int) -> bool:
    """Say whether a joiner stands at a place, between two letters or signs that can be joined."""
    if ord(text[position]) != _JOINER or position + 1 >= end:
        return False
    return text[position - 1] > _LATIN and text[position + 1] > _LATIN


def _belongs(character: str) -> bool:
    if character < "\u0300":
        return False
    return (
        unicodedata.category(character) in {"Mn", "Me", "Mc"}
        or ord(character) in _TONES
        or ord(character) in {_JOINER, ord(_ZERO_WIDTH)}
        or get_character_cell_size(character) == 0
    )
