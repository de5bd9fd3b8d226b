"""Days as the desk counts them: from midnight to midnight in its time zone, however long a day is there."""

from datetime import UTC, datetime, time, timedelta

from workbench.domain.moments import known_zone

DAY = 24 * 60 * 60 * 1_000_000
"""A day in microseconds, where no clock is put forward or back."""

AGES = (("under a day", 1), ("1 to 3 days", 3), ("3 to 7 days", 7), ("1 to 4 weeks", 28))
"""How long claims have waited: what it is called, and the days up to which it goes."""

OLDEST = "over 4 weeks"
"""What is longer than all of these."""


def day_edges(now: int, days: int, zone: str) -> tuple[int, ...]:
    """Give the midnights before each of the last days and the one after today, in microseconds UTC."""
    there = known_zone(zone)
    today = datetime.fromtimestamp(now // 1_000_000, there).date()
    midnights = (datetime.combine(today + timedelta(days=at), time(), there) for at in range(1 - days, 2))
    return tuple(int(midnight.astimezone(UTC).timestamp()) * 1_000_000 for midnight in midnights)


def age_edges(now: int) -> tuple[int, ...]:
    """Give the instants between the ages, the longest ago first; the first and the last leave nothing out."""
    return (-(1 << 62), *(now - days * DAY for _, days in reversed(AGES)), 1 << 62)


def day_name(instant: int, zone: str) -> str:
    """Name the day of an instant, such as ``Thu 26 Nov``."""
    day = datetime.fromtimestamp(instant // 1_000_000, known_zone(zone))
    return f"{day:%a} {day.day} {day:%b}"
