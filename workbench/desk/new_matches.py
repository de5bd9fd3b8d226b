"""What claims that come in may repeat: a word beside their intake, which waits for no pool that is still to be filled.

The pool is the one that all matches come from. It is looked at as it was before the claims came in.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claims_db.match_vocabulary import Relation
from claims_db.repositories.new_claims import NewClaim
from workbench.desk.match_rows import NewMatch, NewMatches
from workbench.desk.matching import day_of, known_named, match_row, said_of
from workbench.desk.workplace import Workplace
from workbench.domain.progress import Progress, Stopped, unheard
from workbench.domain.references import claim_reference
from workbench.domain.searching import IndexLost
from workbench.errors import WorkbenchError
from workbench.matching.guard import Said
from workbench.matching.judged import Judged, alike, judged
from workbench.matching.ranking import Matcher, Suggested
from workbench.matching.weights import shipped

_TAKEN_UP = 2_000
"""So many claims and prior checks are read into the pool first: that takes half a second. More are not waited for."""

_OFFERED = 5
"""So few priors are compared with each claim: what is nearly there already is among the first."""

_JUDGED = 3
"""So many of these are judged: what is the same may stand behind its opposite."""

_MOST = 500
"""So many claims of one intake are looked at, the first ones."""

_BEHIND = "Not all that was said before is prepared yet; 'workbench match {claim}' prepares it."


class Prepared(NamedTuple):
    """What claims are compared with, None where that can't be read; ``unseen`` says what can't be looked at."""

    matcher: Matcher | None
    unseen: str = ""


def prepared(place: Workplace, progress: Progress = unheard) -> Prepared:
    """Prepare the comparison, before the claims come in."""
    try:
        pool = place.pool()
        current = pool.refresh(progress, _TAKEN_UP)
        return Prepared(Matcher(pool.pool(), offered=_OFFERED), "" if current else _BEHIND)
    except Stopped:
        raise
    except WorkbenchError as problem:
        # The pool can be made anew at any time; what comes in can't wait for it.
        return Prepared(None, problem.message)


def new_matches(place: Workplace, by: Prepared, claims: Sequence[tuple[int, NewClaim]]) -> NewMatches:
    """Give for each new claim, by its number, what it is likeliest to repeat, if anything."""
    if by.matcher is None or not claims:
        return NewMatches((), by.unseen if claims else "")
    behind = _BEHIND.format(claim=claim_reference(claims[0][0]))
    looked_at = claims[:_MOST]
    try:
        found = tuple(_found(place, by.matcher, looked_at, {number for number, _ in claims}))
    except IndexLost:
        place.pool().drop()
        return NewMatches((), behind)
    parts = [behind] if by.unseen else []
    if len(looked_at) < len(claims):
        parts.append(f"Only the first {len(looked_at):,} of {len(claims):,} claims were compared.")
    return NewMatches(found, " ".join(parts))


def _found(
    place: Workplace, matcher: Matcher, claims: Iterable[tuple[int, NewClaim]], own: set[int]
) -> Iterator[NewMatch]:
    asked = [(number, _said(claim), _suggested(matcher, claim)) for number, claim in claims]
    known = known_named(place, {one.prior.id for _, _, suggested in asked for one in suggested})
    known = {name: one for name, one in known.items() if one.claim is None or one.claim.number not in own}
    said = {name: said_of(one) for name, one in known.items()}
    for number, statement, suggested in asked:
        there = tuple(one for one in suggested if one.prior.id in known)
        found = judged(matcher, statement, there, said, shipped().maybe).matches
        best = next(filter(_worth_saying, found), None)
        if best is not None:
            yield NewMatch(number, match_row(best, known[best.prior.id]))


def _said(claim: NewClaim) -> Said:
    return Said(claim.statement, claim.claimer, day_of(claim.said_on))


def _suggested(matcher: Matcher, claim: NewClaim) -> tuple[Suggested, ...]:
    """Give what says nearly the same, or very likely repeats it: much of an article is merely about the same."""
    found = matcher.ranking(claim.statement, _JUDGED).suggested
    return tuple(one for one in found if alike(one.features) or one.probability >= shipped().checked)


def _worth_saying(one: Judged) -> bool:
    return one.probability >= shipped().maybe and one.relation is not Relation.RELATED
