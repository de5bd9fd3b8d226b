"""The search log and the right-of-reply log: what was done to find out, also where nothing came of it."""

from claims_db.repositories.logs import NewReplyRequest, NewSearchEntry
from claims_db.rows import ClaimSheet
from claims_db.vocabulary import Action, DraftField
from workbench.desk.drafting import settle
from workbench.desk.ledger_entries import ReplyEntry, SearchLogEntry
from workbench.desk.queueing import sheet
from workbench.desk.workplace import Workplace
from workbench.domain.text import storable
from workbench.errors import BadInput


def log_search(place: Workplace, number: int, entry: SearchLogEntry) -> ClaimSheet:
    """Write a line of the search log."""
    where, words = storable(entry.place).strip(), storable(entry.words).strip()
    if not where:
        raise BadInput("The search log needs a place.", "Name the register, archive or search engine.")
    if not words:
        raise BadInput("The search log needs the words.", "Write what you asked for there, word for word.")
    now = place.clock()
    at = now if entry.searched_at is None else entry.searched_at
    if at > now:
        raise BadInput("Nobody has looked in the future.", "Give the time at which you looked.")
    with place.work(Action.SEARCH_LOGGED) as work:
        work.logs.looked(number, NewSearchEntry(where, words, storable(entry.found).strip(), at))
        work.reviews.drop_draft(number, DraftField.SEARCH_LOG)
    settle(place, number, DraftField.SEARCH_LOG)
    return sheet(place, number)


def ask_for_reply(place: Workplace, number: int, entry: ReplyEntry) -> ClaimSheet:
    """Write a line of the right-of-reply log."""
    asked = storable(entry.asked).strip()
    if not asked:
        raise BadInput("Nobody is named.", "Say whom you asked.")
    now = place.clock()
    at = now if entry.asked_at is None else entry.asked_at
    if at > now:
        raise BadInput("Nobody was asked in the future.", "Give the time at which you asked.")
    if entry.deadline is not None and entry.deadline < at:
        raise BadInput("The deadline is before the request.", "Give a time after it.")
    channel, question = storable(entry.channel).strip(), storable(entry.question).strip()
    with place.work(Action.REPLY_ASKED) as work:
        work.logs.asked(number, NewReplyRequest(asked, channel, question, at, entry.deadline))
        work.reviews.drop_draft(number, DraftField.REPLY)
    settle(place, number, DraftField.REPLY)
    return sheet(place, number)


def answer_reply(place: Workplace, number: int, position: int, answer: str) -> ClaimSheet:
    """Write what somebody answered, word for word."""
    words = storable(answer).strip()
    if not words:
        raise BadInput("The answer is empty.", "Write it word for word; no answer needs no line.")
    with place.work(Action.REPLY_ANSWERED) as work:
        work.logs.answered(number, position, words, work.now)
        work.reviews.drop_draft(number, DraftField.REPLY)
    settle(place, number, DraftField.REPLY)
    return sheet(place, number)
