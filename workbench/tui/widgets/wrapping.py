"""Cut a text into rows of so many columns, each with the stretch of the text that it shows."""

from typing import NamedTuple

from workbench.tui.cells import cluster_end, cut_at, is_simple

_NARROWEST = 8


class Row(NamedTuple):
    """A row of the screen shows the text from ``start`` to ``end``."""

    start: int
    end: int


def rows_of(text: str, start: int, end: int, columns: int) -> list[Row]:
    """Cut at spaces where there are any, else between two clusters of a word; an empty line is an empty row."""
    found: list[Row] = []
    position = start
    while position <= end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        found.extend(_line(text, position, stop, max(_NARROWEST, columns)))
        position = stop + 1
    return found


def _line(text: str, start: int, end: int, columns: int) -> list[Row]:
    rows: list[Row] = []
    while (cut := _cut(text, start, end, columns)) < end:
        rows.append(Row(start, cut))
        start = cut
        # A space that carries a mark is a letter like others.
        while start < end and text[start] == " " and cluster_end(text, start, end) == start + 1:
            start += 1
    rows.append(Row(start, end))
    return rows


def _cut(text: str, start: int, end: int, columns: int) -> int:
    """Find where the row that begins at a place ends: no row is wider than the columns, none is without a cluster."""
    stop = min(end, start + columns)
    # A cell for each character is the usual case; only where it is not, clusters are looked at one by one.
    if start < end and not is_simple(text, start, min(end, stop + 1)):
        stop = max(cut_at(text, start, end, columns), cluster_end(text, start, end))
    if stop < end and text[stop] != " ":
        space = text.rfind(" ", start + 1, stop)
        if space > start:
            return space
    return stop
