"""Which claims are wanted, and the tags by which they are found."""

from typing import NamedTuple

from claims_db.capture_vocabulary import RecheckTime
from claims_db.vocabulary import ClaimKind, ClaimOrder, ClaimState


class TagRow(NamedTuple):
    """A tag of the desk, and how many claims have it."""

    name: str
    claims: int


class ClaimFilter(NamedTuple):
    """Which claims a list shows; empty means no restriction.

    ``words`` must all occur in the statement, the quote or the claimer, whatever their case, or be the short name
    of the claim, of its article or of its evidence. Of each group of
    ``tags`` the claim has at least one. What one of ``without``
    lets through is left out. ``first`` and ``last`` bound the days on which the claim was said, else its article
    published, else the claim taken in, each counted from the year 1.
    """

    states: tuple[ClaimState, ...] = ()
    kinds: tuple[ClaimKind, ...] = ()
    article: int | None = None
    claimer: str = ""
    via: str = ""
    rating: str = ""
    holder: str = ""
    assigned: str = ""
    queue: str = ""
    tags: tuple[tuple[str, ...], ...] = ()
    words: tuple[str, ...] = ()
    minimum_worth: float = 0.0
    order: ClaimOrder = ClaimOrder.QUEUE
    without: tuple["ClaimFilter", ...] = ()
    first: int | None = None
    last: int | None = None
    recheck: RecheckTime | None = None
