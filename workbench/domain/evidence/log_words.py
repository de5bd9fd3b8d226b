"""The lines of the search log and the right-of-reply log, in words."""

from claims_db.rows import ReplyRow, SearchEntryRow
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


def answer_words(row: ReplyRow, now: int | None = None) -> str:
    """Say whether an answer came, and when; ``now`` tells whether one is still awaited, and until when."""
    if row.answered_at is not None:
        return f"Answered on {instant_words(row.answered_at)}:"
    if now is None or (row.deadline is not None and row.deadline <= now):
        return "No answer."
    return "No answer yet." if row.deadline is None else f"Awaited until {instant_words(row.deadline)}."
