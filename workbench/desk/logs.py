"""The search log, the right-of-reply log and requests for a correction: what was done, also where nothing came of it."""

from claims_db import views
from claims_db.repositories.logs import NewCorrectionRequest, NewReplyRequest, NewSearchEntry, RequestAnswer
from claims_db.rows import ClaimSheet, CorrectionRequestRow
from claims_db.vocabulary import Action, DraftField
from workbench.desk.drafting import settle
from workbench.desk.ledger_entries import CorrectionRequestEntry, OutcomeEntry, ReplyEntry, SearchLogEntry
from workbench.desk.queueing import sheet
from workbench.desk.workplace import Workplace
from workbench.domain.publisher import is_web_address
from workbench.domain.text import printable, storable
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
    asked, at = _asked(place, entry)
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


def ask_for_correction(place: Workplace, number: int, entry: CorrectionRequestEntry) -> ClaimSheet:
    """Write down that somebody else was asked to correct what they published."""
    asked, at = _asked(place, entry)
    article = next((one.article for one in sheet(place, number).appearances if one.article is not None), None)
    outlet, url = entry.outlet, entry.url
    if article is not None and (outlet is None or url is None):
        with place.read() as connection:
            row = views.article_sheet(connection, article, place.reviewer.public_id).row
        outlet, url = row.outlet if outlet is None else outlet, row.url if url is None else url
    outlet, url, channel, request = (
        storable(text or "").strip() for text in (outlet, url, entry.channel, entry.request)
    )
    _check_address(url)
    new = NewCorrectionRequest(asked, outlet, url, channel, request, at, entry.deadline)
    with place.work(Action.CORRECTION_ASKED) as work:
        work.logs.asked_to_correct(number, new)
        work.reviews.drop_draft(number, DraftField.CORRECTION_REQUEST)
    settle(place, number, DraftField.CORRECTION_REQUEST)
    return sheet(place, number)


def note_outcome(place: Workplace, number: int, position: int, entry: OutcomeEntry) -> ClaimSheet:
    """Write down what came of a request for a correction."""
    now = place.clock()
    at = now if entry.at is None else entry.at
    if at > now:
        raise BadInput("Nothing came of it in the future.", "Give the time at which it was so.")
    row = next((one for one in sheet(place, number).correction_requests if one.number == position), None)
    if row is not None and at < row.asked_at:
        raise BadInput("The outcome is before the request.", "Give a time after it.")
    url, note = storable(entry.url).strip(), storable(entry.note).strip()
    _check_address(url)
    with place.work(Action.CORRECTION_ANSWERED) as work:
        work.logs.corrected(number, position, RequestAnswer(entry.outcome, at, url, note, entry.printed))
        work.reviews.drop_draft(number, DraftField.CORRECTION_REQUEST)
    settle(place, number, DraftField.CORRECTION_REQUEST)
    return sheet(place, number)


def _check_address(url: str) -> None:
    if url and not is_web_address(url):
        raise BadInput(f"{printable(url[:120])} is no web address.", "Give it whole, as https://…")


def correction_requests(place: Workplace, *, open_alone: bool) -> tuple[CorrectionRequestRow, ...]:
    """List the requests for a correction of the desk, or those that nothing has come of yet."""
    with place.read() as connection:
        return views.every_correction_request(connection, open_alone=open_alone)


def _asked(place: Workplace, entry: ReplyEntry | CorrectionRequestEntry) -> tuple[str, int]:
    """See that a request has a name and possible times; give whom, and when."""
    asked = storable(entry.asked).strip()
    if not asked:
        raise BadInput("Nobody is named.", "Say whom you asked.")
    now = place.clock()
    at = now if entry.asked_at is None else entry.asked_at
    if at > now:
        raise BadInput("Nobody was asked in the future.", "Give the time at which you asked.")
    if entry.deadline is not None and entry.deadline < at:
        raise BadInput("The deadline is before the request.", "Give a time after it.")
    return asked, at
