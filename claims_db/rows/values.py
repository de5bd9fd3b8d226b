"""Dates, quotes, spans, reasons and waivers: the parts that other rows are made of."""

from typing import NamedTuple

from claims_db.vocabulary import DatePrecision


class DateRow(NamedTuple):
    """A date as well as it is known: ISO 8601 value, its precision, and the zone it was given in."""

    value: str
    precision: DatePrecision
    zone: str = ""


class RecheckDate(NamedTuple):
    """From which day on a finding has to be checked again, as 2026-11-14, and why; both are empty where none is known."""

    on: str = ""
    reason: str = ""

    def __str__(self) -> str:
        """Say both for people."""
        return f"{self.on}: {self.reason}" if self.on else "none"


class ReasonRow(NamedTuple):
    """One named reason for a check-worthiness, with what it added or took away."""

    name: str
    weight: float


class QuoteRow(NamedTuple):
    """Exact words and what stands around them (W3C TextQuoteSelector), up to 32 characters each side."""

    exact: str
    prefix: str
    suffix: str


class RefusedRow(NamedTuple):
    """A half-open range of code points in the normalised text that extraction refused, and why."""

    start: int
    end: int
    reason: str


class WaiverRow(NamedTuple):
    """Why a rule for sign-off is not asked for of a claim, who said so, and when."""

    rule: str
    reason: str
    waived_by: str
    waived_at: int


class SpanRow(NamedTuple):
    """A half-open range of code points in the normalised text and the same range in the source text."""

    start: int
    end: int
    source_start: int
    source_end: int
