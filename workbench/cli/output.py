"""The only writer of standard output: tables and JSON."""

import json
import shutil
import sys
from collections.abc import Sequence
from enum import StrEnum
from unicodedata import east_asian_width

from workbench.domain.text import printable

_NARROWEST = 12


def write_line(line: str) -> None:
    """Write one line of data."""
    sys.stdout.write(printable(line) + "\n")


def write_lines(text: str) -> None:
    """Write text of several lines."""
    sys.stdout.write(printable(text, newlines=True).rstrip("\n") + "\n")


def write_json(value: object) -> None:
    """Write a value as JSON on one line; tuples with names become objects."""
    sys.stdout.write(json_text(value) + "\n")


def json_text(value: object) -> str:
    """Give a value as JSON that is always valid UTF-8; control characters and halves of surrogates are escaped."""
    text = json.dumps(_plain(value), ensure_ascii=False)
    if all(mark == " " or mark.isprintable() for mark in text):
        return text
    return "".join(mark if mark == " " or mark.isprintable() else json.dumps(mark)[1:-1] for mark in text)


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value


def write_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write rows in columns; the last column takes what is left of the line, or all it needs in a pipe."""
    drawn = [[printable(cell) for cell in row] for row in rows]
    widths = [max((width(row[index]) for row in [list(header), *drawn]), default=0) for index in range(len(header))]
    if sys.stdout.isatty():
        rest = shutil.get_terminal_size().columns - sum(widths[:-1]) - 2 * (len(widths) - 1)
        widths[-1] = min(widths[-1], max(_NARROWEST, rest))
    for row in [list(header), *drawn]:
        cells = [pad(cut(cell, widths[index]), widths[index]) for index, cell in enumerate(row)]
        sys.stdout.write("  ".join(cells).rstrip() + "\n")


def width(text: str) -> int:
    """Give how many columns a text takes."""
    return sum(2 if east_asian_width(mark) in "WF" else 1 for mark in text)


def cut(text: str, columns: int) -> str:
    """Shorten a text to so many columns; an ellipsis shows where it was cut."""
    if width(text) <= columns:
        return text
    kept, used = [], 1
    for mark in text:
        used += 2 if east_asian_width(mark) in "WF" else 1
        if used > columns:
            break
        kept.append(mark)
    return "".join(kept) + "…"


def pad(text: str, columns: int) -> str:
    """Fill a text up with spaces."""
    return text + " " * (columns - width(text))
