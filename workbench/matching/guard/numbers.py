"""Which quantities, times and periods of two claims agree, and which are against each other."""

from fractions import Fraction
from typing import NamedTuple

from workbench.matching.guard.quantities import Quantity
from workbench.matching.guard.reading import Reading
from workbench.matching.guard.times import Moment, agree
from workbench.matching.guard.units import COUNT, POINTS, SHARE, TIMES

_SMALL = 2


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


def figures(one: Reading, other: Reading) -> Figures:
    """Compare the figures of two claims."""
    first, second, shared = _unpartnered(list(one.quantities), list(other.quantities))
    first, second = _derived(first, one, second, other), _derived(second, other, first, one)
    complement = any(
        mine.dimension == theirs.dimension == SHARE and mine.value + theirs.value == 1
        for mine in first
        for theirs in second
    )
    if complement:
        first, second = [], []
    times, other_times = _apart(list(one.moments), list(other.moments))
    mine, theirs = {name for name, *_ in one.periods}, {name for name, *_ in other.periods}
    clash = any(_comparable(mine, theirs) for mine in first for theirs in second)
    return Figures(
        tuple(first), tuple(second), tuple(times), tuple(other_times),
        clash=clash,
        added=not clash and any(quantity.value > _SMALL or not quantity.plain for quantity in (*first, *second)),
        shared=shared,
        complement=complement,
        time_clash=bool(times and other_times),
        time_added=bool(times) != bool(other_times),
        period=bool(mine and theirs and mine != theirs),
    )  # fmt: skip


def _unpartnered(first: list[Quantity], second: list[Quantity]) -> tuple[list[Quantity], list[Quantity], bool]:
    left, shared = [], False
    second = list(second)
    seen = {_measure(quantity) for quantity in second}
    for quantity in first:
        partner = next((other for other in second if _equal(quantity, other)), None)
        if partner is not None:
            second.remove(partner)
            shared = True
        elif _measure(quantity) not in seen:
            left.append(quantity)
    had = {_measure(quantity) for quantity in first}
    return left, [quantity for quantity in second if _measure(quantity) not in had], shared


def _measure(quantity: Quantity) -> tuple[Fraction, str]:
    return quantity.value, quantity.dimension


def _equal(one: Quantity, other: Quantity) -> bool:
    if one.value == other.value and _kin(one.dimension, other.dimension):
        return True
    return {one.dimension, other.dimension} == {SHARE, TIMES} and abs(one.value - other.value) == 1


def _kin(one: str, other: str) -> bool:
    return one == other or (COUNT in {one, other} and {one, other}.isdisjoint({SHARE, POINTS, TIMES}))


def _comparable(one: Quantity, other: Quantity) -> bool:
    return not (one.plain and other.plain and min(one.value, other.value) <= 1)


def _derived(left: list[Quantity], mine: Reading, others: list[Quantity], theirs: Reading) -> list[Quantity]:
    """Leave out what follows from the other side: six of eight are three quarters, 2.10 doubled is 4.20."""
    wholes = {quantity.value for quantity in (*theirs.quantities, *mine.quantities)}
    return [quantity for quantity in left if not any(_follows(quantity, other, wholes) for other in others)]


def _follows(one: Quantity, other: Quantity, wholes: set[Fraction]) -> bool:
    if {one.dimension, other.dimension}.isdisjoint({SHARE, TIMES}):
        return False
    some = wholes - {Fraction(1), one.value, other.value}
    return one.value * other.value in some or any(
        other.value * whole == one.value or one.value * whole == other.value for whole in some
    )


def _apart(first: list[Moment], second: list[Moment]) -> tuple[list[Moment], list[Moment]]:
    left = [one for one in first if not any(agree(one, other) for other in second)]
    right = [one for one in second if not any(agree(one, other) for other in first)]
    return [one for one in left if not one.open], [one for one in right if not one.open]
