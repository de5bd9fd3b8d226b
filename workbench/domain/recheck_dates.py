"""From which day a finding is to be checked again, and why: what people type, and how it is said."""

from datetime import date

from claims_db.rows import RecheckDate
from claims_db.vocabulary import DatePrecision
from workbench.domain.dates import echoed, instant_words, long_day, parse_date
from workbench.domain.text import storable
from workbench.errors import BadInput

LONGEST_REASON = 500


def recheck_date(on: str, reason: str) -> RecheckDate:
    """Read a day and its reason as they are stored; both empty stand for none.

    Raises:
        BadInput: one is there without the other, the day is none, or the reason is too long.

    """
    day, why = " ".join(on.split()), " ".join(storable(reason).split())
    if not day and not why:
        return RecheckDate()
    if not day:
        raise BadInput("A reason to check again needs a day.", "Say from which day on, such as 2026-11-14.")
    if not why:
        raise BadInput(
            "A day to check again needs a reason.", "Say what comes then, such as the next release of a survey."
        )
    if len(why) > LONGEST_REASON:
        raise BadInput("The reason to check again is too long.", f"Use at most {LONGEST_REASON} characters.")
    found = parse_date(day)
    if found.precision is not DatePrecision.DAY:
        raise BadInput(f"{echoed(day)} is no day.", "Write year, month and day, such as 2026-11-14.")
    return RecheckDate(found.value, why)


def is_due(recheck: RecheckDate, now: int) -> bool:
    """Say whether the day has come at an instant; days are counted in UTC."""
    return bool(recheck.on) and recheck.on <= instant_words(now)[:10]


def recheck_words(recheck: RecheckDate) -> str:
    """Say the day and the reason, such as ``14 November 2026: next release``; empty where there is none."""
    return f"{long_day(date.fromisoformat(recheck.on))}: {recheck.reason}" if recheck.on else ""
