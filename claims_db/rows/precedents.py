"""Rows of how a desk has rated before what is like a claim."""

from typing import NamedTuple

from claims_db.match_vocabulary import Likeness


class PrecedentCount(NamedTuple):
    """How often a rating was given: to the same claimer, on the same topic, to the same wording or a variant of it.

    ``claims`` counts each claim once, however much it has in common; a rating is one of its ``scale``.
    """

    scale: str
    rating: str
    claims: int = 0
    claimer: int = 0
    topic: int = 0
    wording: int = 0


class PrecedentRow(NamedTuple):
    """A claim that was rated before; ``likeness`` says what it has in common with the one that is asked about."""

    number: int
    statement: str
    rating: str
    label: str
    signed_off_at: int
    likeness: tuple[Likeness, ...]


class Precedents(NamedTuple):
    """How the desk has rated before what is like a claim.

    Attributes:
        topic: the tags of the claim, or its kind where it has none.
        counts: of each rating that was given, in the order of its scale.
        nearest: the claims that have most in common with it, the latest first.
        latest: of how many of the latest claims of claimer and topic each is counted; there may be more.

    """

    topic: str
    counts: tuple[PrecedentCount, ...]
    nearest: tuple[PrecedentRow, ...]
    latest: int
