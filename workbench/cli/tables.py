"""Rows in columns, as wide as the terminal is."""

import shutil
import sys
import unicodedata
from collections.abc import Sequence

from workbench.cli.output import write_line
from workbench.domain.text import printable

_GAP = "  "
_NARROWEST = 8
_NOTHING = "-"


def write_table(header: Sequence[str], rows: Sequence[Sequence[str]], *, sparse: bool = False) -> None:
    """Write rows in columns. In a terminal what is too wide is cut, the last column last; in a pipe nothing is.

    In a terminal a sparse table has no column in which every row has ``-`` alone.
    """
    drawn = [list(header), *([printable(cell) for cell in row] for row in rows)]
    columns = terminal_columns()
    if sparse and columns is not None:
        filled = [any(row[column] != _NOTHING for row in drawn[1:]) for column in range(len(header))]
        drawn = [[cell for cell, kept in zip(row, filled, strict=True) if kept] for row in drawn]
    widths = [max(width(row[column]) for row in drawn) for column in range(len(drawn[0]))]
    if columns is not None:
        widths = fitted(widths, columns - len(_GAP) * (len(widths) - 1))
    for row in drawn:
        write_line(_GAP.join(pad(cut(cell, room), room) for cell, room in zip(row, widths, strict=True)).rstrip())


def terminal_columns() -> int | None:
    """Give how wide the terminal is that is written to; None where it is none."""
    in_terminal = sys.stdout is not None and sys.stdout.isatty()
    return shutil.get_terminal_size().columns if in_terminal else None


def fitted(widths: Sequence[int], room: int) -> list[int]:
    """Narrow columns until they fit: the last one keeps half of the room, the widest others give way first."""
    *others, last = widths
    for_last = min(last, max(room // 2, room - sum(others)))
    while sum(others) + for_last > room and max(others, default=0) > _NARROWEST:
        others[others.index(max(others))] -= 1
    return [*others, min(last, max(_NARROWEST, room - sum(others)))]


def width(text: str) -> int:
    """Give how many columns a text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def cut(text: str, columns: int) -> str:
    """Shorten a text to so many columns; an ellipsis shows where it was cut."""
    if width(text) <= columns:
        return text
    kept: list[str] = []
    room = columns - 1
    for mark in text:
        room -= _columns(mark)
        if room < 0:
            break
        kept.append(mark)
    return "".join(kept) + "…"


def pad(text: str, columns: int) -> str:
    """Fill a text up with spaces."""
    return text + " " * (columns - width(text))


def _columns(mark: str) -> int:
    if unicodedata.combining(mark) or mark == "\u200d":
        return 0
    return 2 if unicodedata.east_asian_width(mark) in "WF" else 1
