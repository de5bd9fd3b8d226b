"""A number as a sentence gives it: value, unit, period and base, how exactly it is meant, and how it was rounded."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

_DECIMALS = 4


class Bound(StrEnum):
    """How a number is meant."""

    EXACT = "exactly"
    ABOUT = "about"
    MORE = "more than"
    AT_LEAST = "at least"
    LESS = "less than"
    AT_MOST = "at most"
    RANGE = "between"


@dataclass(frozen=True)
class Figure:
    """A number with all that has to be the same before it can be compared.

    Attributes:
        low, high: its value; two values only where a range is given.
        unit: ``%``, ``pp`` for percentage points, a currency, a unit of measure, or empty.
        bound: how it is meant.
        step: what one in its last written digit is worth: 0.1 billion for ``40.2 billion``.
        period: the time it is about, such as ``2021``, ``2021-Q3`` or ``2021-03``; empty where none is named.
        rate: ``month`` for what is paid or done each month; empty for what is counted once.
        base: of what, or for how many: ``person`` per head, ``100000 people``, ``of adults``; empty for a total.
        against: the time that a change is counted from, such as ``year``.
        way: ``up`` or ``down`` for what rose or fell.
        changed: True for a change (``rose by``), False for a level (``rose to``), None where the words leave it open.
        counted: the word behind a number without unit, such as ``lorries``.
        earlier: what it was before, where a sentence says ``from 4 to 4.48 euros``.
        words: how it is written.

    """

    low: Decimal
    high: Decimal
    unit: str = ""
    bound: Bound = Bound.EXACT
    step: Decimal = Decimal(1)
    period: str = ""
    rate: str = ""
    base: str = ""
    against: str = ""
    way: str = ""
    changed: bool | None = None
    counted: str = ""
    earlier: Decimal | None = None
    words: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Write it as a check shows it, such as ``about 40,000,000,000 USD per person in 2021``."""
        value = plain(self.low) if self.low == self.high else f"{plain(self.low)} to {plain(self.high)}"
        unit = self.unit if self.unit in {"%", "°"} else f" {self.unit}" if self.unit else ""
        lead = "" if self.bound in {Bound.EXACT, Bound.RANGE} else f"{self.bound} "
        base = f" {self.base}" if self.base.startswith("of ") else f" per {self.base}" if self.base else ""
        rate = f" per {self.rate}" if self.rate else ""
        return f"{lead}{value}{unit}{base}{rate}{f' in {self.period}' if self.period else ''}"


def plain(value: Decimal) -> str:
    """Write a number with up to four decimals, its thousands grouped, without an exponent."""
    written = format(value, f",.{_DECIMALS}f")
    return written.rstrip("0").rstrip(".")
