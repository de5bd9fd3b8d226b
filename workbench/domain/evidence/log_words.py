"""The lines of the search log, the right-of-reply log and the requests for a correction, in words."""

from types import MappingProxyType

from claims_db.report_vocabulary import RequestOutcome
from claims_db.rows import CorrectionRequestRow, ReplyRow, SearchEntryRow
from workbench.domain.dates import instant_words

NOTHING_FOUND = "nothing was found"


def search_words(row: SearchEntryRow) -> str:
    """Say where somebody looked, with what words, and what came of it."""
    return f"{row.place}: “{row.words}”: {row.found or NOTHING_FOUND}"


def request_words(row: ReplyRow) -> str:
    """Say who was asked, how, when, and until when they could answer."""
    how = f" by {row.channel}" if row.channel else ""
    deadline = f", to answer by {instant_words(row.deadline)}" if row.deadline is not None else ""
    return f"{row.asked}, asked{how} on {instant_words(row.asked_at)}{deadline}"


def correction_request_words(row: CorrectionRequestRow) -> str:
    """Say who was asked to correct what, how, when, and until when they could."""
    outlet = f" ({row.outlet})" if row.outlet and row.outlet != row.asked else ""
    how = f" by {row.channel}" if row.channel else ""
    deadline = f", to answer by {instant_words(row.deadline)}" if row.deadline is not None else ""
    url = f", about {row.url}" if row.url else ""
    return f"{row.asked}{outlet}, asked{how} on {instant_words(row.asked_at)}{deadline}{url}"


def outcome_words(row: CorrectionRequestRow, now: int) -> str:
    """Say what came of a request for a correction, where that can be read, and whether reports tell of it."""
    if row.outcome is None or row.outcome_at is None:
        if row.deadline is None:
            return "Nothing yet."
        return f"{'Awaited until' if row.deadline > now else 'Nothing by'} {instant_words(row.deadline)}."
    url = f": {row.outcome_url}" if row.outcome_url else ""
    told = "printed in reports" if row.printed else "internal"
    return f"{outcome_day(row)}{url} ({told})."


def is_told(row: CorrectionRequestRow) -> bool:
    """Whether reports tell of a request: something came of it, and it is no internal matter."""
    return row.printed and row.outcome is not None


def outcome_day(row: CorrectionRequestRow) -> str:
    """Say what came of a request, and when; empty where nothing has."""
    if row.outcome is None or row.outcome_at is None:
        return ""
    return f"{_OUTCOMES[row.outcome]} on {instant_words(row.outcome_at)}"


_OUTCOMES = MappingProxyType(
    {
        RequestOutcome.CORRECTED: "Corrected",
        RequestOutcome.PARTLY: "Partly corrected",
        RequestOutcome.CLARIFIED: "Clarified",
        RequestOutcome.REFUSED: "Refused",
        RequestOutcome.NO_ANSWER: "No answer, as noted",
        RequestOutcome.DELETED: "Deleted, as noted",
    }
)


def answer_words(row: ReplyRow, now: int | None = None) -> str:
    """Say whether an answer came, and when; ``now`` tells whether one is still awaited, and until when.

    Without it, as in what is read at any time, only what holds at any time is said.
    """
    if row.answered_at is not None:
        return f"Answered on {instant_words(row.answered_at)}:"
    if now is None:
        return "No answer so far."
    if row.deadline is not None and row.deadline <= now:
        return "No answer."
    return "No answer yet." if row.deadline is None else f"Awaited until {instant_words(row.deadline)}."
