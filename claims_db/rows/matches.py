"""Rows of prior checks, of what is said of matches, and of what a pool of candidates is filled from."""

from typing import NamedTuple

from claims_db.match_vocabulary import MatchDecision, Relation
from claims_db.rows.search import JournalPoint
from claims_db.rows.values import DateRow
from claims_db.vocabulary import ClaimState


class MatchWith(NamedTuple):
    """What a claim is matched with, by its number: another claim, or a prior check."""

    claim: int | None = None
    prior: int | None = None


class PriorEntry(NamedTuple):
    """An earlier published fact-check as a feed, page or table tells of it.

    Attributes:
        claim: the claim that was checked.
        url: where the check was published.
        claimer: who asserted the claim.
        said_on: when.
        rating: as the outlet wrote it, on its own scale from ``worst`` to ``best``.
        rating_name: the same in words.
        outlet: who published the check.
        title: under what title.
        reviewed: when.
        language: of the check, a BCP 47 tag.
        record: its id in the feed, empty where it has none.

    """

    claim: str
    url: str
    claimer: str = ""
    said_on: DateRow | None = None
    rating: str = ""
    rating_name: str = ""
    worst: str = ""
    best: str = ""
    outlet: str = ""
    title: str = ""
    reviewed: DateRow | None = None
    language: str = "und"
    record: str = ""


class PriorRow(NamedTuple):
    """An earlier published fact-check.

    Attributes:
        number: what people type, P-12.
        claim: the claim that was checked, as its outlet puts it; ``claimer`` and ``said_on``, where they are known.
        rating: as its outlet wrote it, on its own scale from ``worst`` to ``best``; ``rating_name`` in words.
        outlet, url, title, reviewed: who published the check, where, under what title and when.
        feed: what it was imported from first.

    """

    number: int
    public_id: str
    claim: str
    claimer: str
    said_on: DateRow | None
    rating: str
    rating_name: str
    worst: str
    best: str
    outlet: str
    url: str
    title: str
    reviewed: DateRow | None
    language: str
    feed: str
    imported_at: int


class KnownClaimRow(NamedTuple):
    """A claim of the desk as a match shows it.

    ``rating`` is the name of the one that was signed off, empty where none was; ``published_at`` is there where the
    finding went out.
    """

    number: int
    public_id: str
    statement: str
    claimer: str
    said_on: DateRow | None
    state: ClaimState
    duplicate_of: int | None
    rating: str
    published_at: int | None
    article: int | None


class DecisionRow(NamedTuple):
    """What somebody said last of a match with a claim, or with a prior check; the other one is None."""

    public_id: str
    claim: int | None
    prior: int | None
    relation: Relation
    decision: MatchDecision
    reviewer: str
    decided_at: int


class Pooled(NamedTuple):
    """A claim or a prior check as a pool of candidates holds it."""

    number: int
    public_id: str
    words: str
    title: str
    claimer: str


class PoolTouched(NamedTuple):
    """What of a pool was written since a point of the journal, by public ids.

    ``everything`` says that too much hangs on what was written, or that the journal does not know the point.
    """

    head: JournalPoint
    claims: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    everything: bool = False

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.claims) + len(self.checks)
