"""What a desk brought about: what it published, what it corrected of its own, and what others corrected when asked."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from claims_db.report_vocabulary import RequestOutcome
from claims_db.rows import CorrectionMade, CorrectionRequestRow
from claims_db.vocabulary import Severity
from workbench.domain.balance import FEW
from workbench.domain.days import DAY, Period


class Lasted(NamedTuple):
    """How many there were and how many days they took; of few there is no median, and of none no days."""

    total: int
    median_days: float | None
    shortest_days: float | None
    longest_days: float | None


class SeverityLine(NamedTuple):
    """Corrections of the desk's own of one severity, from the first publication to the correction."""

    severity: Severity
    lasted: Lasted


class OutcomeLine(NamedTuple):
    """Requests to others that came to the same, from the request to the outcome; without one they are open."""

    outcome: RequestOutcome | None
    lasted: Lasted


class OutletLine(NamedTuple):
    """The requests to one outlet, of which ``answered`` are told by outcome; ``outlet`` is empty where none is named."""

    outlet: str
    asked: int
    outcomes: tuple[int, ...]
    open: int
    answered: Lasted


class Impact(NamedTuple):
    """The report. A finding counts by its first publication, a correction by its day, a request by when it was asked."""

    period: Period
    published: int
    corrections: tuple[SeverityLine, ...]
    outcomes: tuple[RequestOutcome, ...]
    requests: tuple[OutcomeLine, ...]
    outlets: tuple[OutletLine, ...]


def impact_of(
    period: Period, published: int, made: Sequence[CorrectionMade], asked: Sequence[CorrectionRequestRow]
) -> Impact:
    """Make the report of what went out, of the corrections that were made, and of the requests that were asked."""
    return Impact(
        period,
        published,
        tuple(
            SeverityLine(
                severity, lasted((one.published_at, one.corrected_at) for one in made if one.severity is severity)
            )
            for severity in Severity
        ),
        tuple(RequestOutcome),
        tuple(
            OutcomeLine(outcome, _lasted([one for one in asked if one.outcome is outcome]))
            for outcome in (*RequestOutcome, None)
        ),
        _outlets(asked),
    )


def lasted(spans: Iterable[tuple[int, int]]) -> Lasted:
    """Say how many days spans of time lasted."""
    days = sorted(round((end - start) / DAY, 1) for start, end in spans)
    if not days:
        return Lasted(0, None, None, None)
    return Lasted(len(days), round(median(days), 1) if len(days) >= FEW else None, days[0], days[-1])


def lasted_words(found: Lasted) -> str:
    """Say how long it took; of few from the shortest to the longest."""
    if found.shortest_days is None or found.longest_days is None:
        return "–"
    if found.median_days is not None:
        return f"median {found.median_days:g}"
    if found.shortest_days == found.longest_days:
        return f"{found.shortest_days:g}"
    return f"{found.shortest_days:g} to {found.longest_days:g}"


def _lasted(asked: Iterable[CorrectionRequestRow]) -> Lasted:
    rows = tuple(asked)
    found = lasted((one.asked_at, one.outcome_at) for one in rows if one.outcome_at is not None)
    return found._replace(total=len(rows))


def _outlets(asked: Iterable[CorrectionRequestRow]) -> tuple[OutletLine, ...]:
    outlet = attrgetter("outlet")
    found = [
        OutletLine(
            name,
            len(rows),
            tuple(sum(one.outcome is outcome for one in rows) for outcome in RequestOutcome),
            sum(one.outcome is None for one in rows),
            _lasted(one for one in rows if one.outcome is not None),
        )
        for name, group in groupby(sorted(asked, key=outlet), key=outlet)
        for rows in [tuple(group)]
    ]
    return tuple(sorted(found, key=lambda one: (not one.outlet, -one.asked, one.outlet)))
