"""Has this been said, and checked, before? The pool offers, the database decides what is shown, a person says what it is.

The pool may be a moment behind, so everything it offers is read again. Nothing is ever joined here.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from claims_db import views
from claims_db.engine import Connection
from claims_db.match_vocabulary import MatchDecision, Relation
from claims_db.rows import DateRow, DecisionRow, KnownClaimRow, MatchWith
from claims_db.vocabulary import Action, DatePrecision
from workbench.desk.match_rows import DifferenceRow, Known, Matches, MatchKind, MatchRow, rating_words
from workbench.desk.workplace import Workplace
from workbench.domain.dates import first_day
from workbench.domain.priors import COUNT, PriorKind, Repeat, named_by
from workbench.domain.progress import Progress, unheard
from workbench.domain.searching import IndexLost, Mark
from workbench.errors import BadInput, Refused
from workbench.matching.certainty import repeat_of
from workbench.matching.guard import Difference, Said
from workbench.matching.judged import LEAST, Judged, beside, judged
from workbench.matching.ranking import OFFERED, Matcher, Suggested
from workbench.matching.weights import Weights

MOST = OFFERED
"""How many matches can be given."""

_TAKEN_UP = 200
"""How many changed claims and prior checks are read again before somebody who reads on gets an answer."""

_TRIES = 3
"""How often it is looked again where what the pool offers is gone."""


def match(
    place: Workplace, statement: Said, limit: int = COUNT, progress: Progress = unheard, *, reading: bool = False
) -> Matches:
    """Find what a statement may repeat; somebody who is ``reading`` gets what the pool has by now."""
    return _matches(place, statement, (), limit, progress, reading=reading)


def matches_of(
    place: Workplace,
    number: int,
    limit: int = COUNT,
    progress: Progress = unheard,
    *,
    rejected: bool = False,
    reading: bool = False,
) -> Matches:
    """Find what a claim may repeat, with what was said of it; what was rejected is there where it is asked for."""
    with place.read() as connection:
        claim = views.claim_known(connection, number)
        told = views.decisions(connection, number)
        near = [one.claim for one in told if one.claim is not None]
        same = views.claims_known(connection, [*near, *([claim.duplicate_of] if claim.duplicate_of else [])])
        checks = views.priors_numbered(connection, [one.prior for one in told if one.prior is not None])
    known = {
        **{PriorKind.CLAIM.id(one.public_id): Known(claim=one) for one in (claim, *same)},
        **{PriorKind.CHECK.id(one.public_id): Known(prior=one) for one in checks},
    }
    said = _by_id(told, known)
    own = {PriorKind.CLAIM.id(claim.public_id)}
    own |= {name for name, one in known.items() if one.claim and one.claim.number == claim.duplicate_of}
    found = _matches(place, said_by(claim), (*own, *said), limit, progress, reading=reading)
    shown = [one for one in said.items() if rejected or one[1].decision is MatchDecision.ACCEPTED]
    decided = [_decided(said_by(claim), known[name], decision) for name, decision in shown]
    repeat = _decided_repeat(found.repeat, [(known[name], one) for name, one in said.items()])
    refused = sum(one.decision is MatchDecision.REJECTED for one in said.values())
    return found._replace(
        repeat=repeat, matches=(*decided, *found.matches)[: max(limit, len(decided))], rejected=refused
    )


def decide(
    place: Workplace, number: int, other: MatchWith, decision: MatchDecision, relation: Relation | None = None
) -> Relation:
    """Write what a person says of a match; give its relation, the guard's where none is named."""
    if other.claim == number:
        raise BadInput("A claim is no match of itself.", "Name another claim, or a prior check such as P-3.")
    with place.read() as connection:
        claim = views.claim_known(connection, number)
        there = _there(connection, other)
    if relation is None:
        relation = beside(said_by(claim), said_of(there)).relation
    with place.work(Action.MATCH_DECIDED) as work:
        if not work.matches.decide(number, other, relation, decision):
            raise Refused("That has been said of this match already.", "'workbench matches list' shows what stands.")
    return relation


def said_by(claim: KnownClaimRow) -> Said:
    """Give what a claim says, as the guard reads it."""
    return Said(claim.statement, claim.claimer, day_of(claim.said_on))


def day_of(when: DateRow | None) -> date | None:
    """Give the day of a date that is known to the day."""
    return first_day(when) if when is not None and when.precision in {DatePrecision.DAY, DatePrecision.MINUTE} else None


def _matches(
    place: Workplace, statement: Said, without: Iterable[str], limit: int, progress: Progress, *, reading: bool
) -> Matches:
    if not 1 <= limit <= MOST:
        raise BadInput("That many matches can't be given.", f"Give a number from 1 to {MOST}.")
    pool = place.pool()
    try:
        current = pool.refresh(progress, _TAKEN_UP if reading else None)
        return _looked_up(place, Matcher(pool.pool(), place.encoder()), statement, set(without), limit, current=current)
    except IndexLost:
        pool.drop()
        if reading:
            return Matches(statement.statement, statement.claimer, Repeat.NOTHING, (), 0, behind=True)
    current = pool.refresh(progress)
    return _looked_up(place, Matcher(pool.pool(), place.encoder()), statement, set(without), limit, current=current)


def _looked_up(
    place: Workplace, matcher: Matcher, statement: Said, without: set[str], limit: int, *, current: bool
) -> Matches:
    found, known = _found(place, matcher, statement.statement, without, limit)
    shown = judged(matcher, statement, found, {name: said_of(one) for name, one in known.items()}, LEAST).matches
    return Matches(
        statement.statement,
        statement.claimer,
        _repeat(shown, known, matcher.weights),
        tuple(match_row(one, known[one.prior.id]) for one in shown),
        rejected=0,
        behind=not current,
    )


def _found(
    place: Workplace, matcher: Matcher, words: str, without: set[str], limit: int
) -> tuple[tuple[Suggested, ...], dict[str, Known]]:
    """Give what the pool offers and the database still has; of claims that are the same as another the other one."""
    known: dict[str, Known] = {}
    found: tuple[Suggested, ...] = ()
    for _ in range(_TRIES):
        found = matcher.ranking(words, OFFERED, without).suggested
        known = known_named(place, [one.prior.id for one in found])
        gone = {one.prior.id for one in found if one.prior.id not in known}
        if not gone:
            break
        without |= gone
    return tuple(one for one in found if one.prior.id in known)[:limit], known


def known_named(place: Workplace, names: Iterable[str]) -> dict[str, Known]:
    """Read what the database has of priors by their ids; what is gone or is a duplicate of another claim is not there."""
    by_kind: dict[PriorKind, list[str]] = {kind: [] for kind in PriorKind}
    for name in names:
        kind, public_id = named_by(name)
        by_kind[kind].append(public_id)
    with place.read() as connection:
        claims = views.claims_named(connection, by_kind[PriorKind.CLAIM])
        checks = views.priors_named(connection, by_kind[PriorKind.CHECK])
    found = {PriorKind.CLAIM.id(one.public_id): Known(claim=one) for one in claims if one.duplicate_of is None}
    return {**found, **{PriorKind.CHECK.id(one.public_id): Known(prior=one) for one in checks}}


def _repeat(matches: Iterable[Judged], known: Mapping[str, Known], weights: Weights) -> Repeat:
    """Say of the likeliest what it is: only what was checked makes a statement one that was checked already."""
    best = {True: 0.0, False: 0.0}
    for one in matches:
        checked = known[one.prior.id].checked
        best[checked] = max(best[checked], one.probability)
    of_checks, of_claims = (repeat_of(best[checked], weights) for checked in (True, False))
    if of_checks is Repeat.CHECKED:
        return of_checks
    if of_claims is Repeat.CHECKED:
        return Repeat.KNOWN
    return Repeat.MAYBE if Repeat.MAYBE in {of_checks, of_claims} else Repeat.NOTHING


def _by_id(told: Iterable[DecisionRow], known: Mapping[str, Known]) -> dict[str, DecisionRow]:
    """Give what was said of each match by the id of the other side."""
    claims = {one.claim.number: name for name, one in known.items() if one.claim is not None}
    checks = {one.prior.number: name for name, one in known.items() if one.prior is not None}
    found = {}
    for one in told:
        name = claims.get(one.claim or 0) if one.prior is None else checks.get(one.prior)
        if name is not None:
            found[name] = one
    return found


def _decided_repeat(proposed: Repeat, said: Iterable[tuple[Known, DecisionRow]]) -> Repeat:
    """Say what people's decisions make of what the ranker proposes."""
    accepted = [(known, one.relation) for known, one in said if one.decision is MatchDecision.ACCEPTED]
    same = [known.checked for known, relation in accepted if relation is Relation.SAME]
    if same:
        return Repeat.CHECKED if any(same) else Repeat.KNOWN
    return Repeat.MAYBE if accepted and proposed is Repeat.NOTHING else proposed


def _answers(decision: DecisionRow) -> bool:
    return decision.decision is MatchDecision.ACCEPTED and decision.relation is Relation.SAME


def _decided(statement: Said, known: Known, decision: DecisionRow) -> MatchRow:
    differences = beside(statement, said_of(known)).differences
    return _shown(known, decision.relation, 1.0 if _answers(decision) else 0.0, differences, ())._replace(
        decision=decision
    )


def match_row(one: Judged, known: Known) -> MatchRow:
    """Give what is shown of a match."""
    return _shown(known, one.relation, one.probability, one.differences, one.why)


def _shown(
    known: Known, relation: Relation, probability: float, differences: tuple[Difference, ...], why: tuple[str, ...]
) -> MatchRow:
    claim, check = known.claim, known.prior
    told = tuple(
        DifferenceRow(one.kind.value, one.words, one.reverses, _marks(one.first), _marks(one.second))
        for one in differences
    )
    if check is not None:
        return MatchRow(
            kind=MatchKind.PRIOR_CHECK, claim=None, prior=check.number, words=check.claim, claimer=check.claimer,
            said_on=check.said_on, relation=relation, probability=probability, differences=told, why=why,
            rating=rating_words(check), outlet=check.outlet, title=check.title, url=check.url, reviewed=check.reviewed,
            published_at=None, decision=None,
        )  # fmt: skip
    if claim is None:
        raise ValueError("a match is with a claim or with a prior check")
    return MatchRow(
        kind=MatchKind.FINDING if claim.rating else MatchKind.CLAIM, claim=claim.number, prior=None,
        words=claim.statement, claimer=claim.claimer, said_on=claim.said_on, relation=relation, probability=probability,
        differences=told, why=why, rating=claim.rating, outlet="", title="", url="", reviewed=None,
        published_at=claim.published_at, decision=None,
    )  # fmt: skip


def _marks(stretches: Iterable[tuple[int, int]]) -> tuple[Mark, ...]:
    return tuple(Mark(start, end) for start, end in stretches)


def _there(connection: Connection, other: MatchWith) -> Known:
    if other.prior is not None:
        return Known(prior=views.prior(connection, other.prior))
    return Known(claim=views.claim_known(connection, other.claim or 0))


def said_of(known: Known) -> Said:
    """Give what was said there, as the guard reads it."""
    if known.claim is not None:
        return said_by(known.claim)
    check = known.prior
    return Said("") if check is None else Said(check.claim, check.claimer, day_of(check.said_on))
