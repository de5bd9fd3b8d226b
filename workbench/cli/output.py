"""The only writer of standard output: lines, tables and JSON, none with anything that a terminal would obey."""

import json
import re
import sys
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from workbench.cli.ending import ReaderGone, let_go
from workbench.domain.dates import instant_words
from workbench.domain.text import printable
from workbench.errors import WorkbenchError

_INDENTS = ("", "  ", "      ")
_NOT_ASCII = re.compile("[^\x20-\x7e]")
_INSTANT = re.compile(r"(?:\w+_)?at|\w+_until|deadline")


def write_line(line: str) -> None:
    """Write one line of data."""
    _write(f"{printable(line)}\n")


def write_indented(lines: Iterable[tuple[int, str]]) -> None:
    """Write lines, each with how deep below the one before it stands."""
    for depth, words in lines:
        write_line(f"{_INDENTS[depth]}{words}")


def write_lines(text: str) -> None:
    """Write text of several lines."""
    _write(printable(text, newlines=True).rstrip("\n") + "\n")


def write_json(value: object) -> None:
    """Write a value as JSON on one line: rows become objects, instants ISO 8601 in UTC, decimals texts."""
    text = json_text(value)
    utf8 = (sys.stdout.encoding or "").casefold().replace("-", "") == "utf8"
    _write((text if utf8 else _NOT_ASCII.sub(lambda match: _escaped(match.group()), text)) + "\n")


def json_text(value: object) -> str:
    """Give a value as JSON; what a terminal would obey or nobody could see is escaped, and so is not lost."""
    return _NOT_ASCII.sub(lambda match: _safe(match.group()), json.dumps(_plain(value), ensure_ascii=False))


def finish() -> None:
    """Let what was written reach whoever reads it."""
    if sys.stdout is not None:
        _guarded(None)


def _write(text: str) -> None:
    if sys.stdout is None:
        raise WorkbenchError("There is no standard output to write to.", "Run the command with one.")
    encoding = sys.stdout.encoding or "utf-8"
    _guarded(text.encode(encoding, "replace").decode(encoding))


def _guarded(text: str | None) -> None:
    try:
        sys.stdout.flush() if text is None else sys.stdout.write(text)
    except BrokenPipeError:
        raise ReaderGone from None
    except OSError as problem:
        let_go()
        raise WorkbenchError(
            f"The output can't be written: {problem.strerror or problem}.", "Make room there, or write elsewhere."
        ) from None


@lru_cache(maxsize=4096)
def _safe(mark: str) -> str:
    return mark if printable(mark) == mark else _escaped(mark)


def _escaped(mark: str) -> str:
    return json.dumps(mark)[1:-1]


def _plain(value: object, name: str = "") -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, int) and not isinstance(value, bool) and _INSTANT.fullmatch(name):
        return instant_words(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {field: _plain(part, field) for field, part in value._asdict().items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value
