"""Days as the desk counts them: from midnight to midnight in its time zone, however long a day is there."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from workbench.domain.dates import first_day, last_day, parse_date
from workbench.domain.moments import known_zone
from workbench.errors import BadInput

DAY = 24 * 60 * 60 * 1_000_000
"""A day in microseconds, where no clock is put forward or back."""

AGES = (("under a day", 1), ("1 to 3 days", 3), ("3 to 7 days", 7), ("1 to 4 weeks", 28))
"""How long claims have waited: what it is called, and the days up to which it goes."""

OLDEST = "over 4 weeks"
"""What is longer than all of these."""


_LAST_DAY = date.max.isoformat()
"""Behind it there is no midnight, and so no bound."""


class Period(NamedTuple):
    """From one day to another, both of them inside, in ISO 8601; empty for no bound."""

    first: str = ""
    last: str = ""

    def instants(self, zone: str) -> tuple[int | None, int | None]:
        """Give the midnights at which it begins, and before which it ends, in microseconds UTC."""
        return (
            midnight(date.fromisoformat(self.first), zone) if self.first else None,
            midnight(date.fromisoformat(self.last) + timedelta(days=1), zone) if "" < self.last < _LAST_DAY else None,
        )

    def words(self) -> str:
        """Say from when to when; empty where there are no bounds."""
        bounds = (("from", self.first), ("to", self.last))
        return " ".join(f"{name} {day}" for name, day in bounds if day)


ALWAYS = Period()
"""The period without bounds."""


def parse_period(first: str, last: str) -> Period:
    """Read the days from and to which something is looked at; a month or a year is all of its days.

    Raises:
        BadInput: one is no date, or the period ends before it begins.

    """
    period = Period(
        first_day(parse_date(first)).isoformat() if first.strip() else "",
        last_day(parse_date(last)).isoformat() if last.strip() else "",
    )
    if period.first and period.last and period.last < period.first:
        raise BadInput("The period ends before it begins.", "Give the earlier day first.")
    return period


def midnight(day: date, zone: str) -> int:
    """Give the instant at which a day begins in a zone, in microseconds UTC."""
    return int(datetime.combine(day, time(), known_zone(zone)).astimezone(UTC).timestamp()) * 1_000_000


def day_edges(now: int, days: int, zone: str) -> tuple[int, ...]:
    """Give the midnights before each of the last days and the one after today, in microseconds UTC."""
    today = datetime.fromtimestamp(now // 1_000_000, known_zone(zone)).date()
    return tuple(midnight(today + timedelta(days=at), zone) for at in range(1 - days, 2))


def age_edges(now: int) -> tuple[int, ...]:
    """Give the instants between the ages, the longest ago first; the first and the last leave nothing out."""
    return (-(1 << 62), *(now - days * DAY for _, days in reversed(AGES)), 1 << 62)


def day_name(instant: int, zone: str) -> str:
    """Name the day of an instant, such as ``Thu 26 Nov``."""
    day = datetime.fromtimestamp(instant // 1_000_000, known_zone(zone))
    return f"{day:%a} {day.day} {day:%b}"
