"""Rows that a search index is filled from, and what of the desk has changed since it was."""

from typing import NamedTuple

from claims_db.rows.claims import ClaimSheet
from claims_db.rows.values import DateRow


class SearchedClaim(NamedTuple):
    """A claim as it is searched: its sheet, the queues it waits in, its article's date, and when it was taken in."""

    sheet: ClaimSheet
    queues: tuple[str, ...]
    published: DateRow | None
    added_at: int


class SearchedArticle(NamedTuple):
    """An article as it is searched, with its latest text."""

    number: int
    public_id: str
    title: str
    byline: str
    outlet: str
    url: str
    published: DateRow | None
    taken_in_at: int
    text: str


class JournalPoint(NamedTuple):
    """An entry of the journal by its sequence and its hash in hexadecimal; nothing stands before the first."""

    sequence: int = 0
    hash: str = ""


class TouchedFindings(NamedTuple):
    """The claims, by public id, whose findings something was written of since a point of the journal.

    ``everything`` says that too much hangs on what was written, or that the point is not ``known`` to the journal.
    """

    head: JournalPoint
    claims: frozenset[str] = frozenset()
    everything: bool = False
    known: bool = True


class Touched(NamedTuple):
    """What was written since a point of the journal: claims, articles and prior checks by their public ids.

    ``everything`` says that too much hangs on what was written, or that the journal does not know the point.
    """

    head: JournalPoint
    claims: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    everything: bool = False

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.claims) + len(self.articles) + len(self.checks)
