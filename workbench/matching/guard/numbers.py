"""Which quantities, times and periods of two claims agree, and which are against each other."""

from fractions import Fraction
from typing import NamedTuple

from workbench.matching.guard.quantities import Quantity
from workbench.matching.guard.reading import Reading
from workbench.matching.guard.times import Moment, agree, share
from workbench.matching.guard.units import COUNT, POINTS, SHARE, TIMES

_SMALL = 2
_WAYS = {"at_least": 1, "over": 1, "at_most": -1, "under": -1}
_POUND = Fraction(45359237, 100_000)
_TOLD_AS_PART = Fraction(4, 1000)
_UNEVEN = frozenset({3, 6, 7, 9, 12})
"""What a share is divided by that no number of per cent tells exactly."""
_CLOSE = Fraction(4, 100)
_ROUND = Fraction(7, 100)


class Figures(NamedTuple):
    """How the figures of two claims compare; what is left over on a side is a place in its reading.

    Attributes:
        first, second: quantities without a partner.
        first_times, second_times: times without a partner.
        clash: both sides have a quantity without a partner, of a kind that can be compared.
        added: only one side has.
        shared: some quantity stands on both sides.
        complement: a share on one side is what the other leaves.
        time_clash, time_added: the same of times.
        period: a rate is told by another period.
        bounds: figures that agree, bounded in another way.

    """

    first: tuple[Quantity, ...]
    second: tuple[Quantity, ...]
    first_times: tuple[Moment, ...]
    second_times: tuple[Moment, ...]
    clash: bool
    added: bool
    shared: bool
    complement: bool
    time_clash: bool
    time_added: bool
    period: bool
    bounds: tuple[tuple[Quantity, Quantity], ...]

    @property
    def bounds_clash(self) -> bool:
        """Say whether a figure is bounded from below on one side and from above on the other."""
        ways = ({_WAYS.get(one.bound, 0), _WAYS.get(other.bound, 0)} for one, other in self.bounds)
        return any(way == {1, -1} for way in ways)

    @property
    def bounds_differ(self) -> bool:
        """Say whether a figure is bounded on one side and plain or exact on the other."""
        return any(
            {_WAYS.get(one.bound, 0), _WAYS.get(other.bound, 0)} & {1, -1} for one, other in self.bounds
        ) and any(_WAYS.get(one.bound, 0) != _WAYS.get(other.bound, 0) for one, other in self.bounds)


def figures(one: Reading, other: Reading) -> Figures:
    """Compare the figures of two claims."""
    first, second, shared, pairs = _unpartnered(list(one.quantities), list(other.quantities))
    first, second = _derived(first, one, second, other), _derived(second, other, first, one)
    first, second = _stepped(first, other), _stepped(second, one)
    wholes = {mine.value for mine, theirs in pairs if mine.dimension == theirs.dimension == COUNT}
    complement = any(_complements(mine, theirs, wholes) for mine in first for theirs in second)
    if complement:
        first, second = [], []
    times, other_times = _apart(list(one.moments), list(other.moments))
    mine, theirs = {name for name, *_ in one.periods}, {name for name, *_ in other.periods}
    clash = any(_comparable(mine, theirs) for mine in first for theirs in second)
    clash = clash or any({one.way, other.way} == {"by", "to"} for one, other in pairs)
    clash = clash or _against_one(first, one, other) or _against_one(second, other, one)
    if bool(first) != bool(second) and len(one.quantities) == len(other.quantities):
        clash = clash or any(not quantity.plain for quantity in (*first, *second))  # told twice on one side
    return Figures(
        tuple(first), tuple(second), tuple(times), tuple(other_times),
        clash=clash,
        added=not clash and any(quantity.value > _SMALL or not quantity.plain for quantity in (*first, *second)),
        shared=shared,
        complement=complement,
        time_clash=bool(times and other_times),
        time_added=bool(times) != bool(other_times),
        period=bool(mine and theirs and mine != theirs),
        bounds=tuple(pair for pair in pairs if pair[0].bound != pair[1].bound),
    )  # fmt: skip


def _unpartnered(
    first: list[Quantity], second: list[Quantity]
) -> tuple[list[Quantity], list[Quantity], bool, list[tuple[Quantity, Quantity]]]:
    left, shared, pairs = list[Quantity](), False, list[tuple[Quantity, Quantity]]()
    second = list(second)
    seen = {_measure(quantity) for quantity in second}
    for quantity in first:
        partner = next((other for other in second if _equal(quantity, other)), None) or next(
            (other for other in second if _near(quantity, other)), None
        )
        if partner is not None:
            pairs.append((quantity, partner))
            second.remove(partner)
            shared = True
        elif _measure(quantity) not in seen:
            left.append(quantity)
    had = {_measure(quantity) for quantity in first}
    return left, [quantity for quantity in second if _measure(quantity) not in had], shared, pairs


def _measure(quantity: Quantity) -> tuple[Fraction, str]:
    return quantity.value, quantity.dimension


def _equal(one: Quantity, other: Quantity) -> bool:
    if one.value == other.value and _kin(one.dimension, other.dimension):
        return True
    if one.dimension == other.dimension == SHARE and abs(one.value - other.value) < _TOLD_AS_PART:
        return bool({one.value.denominator, other.value.denominator} & _UNEVEN)
    if {one.dimension, other.dimension} == {"degrees", "heat"} and one.value == other.value:
        return True
    return {one.dimension, other.dimension} == {SHARE, TIMES} and abs(one.value - other.value) == 1


def _near(one: Quantity, other: Quantity) -> bool:
    """Say whether two quantities differ by what converting or rounding takes away: 10 feet, three metres; about 20,000."""
    one, other = _weighed(one, other), _weighed(other, one)
    if one.dimension != other.dimension or not one.value or not other.value:
        return False
    apart = abs(one.value - other.value) / max(abs(one.value), abs(other.value))
    if one.unit != other.unit and one.unit.rstrip("s") != other.unit.rstrip("s") and one.unit and other.unit:
        return apart <= _CLOSE and one.dimension not in {"time", "months"}
    larger, smaller = (one, other) if one.value > other.value else (other, one)
    if apart > _ROUND or one.bound == other.bound:
        return False
    if larger.bound == "under" or "about" in {larger.bound, smaller.bound}:
        exact, rough = (larger, smaller) if smaller.bound == "about" else (smaller, larger)
        return _rounder(rough, exact)
    return smaller.bound == "over" and _rounder(smaller, larger)


def _weighed(one: Quantity, other: Quantity) -> Quantity:
    """Take pounds for a weight where the other is one."""
    if one.unit in {"pound", "pounds"} and other.dimension == "mass":
        return one._replace(value=one.value * _POUND, dimension="mass")
    return one


def _rounder(rough: Quantity, exact: Quantity) -> bool:
    """Say whether one quantity has fewer digits that tell than another."""
    return len(_digits(rough)) < len(_digits(exact)) or (
        rough.dimension == SHARE != COUNT and rough.value.denominator <= 10
    )


def _digits(one: Quantity) -> str:
    return f"{float(one.value):.12g}".replace(".", "").strip("0")


def _kin(one: str, other: str) -> bool:
    return one == other or (COUNT in {one, other} and {one, other}.isdisjoint({SHARE, POINTS, TIMES}))


def _comparable(one: Quantity, other: Quantity) -> bool:
    return not (one.plain and other.plain and min(one.value, other.value) <= 1)


def _derived(left: list[Quantity], mine: Reading, others: list[Quantity], theirs: Reading) -> list[Quantity]:
    """Leave out what follows from the other side: six of eight are three quarters, 2.10 doubled is 4.20."""
    apart = {
        abs(a.value - b.value)
        for group in (theirs.quantities, mine.quantities)
        for a in group
        for b in group
        if a.dimension == b.dimension and a is not b and a.value != b.value
    }
    wholes = {quantity.value for quantity in (*theirs.quantities, *mine.quantities)}
    left = [one for one in left if not (one.value in apart and one.value > _SMALL and len(mine.quantities) > _SMALL)]
    return [quantity for quantity in left if not any(_follows(quantity, other, wholes) for other in others)]


def _stepped(left: list[Quantity], theirs: Reading) -> list[Quantity]:
    """Leave out a share that lies as many points from another as the other side says: from 3 per cent, by half a point."""
    points = {one.value for one in theirs.quantities if one.dimension == POINTS}
    shares = [one.value for one in theirs.quantities if one.dimension == SHARE]
    steps = {abs(one - other) * 100 for one in shares for other in shares}
    reached = {one + way * step / 100 for one in shares for step in points for way in (1, -1)}
    return [
        one
        for one in left
        if not (one.dimension == POINTS and one.value in steps)
        and not (one.dimension == SHARE and one.value in reached)
    ]


def _complements(one: Quantity, other: Quantity, wholes: set[Fraction]) -> bool:
    """Say whether one is what the other leaves of a whole that both sides name, or of all."""
    if one.dimension != other.dimension:
        return False
    return one.value + other.value == 1 if one.dimension == SHARE else one.value + other.value in wholes


def _against_one(left: list[Quantity], mine: Reading, other: Reading) -> bool:
    """Say whether the other side has one of what is counted here: ``two seasons``, ``one season``."""
    singles = {
        base for at, word in enumerate(other.words[:-1]) if word.lower == "one" for base in other.words[at + 1].bases
    }
    return any(
        not singles.isdisjoint(word.bases)
        for quantity in left
        if quantity.plain
        for word in mine.words
        if 0 < word.start - quantity.end <= 1
    )


def _follows(one: Quantity, other: Quantity, wholes: set[Fraction]) -> bool:
    if {one.dimension, other.dimension}.isdisjoint({SHARE, TIMES}):
        return False
    some = wholes - {Fraction(1), one.value, other.value}
    return one.value * other.value in some or any(
        other.value * whole == one.value or one.value * whole == other.value for whole in some
    )


def _apart(first: list[Moment], second: list[Moment]) -> tuple[list[Moment], list[Moment]]:
    """Give the times that have none on the other side; one that only may be the same is not one that another has."""
    left = [one for one in first if not _met(one, second, first)]
    right = [one for one in second if not _met(one, first, second)]
    return [one for one in left if not one.open], [one for one in right if not one.open]


def _met(one: Moment, others: list[Moment], beside: list[Moment]) -> bool:
    return any(
        agree(one, other)
        and (share(one, other) or not any(agree(mine, other) and share(mine, other) for mine in beside))
        for other in others
    )
