"""Point out a claim that the desk has nearly word for word already; never decide that two are one.

A fuzzy score only proposes. What tells "same" from "variant" and "opposite" is what the two statements
say: their numbers, their negations, the direction they give, and who asserts them.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from thefuzz import fuzz, process

from claims_db.rows import NearClaim
from claims_db.vocabulary import Relation

NEAR = 80
"""From this score (0 to 100, words in any order) on a claim is pointed out."""

_WORD = re.compile(r"\w+")


class KnownClaim(NamedTuple):
    """A claim of the desk to compare with."""

    number: int
    statement: str
    claimer: str


class NearIndex:
    """The desk's claims, prepared once for many comparisons."""

    def __init__(self, known: Iterable[KnownClaim]) -> None:
        self._known = {claim.number: claim for claim in known}
        self._keys = {number: word_key(claim.statement) for number, claim in self._known.items()}

    def nearest(self, statement: str, claimer: str = "") -> NearClaim | None:
        """Give the claim that is nearest to the statement, or None where none is near."""
        key = word_key(statement)
        if not key:
            return None
        hits: Sequence[tuple[str, int, int]] = process.extractBests(
            key, self._keys, processor=None, scorer=fuzz.ratio, score_cutoff=NEAR, limit=1
        )
        if not hits:
            return None
        _, score, number = hits[0]
        known = self._known[number]
        from workbench.matching.guard import Said, judge  # noqa: PLC0415 - its patterns cost a start that compares nothing

        told = judge(Said(statement, claimer), Said(known.statement, known.claimer))
        differences = () if told.relation is Relation.SAME else tuple(one.words for one in told.differences)
        return NearClaim(number, known.statement, told.relation, score, differences)


def word_key(statement: str) -> str:
    """Give the statement's words in alphabetical order, so that their order does not count."""
    return " ".join(sorted(_WORD.findall(statement.casefold())))
