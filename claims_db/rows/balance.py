"""Rows of what a desk chose to check, and of what it brought about."""

from typing import NamedTuple

from claims_db.vocabulary import ClaimState, Severity, SkipReason


class PartyRow(NamedTuple):
    """The party or group of a claimer from one day to another, in ISO 8601; empty for always, and for still."""

    claimer: str
    name: str
    since: str = ""
    until: str = ""


class BalanceRating(NamedTuple):
    """A rating that findings have, and the scale that it is of."""

    scale: str
    rating: str


class BalanceCount(NamedTuple):
    """How many claims of one name came to the same.

    Attributes:
        name: the claimer, outlet or tag; empty where there is none.
        said: the day that decides to which party the claimer belonged, in ISO 8601, as exactly as it is known; empty
            where that is not asked.
        of: what is counted: a state, in which each claim is once; or the rating of the finding that stands, or the
            reason for which it was set aside.

    """

    name: str
    said: str
    of: ClaimState | BalanceRating | SkipReason
    total: int


class CorrectionMade(NamedTuple):
    """A correction of the desk's own, when it was made, and when the finding first went out."""

    severity: Severity
    corrected_at: int
    published_at: int
