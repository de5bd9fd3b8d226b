"""Texts and times as people type them behind a command."""

import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from claims_db.errors import DatabaseUnavailable
from claims_db.vocabulary import DraftField
from workbench.domain.text import printable
from workbench.errors import BadInput

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

STANDARD_INPUT = "-"
_SPAN = re.compile(r"(\d{1,9}):(\d{1,9})", re.ASCII)


def typed(text: str, *others: str) -> str:
    """Give a text; ``-`` reads it from standard input, which only one of the texts of a command can do.

    Raises:
        BadInput: standard input is asked for twice, is not there, or is no UTF-8.

    """
    if text != STANDARD_INPUT:
        return text
    if STANDARD_INPUT in others:
        raise BadInput("Standard input is asked for twice.", "Only one text can be -.")
    if sys.stdin is None:
        raise BadInput("There is no standard input to read from.", "Write the text behind the command.")
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise BadInput("Standard input is no UTF-8 text.", "Convert it first.") from None


@contextmanager
def kept(desk: "Desk", number: int, field: DraftField, **words: str) -> Iterator[None]:
    """Keep what was typed as a draft where the database fails under the step that should store it."""
    try:
        yield
    except DatabaseUnavailable:
        desk.save_draft(number, field, json.dumps(words, sort_keys=True))
        raise


def no_options(context: typer.Context, words: list[str] | None) -> list[str] | None:
    """See that words, which may begin with ``-``, are no options with a wrong name."""
    for one in words or ():
        if one.startswith("--"):
            context.fail(f"No such option: {one}")
    return words


def span(text: str) -> tuple[int, int]:
    """Read the characters of a text, such as ``120:180``.

    Raises:
        BadInput: they are none.

    """
    match = _SPAN.fullmatch(text.strip())
    if match is None:
        raise BadInput(f"{printable(text[:40])!r} is no span.", "Write where it starts and ends, as 120:180.")
    return int(match[1]), int(match[2])


def word(text: str) -> str:
    """Give a word of the program's vocabulary as it is stored, such as ``mostly_true`` for ``Mostly true``."""
    return "_".join(text.casefold().replace("-", " ").split())
