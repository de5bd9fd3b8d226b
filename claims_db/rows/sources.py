"""Rows of what evidence rests on."""

from typing import NamedTuple

from claims_db.rows.values import DateRow
from claims_db.vocabulary import SourceKind


class SourceRow(NamedTuple):
    """What evidence rests on. Empty strings and None mean: not known, and so not shown."""

    public_id: str
    url: str
    title: str
    author: str
    publisher: str
    published: DateRow | None
    archived_url: str
    archived_at: int | None
    retrieved_at: int | None
    sha256: str
    confidential: bool
    kind: SourceKind | None = None
    interest: str = ""
    reliability: str = ""
    origin: str = ""
    retraction: str = ""
    erased_at: int | None = None


class SourceCount(NamedTuple):
    """How many sources a claim has, and how many of them are independent of each other.

    ``groups`` holds the numbers of the evidence that rests on each independent source, and ``ties`` why several are
    one, in the same order. ``unread`` is the number of captured sources whose text is not on this machine, and so
    was not compared.
    """

    named: int
    independent: int
    groups: tuple[tuple[int, ...], ...]
    ties: tuple[tuple[str, ...], ...]
    unread: int = 0
