"""Rows of numbers that are set beside each other."""

from decimal import Decimal
from typing import NamedTuple

from claims_db.vocabulary import NumberOutcome


class FigureRow(NamedTuple):
    """A number as its words give it; ``low`` and ``high`` are two only of a range.

    ``bound`` says how it is meant (``exactly``, ``about``, ``more than``, …), ``unit`` is empty of a count, ``counted``
    what is counted, ``period`` the time it is about, ``base`` of what or for how many it is told.
    """

    words: str
    low: Decimal
    high: Decimal
    bound: str
    unit: str
    counted: str
    period: str
    base: str


class NumberRow(NamedTuple):
    """A number of a claim beside the source's, which is None where the source has none like it.

    ``difference`` is claimed less source's and ``share`` the same as a share of the source's, both None where they
    can't be known. ``reason`` says why the two differ or can't be compared, ``remarks`` what else to look at.
    """

    outcome: NumberOutcome
    claimed: FigureRow
    source: FigureRow | None
    difference: Decimal | None
    share: Decimal | None
    reason: str
    remarks: tuple[str, ...]
