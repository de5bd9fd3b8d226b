"""Why a queue gives nothing, and when it will again, in words."""

from datetime import UTC, datetime

from claims_db.rows import QueueSummary

_MINUTE = 60_000_000
_DAY = 24 * 60 * _MINUTE
_WEEK = 7
_MOST_MINUTES, _MOST_HOURS = 90, 48


def why_nothing_is_free(summary: QueueSummary, now: int) -> str:
    """Say in one sentence why a queue gives nothing: held, postponed, for others or done, and what comes free when."""
    return f"Nothing to take: {queue_words(summary, now)}."


def queue_words(summary: QueueSummary, now: int) -> str:
    """Say how many claims of a queue are free, and what becomes of the others."""
    parts = [f"{summary.free} free"]
    if summary.leased:
        until = summary.next_lease_expires_at
        wait = f" (the oldest for {span_words(until - now)} more)" if until else ""
        parts.append(f"{summary.leased} leased{wait}")
    if summary.postponed:
        until = summary.next_postponed_until
        parts.append(f"{summary.postponed} postponed" + (f" until {day_words(until, now)}" if until else ""))
    if summary.assigned:
        parts.append(f"{summary.assigned} assigned to others")
    if summary.barred:
        parts.append(f"{summary.barred} for somebody who did not write the verdict")
    parts.append(f"{summary.done} done")
    return ", ".join(parts)


def span_words(span: int) -> str:
    """Say how long a span is, in whole minutes or hours, rounded up."""
    minutes = max(1, -(-span // _MINUTE))
    hours = -(-minutes // 60)
    if minutes <= 90:
        return "1 minute" if minutes == 1 else f"{minutes} minutes"
    return f"{hours} hours"


def day_words(instant: int, now: int) -> str:
    """Say when something is: the time today, the day within a week, else the date; all in UTC."""
    then, today = (datetime.fromtimestamp(at // 1_000_000, UTC) for at in (instant, now))
    if then.date() == today.date():
        return f"{then:%H:%M} UTC"
    if (then.date() - today.date()).days < _WEEK:
        return f"{then:%A}"
    return f"{then:%Y-%m-%d}"


def short_span(span: int) -> str:
    """Say how long something lasts where there is little room, rounded up: ``12 min``, ``3 h``, ``4 days``."""
    minutes = max(1, -(-span // _MINUTE))
    if minutes <= _MOST_MINUTES:
        return f"{minutes} min"
    hours = -(-minutes // 60)
    return f"{hours} h" if hours <= _MOST_HOURS else f"{-(-hours // 24)} days"


def elapsed_span(span: int) -> str:
    """Say how long ago something was where there is little room, rounded down."""
    minutes = max(1, span // _MINUTE)
    if minutes <= _MOST_MINUTES:
        return f"{minutes} min"
    hours = minutes // 60
    return f"{hours} h" if hours <= _MOST_HOURS else f"{hours // 24} days"


def due_words(deadline: int, now: int) -> str:
    """Say when a claim is due, or for how long it has been late."""
    return f"due {day_words(deadline, now)}" if deadline > now else f"late by {elapsed_span(now - deadline)}"
