"""Text cut and wrapped by the cells it takes on a terminal, not by its characters."""

import re
from typing import NamedTuple

from rich.cells import cell_len, chop_cells, set_cell_size

from workbench.domain.text import printable

_PIECE = re.compile(r"\S+[^\S\n]*|[^\S\n]+")


def cells(text: str) -> int:
    """Say how many cells a drawable text takes."""
    return len(text) if text.isascii() else cell_len(text)


def fit(text: str, width: int) -> str:
    """Make a drawable text exactly this wide; what is cut off leaves an ellipsis."""
    if width <= 0:
        return ""
    have = cells(text)
    if have <= width:
        return text + " " * (width - have)
    return set_cell_size(text, width - 1) + "…"


class Line(NamedTuple):
    """One line of a wrapped text: a half-open range of its characters."""

    start: int
    end: int


def wrap(text: str, width: int) -> list[Line]:
    """Break a text into lines of at most this many cells, at spaces where there are any.

    The ranges are those of the text as it stands, though its drawable form may be longer or shorter.
    """
    lines: list[Line] = []
    start = 0
    for paragraph in text.split("\n"):
        _wrap_paragraph(text, start, start + len(paragraph), max(1, width), lines)
        start += len(paragraph) + 1
    return lines


def _wrap_paragraph(text: str, start: int, end: int, width: int, lines: list[Line]) -> None:
    line_start, used = start, 0
    for match in _PIECE.finditer(text, start, end):
        word = printable(match.group())
        wide = cells(word.rstrip())
        if used and used + wide > width:
            lines.append(Line(line_start, match.start()))
            line_start, used = match.start(), 0
        if wide > width:
            line_start, used = _chop(text, match.start(), match.end(), width, lines)
        else:
            used += cells(word)
    lines.append(Line(line_start, end))


def _chop(text: str, start: int, end: int, width: int, lines: list[Line]) -> tuple[int, int]:
    """Break one long word; give where the last piece starts and how wide it is."""
    used = 0
    for offset in range(start, end):
        wide = cells(printable(text[offset]))
        if used + wide > width and offset > start:
            lines.append(Line(start, offset))
            start, used = offset, 0
        used += wide
    return start, used


def folded(text: str, width: int) -> list[str]:
    """Wrap a drawable text into lines of text."""
    found: list[str] = []
    for line in wrap(text, width):
        part = text[line.start : line.end].rstrip()
        found.extend(chop_cells(part, width) if cells(part) > width else [part])
    return found
