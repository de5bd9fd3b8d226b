"""How a queue ranks its claims: one integer for priority, deadline, demand and check-worthiness."""

from collections.abc import Sequence
from typing import NamedTuple

from claims_db.vocabulary import Priority, RankKey

WORTH = 10_000
"""A check-worthiness of 1 as the tables store it."""

DEFAULT_ORDERS = tuple(key.value for key in RankKey)
"""What the queue that every desk has is ordered by: the pressing first, then the soonest due, the most asked for."""

_PRIORITIES = tuple(Priority)
_MINUTE = 60_000_000
_MINUTES = 1 << 25
_FIRST_MINUTE = 15_778_080  # from 1970 to 2000: the deadlines of 63 years from there are told apart
_DEMANDS = 1 << 10


class Pressing(NamedTuple):
    """What a claim's rank follows from; ``worth`` in ten-thousandths, ``deadline`` in microseconds UTC."""

    worth: int
    priority: Priority = Priority.NORMAL
    deadline: int | None = None
    demand: int = 0


def rank(orders: Sequence[str], claim: Pressing) -> int:
    """Give a claim's rank in a queue with these orders, the first of them deciding most; the lowest stands first."""
    found = 0
    for order in orders:
        size, digit = _digit(RankKey(order), claim)
        found = found * size + digit
    return found


def _digit(key: RankKey, claim: Pressing) -> tuple[int, int]:
    """Give how many values a key has, and which one this claim has; the lowest presses most."""
    if key is RankKey.PRIORITY:
        return len(_PRIORITIES), _PRIORITIES.index(claim.priority)
    if key is RankKey.DEADLINE:
        minute = _MINUTES if claim.deadline is None else claim.deadline // _MINUTE - _FIRST_MINUTE
        return _MINUTES, max(0, min(minute, _MINUTES - 1))
    if key is RankKey.DEMAND:
        return _DEMANDS, _DEMANDS - 1 - max(0, min(claim.demand, _DEMANDS - 1))
    return WORTH + 1, WORTH - claim.worth
