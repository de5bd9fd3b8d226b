"""Rows of a whole desk as a dump holds them: under public ids, never under the keys of the database."""

from typing import Any, NamedTuple

Value = str | int | list[Any] | None
"""What a dump holds in a field: words, a number, yes or no, or a list of these."""


class DumpRow(NamedTuple):
    """One row of one table, its fields by name."""

    table: str
    fields: tuple[tuple[str, Value], ...]

    def field(self, name: str) -> Value:
        """Give a field; a row without it has nothing there."""
        return next((value for known, value in self.fields if known == name), None)


class DumpLine(NamedTuple):
    """A row of a dump, the number of the line that it stands in, and the bytes of that line."""

    number: int
    row: DumpRow
    size: int


class DumpHead(NamedTuple):
    """What a dump holds: how many rows, and the last entry of the journal, its hash in hexadecimal digits."""

    rows: int
    sequence: int
    hash: str


class Dumped(NamedTuple):
    """What was written or taken in: the head of the dump, and how many captures refer to files that are not in it."""

    head: DumpHead
    captures: int
