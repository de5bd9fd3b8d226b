"""Which number of a source a claimed number is set beside, and what that comes to.

Two numbers are set beside each other only where something says that they are of the same: the unit or what is counted,
the time, the words around them. Where several could be meant, or nothing says that it is the same thing, that is said,
and neither agreement nor a difference is claimed.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from claims_db.vocabulary import NumberOutcome
from workbench.domain.evidence.figure import Figure
from workbench.domain.evidence.number_check import (
    MEASURES,
    MONEY,
    NumberCheck,
    Tolerance,
    check_number,
)
from workbench.domain.evidence.told_numbers import PEOPLE, ToldNumber, counted_keys, key_of, told_numbers, with_changes

_APART = 1.0
"""By how much a pair must fit better than the next one before it is the one that is meant."""
_COMPARABLE = _SAME_UNIT = _SAME_PERIOD = _SAME_COUNTED = 2.0
_SAME_WAY = _BOTH_CHANGED = _SAME_NEAR = 1.0
_SAME_AROUND = 0.25
_MOST_WORDS = 4
_FEW = 2
"""A source with fewer words of its own, as ``by 12 percent``, does not say what it is about: who quoted it does."""
_GENERIC = frozenset(map(key_of, PEOPLE))
_LISTED = 3
_KEPT = 64
_UNSURE = "The words around the two don't say that both are of the same."
_WAS = "This is what it was before."
_SHARES = frozenset({"%", "pp"})


class Told(NamedTuple):
    """Words, what stands around them, and the date on which they were told, empty where that is not known."""

    words: str
    before: str = ""
    behind: str = ""
    date: str = ""


class _Pair(NamedTuple):
    fit: float
    claim: int
    source: int
    check: NumberCheck


def number_checks(
    claim: Told, source: Told, tolerance: Tolerance | None = None, quoted: Told | None = None
) -> tuple[NumberCheck, ...]:
    """Set each number of a claim beside the number of a source that is of the same.

    Args:
        claim: what the claim says, in its own words.
        source: the words of the source.
        tolerance: what the desk tolerates.
        quoted: the claim as it stands in its article; what it tells of a number beyond the claim's words counts, too.

    """
    theirs = with_changes(told_numbers(*source))
    if not theirs:
        return ()
    mine = _claimed(claim, quoted)
    pairs = _pairs(mine, theirs, tolerance)
    chosen = _chosen(pairs, mine, theirs)
    used = {pair.source for pair in chosen.values()}
    found: list[NumberCheck] = []
    for at, one in enumerate(mine):
        pair = chosen.get(at)
        if pair is not None:
            found += [pair.check, *_before(one.figure, theirs[pair.source].figure, pair.check, tolerance)]
        else:
            free = [other for other in pairs if other.claim == at and other.source not in used]
            found += _both_there(one, free, theirs, tolerance) or _unpaired(
                one.figure, [theirs[other.source].figure for other in free]
            )
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def _claimed(claim: Told, quoted: Told | None) -> tuple[ToldNumber, ...]:
    """Give the numbers of a claim; where its sentence in the article tells more of one, with that.

    They are read once for all the evidence of a claim.
    """
    mine = list(told_numbers(*claim))
    for other in told_numbers(*quoted) if quoted is not None else ():
        same = [at for at, one in enumerate(mine) if _same_value(one.figure, other.figure)]
        if not same:
            mine.append(other)
        for at in same[:1]:
            mine[at] = replace(mine[at], figure=_filled(mine[at].figure, other.figure), near=mine[at].near | other.near)
    return tuple(mine)


def _same_value(one: Figure, other: Figure) -> bool:
    return (one.low, one.high, one.unit) == (other.low, other.high, other.unit)


def _filled(figure: Figure, other: Figure) -> Figure:
    """Give a number with what another telling of it says beyond the first."""
    return replace(
        figure,
        period=figure.period or other.period,
        base=figure.base or other.base,
        rate=figure.rate or other.rate,
        against=figure.against or other.against,
        counted=figure.counted or other.counted,
        changed=other.changed if figure.changed is None else figure.changed,
        way=figure.way or other.way,
    )


def _pairs(mine: Sequence[ToldNumber], theirs: Sequence[ToldNumber], tolerance: Tolerance | None) -> list[_Pair]:
    """Give every pair of numbers of one kind, the best first."""
    found = []
    for at, one in enumerate(mine):
        for there, other in enumerate(theirs):
            if _one_kind(one.figure, other.figure) and (not other.worked_out or one.figure.changed):
                check = _checked(one, other, tolerance)
                found.append(_Pair(_fit(one, other, check), at, there, check))
    return sorted(found, key=lambda pair: (-pair.fit, pair.claim, pair.source))


def _one_kind(one: Figure, other: Figure) -> bool:
    """Say whether two numbers are of one kind: shares, money, a length, a number of times, or counts."""
    return _kind(one.unit) == _kind(other.unit) or (
        {_kind(one.unit), _kind(other.unit)} == {"money", ""} and not (one.counted or other.counted)
    )


def _kind(unit: str) -> str:
    if unit in _SHARES:
        return "share"
    if unit in MONEY:
        return "money"
    return MEASURES[unit][0] if unit in MEASURES else unit


def _checked(one: ToldNumber, other: ToldNumber, tolerance: Tolerance | None) -> NumberCheck:
    """Compare two numbers, as far as something says that they are of the same."""
    check = check_number(one.figure, other.figure, tolerance)
    if check.outcome is NumberOutcome.NOT_COMPARABLE:
        return check
    reason = _about_another(one, other)
    if reason:
        return NumberCheck(NumberOutcome.NOT_COMPARABLE, one.figure, other.figure, reason=reason)
    if check.outcome is NumberOutcome.DIFFERS and not _surely_alike(one, other):
        return NumberCheck(NumberOutcome.NOT_COMPARABLE, one.figure, other.figure, reason=_UNSURE)
    if not other.worked_out:
        return check
    return replace(check, remarks=(f"Worked out from {other.worked_out}.", *check.remarks))


def _about_another(one: ToldNumber, other: ToldNumber) -> str:
    """Say why two numbers may be of different things; empty where something says that they are of the same."""
    if one.denied != other.denied:
        return f"{'The claim' if one.denied else 'The source'} denies something here, and the other does not."
    counted, there = counted_keys(one.figure), counted_keys(other.figure)
    if counted and there and counted.isdisjoint(there):
        return f"It may count something else: {one.figure.counted} against {other.figure.counted}."
    if (counted & there) - _GENERIC or one.around & other.around:
        return ""
    if len(one.around) < _FEW or len(other.around) < _FEW:
        return ""
    return _UNSURE


def _surely_alike(one: ToldNumber, other: ToldNumber) -> bool:
    """Say whether enough speaks for two numbers being of the same to call them different.

    That two numbers are equal speaks for it by itself; where they are not, their own clauses have to.
    """
    mine, theirs = one.figure, other.figure
    if mine.unit != theirs.unit and "" in {mine.unit, theirs.unit}:
        return False
    fewer = min(len(one.near), len(other.near))
    shared = len(one.near & other.near)
    return not other.near or shared >= _FEW or 2 * shared >= fewer > 0


def _fit(one: ToldNumber, other: ToldNumber, check: NumberCheck) -> float:
    """Say how well two numbers fit each other; how near their values are has no part in it."""
    mine, theirs = one.figure, other.figure
    counted = (counted_keys(mine) & counted_keys(theirs)) - _GENERIC
    return (
        _COMPARABLE * (check.outcome is not NumberOutcome.NOT_COMPARABLE)
        + _SAME_UNIT * (mine.unit == theirs.unit)
        + _SAME_PERIOD * (bool(mine.period) and mine.period == theirs.period)
        + _SAME_COUNTED * min(len(counted), 2)
        + _SAME_WAY * (bool(mine.way) and mine.way == theirs.way)
        + _BOTH_CHANGED * (mine.changed is not None and mine.changed == theirs.changed)
        + _SAME_NEAR * min(len(one.near & other.near), _MOST_WORDS)
        + _SAME_AROUND * min(len(one.around & other.around), _MOST_WORDS)
    )


def _chosen(pairs: Sequence[_Pair], mine: Sequence[ToldNumber], theirs: Sequence[ToldNumber]) -> dict[int, _Pair]:
    """Give the pair that is meant for each number of the claim; none where several could be."""
    of_claim: dict[int, list[_Pair]] = defaultdict(list)
    of_source: dict[int, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        of_claim[pair.claim].append(pair)
        of_source[pair.source].append(pair)
    chosen: dict[int, _Pair] = {}
    used: set[int] = set()
    for pair in sorted(pairs, key=lambda pair: (-pair.fit, not _stands(pair.check), pair.claim, pair.source)):
        if pair.claim in chosen or pair.source in used:
            continue
        figure, there = mine[pair.claim].figure, theirs[pair.source].figure
        # Another number of the source may be meant, of another value.
        rivals = [
            theirs[one.source].figure for one in of_claim[pair.claim] if one.source not in used and _as_good(one, pair)
        ]
        doubtful = not all(_same_value(rival, there) for rival in rivals)
        # The source's number, which does not agree, may belong to another number of the claim.
        others = [
            mine[one.claim].figure for one in of_source[pair.source] if one.claim not in chosen and _as_good(one, pair)
        ]
        contested = not _stands(pair.check) and not all(_same_value(other, figure) for other in others)
        if not doubtful and not contested:
            chosen[pair.claim] = pair
            used.add(pair.source)
    return chosen


def _as_good(one: _Pair, pair: _Pair) -> bool:
    return one.fit > pair.fit - _APART


def _stands(check: NumberCheck) -> bool:
    return check.outcome in {NumberOutcome.AGREES, NumberOutcome.WITHIN_TOLERANCE}


def _both_there(
    one: ToldNumber, free: Sequence[_Pair], theirs: Sequence[ToldNumber], tolerance: Tolerance | None
) -> list[NumberCheck]:
    """Compare what rose from one value to another with a source that has both values, one behind the other."""
    was = _earlier(one.figure)
    if was is None:
        return []
    for now in sorted(free, key=lambda pair: pair.source):
        before = [pair.source for pair in free if pair.source < now.source]
        if before and _stands(now.check):
            check = check_number(was, theirs[max(before)].figure, tolerance)
            if _stands(check):
                return [now.check, replace(check, remarks=(_WAS, *check.remarks))]
    return []


def _unpaired(claimed: Figure, free: Sequence[Figure]) -> list[NumberCheck]:
    """Say of a number of the claim that several numbers of the source could be meant, or that there is none."""
    if not free:
        return [NumberCheck(NumberOutcome.NONE_THERE, claimed, None)]
    told = list(dict.fromkeys(map(str, free)))
    which = "It may belong to another number of the claim" if len(told) == 1 else "It does not say which is meant"
    reason = f"{which}: {'; '.join(told[:_LISTED])}."
    return [NumberCheck(NumberOutcome.NOT_COMPARABLE, claimed, free[0], reason=reason)]


def _before(claimed: Figure, source: Figure, check: NumberCheck, tolerance: Tolerance | None) -> list[NumberCheck]:
    """Compare what it was before, where both say that."""
    was, there = _earlier(claimed), _earlier(source)
    if check.outcome is NumberOutcome.NOT_COMPARABLE or was is None or there is None:
        return []
    found = check_number(was, there, tolerance)
    return [replace(found, remarks=(_WAS, *found.remarks))]


def _earlier(figure: Figure) -> Figure | None:
    """Give what it was before as a number of its own; None where that is not told."""
    was = figure.earlier
    return None if was is None else replace(figure, low=was, high=was, earlier=None, way="", changed=None, period="")
