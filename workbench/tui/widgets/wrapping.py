"""Cut a text into rows of so many columns, each with the stretch of the text that it shows."""

from typing import NamedTuple

from rich.cells import cell_len


class Row(NamedTuple):
    """A row of the screen shows the text from ``start`` to ``end``."""

    start: int
    end: int


def rows_of(text: str, start: int, end: int, columns: int) -> list[Row]:
    """Cut at spaces where there are any, else inside a word; an empty line is an empty row."""
    found: list[Row] = []
    position = start
    while position <= end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        found.extend(_line(text, position, stop, max(4, columns)))
        position = stop + 1
    return found


def _line(text: str, start: int, end: int, columns: int) -> list[Row]:
    rows: list[Row] = []
    while end - start > columns or cell_len(text[start:end]) > columns:
        cut = _cut(text, start, end, columns)
        rows.append(Row(start, cut))
        start = cut
        while start < end and text[start] == " ":
            start += 1
    rows.append(Row(start, end))
    return rows


def _cut(text: str, start: int, end: int, columns: int) -> int:
    stop = min(end, start + columns)
    while stop > start + 1 and cell_len(text[start:stop]) > columns:
        stop -= max(1, (cell_len(text[start:stop]) - columns) // 2)
    if stop < end and text[stop] != " ":
        space = text.rfind(" ", start + 1, stop)
        if space > start:
            return space
    return max(stop, start + 1)
