"""Where cells end in the text of a data file: a comma between two cells is no part of a number."""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import islice

_LOOKED_AT, _ROWS = 20_000, 50
_BY_NAME = (
    (",", ("text/csv", "application/csv", ".csv")),
    ("\t", ("text/tab-separated-values", ".tsv", ".tab")),
)
_SEPARATORS = (",", ";", "\t")
_IN_NUMBER = re.compile(r"(?<=\d),(?=\d)")


def separator_in(text: str, names: Iterable[str] = ()) -> str:
    """Give what parts the cells of a table written as text; empty where it is none.

    Args:
        text: the text of a plain file.
        names: its media type and its address or name, where they are known.

    """
    head = text[:_LOOKED_AT]
    rows = [line for line in islice(head.splitlines(), _ROWS) if line.strip()]
    if len(text) > len(head) and len(rows) > 1:
        rows.pop()
    ends = tuple(name.casefold().partition("?")[0].partition("#")[0] for name in names if name)
    named = next((mark for mark, known in _BY_NAME if any(name.endswith(known) for name in ends)), "")
    if named:
        return max(_SEPARATORS, key=lambda mark: (_columns(rows, mark) > 1, mark == named))
    return next((mark for mark in _SEPARATORS if _looks_parted(rows, mark)), "")


def cell_ends(text: str, separator: str) -> Iterator[int]:
    """Give the places of the separators and line ends between cells; one inside quotation marks is a cell's own."""
    mark = re.escape(separator)
    for match in re.finditer(rf'(?:^|(?<=[{mark}\n]))"(?:[^"]|"")*+"(?=[{mark}\r\n]|\Z)|[{mark}\n]', text):
        if len(match.group()) == 1:
            yield match.start()


def _columns(rows: list[str], mark: str) -> int:
    """Give how many cells every row has, 0 where they have unequal numbers of them."""
    try:
        counts = {len(row) for row in csv.reader(rows, delimiter=mark)}
    except csv.Error:
        return 0
    return counts.pop() if len(counts) == 1 else 0


def _looks_parted(rows: list[str], mark: str) -> bool:
    """Say whether rows are cells of a table. In prose a blank follows a comma, or it stands in a number."""
    if len(rows) < 2 or _columns(rows, mark) < 2:
        return False
    cells = list(csv.reader(rows, delimiter=mark))
    if any(cell[:1] == " " for row in cells for cell in row) or not any(row[-1] for row in cells):
        return False
    return mark != "," or all("," in _IN_NUMBER.sub("", row) for row in rows)
