"""Looking again at what evidence rests on: politely, outside of any transaction, one transaction for each source."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from claims_db import views
from claims_db.capture_vocabulary import RecheckOutcome
from claims_db.repositories.rechecks import NewRecheck
from claims_db.rows import CaptureRow, RestingRow, WatchedRow
from claims_db.vocabulary import Action
from workbench.desk.capturing import asker, captured_row
from workbench.desk.recheck_entries import RecheckChoice, Rechecked, RecheckReport
from workbench.desk.workplace import Workplace
from workbench.domain.evidence.check_words import outcome_words, quotes_words
from workbench.domain.evidence.later_look import CapturedWords, LaterLook, look_again
from workbench.domain.progress import Progress, Share
from workbench.domain.references import evidence_reference
from workbench.domain.text import printable
from workbench.errors import BadInput, NotFetched

if TYPE_CHECKING:
    from workbench.sources.capture.capturing import Captured
    from workbench.sources.capture.recording import Validators

_DAY = 86_400_000_000
_GONE = frozenset({404, 410})
_PART = 1_000


class _Seen(NamedTuple):
    """What a source answered: a new capture, the one known before where it still stands, or why there is none."""

    new: "Captured | None" = None
    same: bool = False
    outcome: RecheckOutcome = RecheckOutcome.UNREACHED
    why: str = ""


def recheck(place: Workplace, choice: RecheckChoice, progress: Progress) -> RecheckReport:
    """Look again at evidence; what was found of one source is stored before the next one is asked."""
    chosen, confidential = _chosen(place, choice)
    turns = place.capturer().turns
    waiting = _by_source(chosen)
    found: list[Rechecked] = []
    for done in range(len(waiting)):
        group = min(waiting, key=lambda one: turns.left(_address(one[0])))
        waiting.remove(group)
        part = Share(progress, done * _PART, _PART, (done + 1 + len(waiting)) * _PART)
        turns.wait(_address(group[0]), part.hear)
        try:
            seen = _seen(place, group[0], part.hear)
        finally:
            turns.asked(_address(group[0]))
        found += _stored(place, group, seen)
    found.sort(key=lambda one: one.evidence)
    return RecheckReport(tuple(found), _touched(place, found), confidential)


def _touched(place: Workplace, found: Sequence[Rechecked]) -> tuple[RestingRow, ...]:
    """Give what rests on sources that are not as they were, but for what was found as it was a moment ago."""
    changed = [one.evidence for one in found if not one.outcome.as_it_was]
    same = {one.evidence for one in found if one.outcome.as_it_was}
    return tuple(row for row in resting_on(place, changed) if row.evidence not in same)


def resting_on(place: Workplace, evidence: Sequence[int]) -> tuple[RestingRow, ...]:
    """Give the claims and published findings that rest on the sources of some evidence."""
    if not evidence:
        return ()
    with place.read() as connection:
        return views.resting_on(connection, evidence)


def _chosen(place: Workplace, choice: RecheckChoice) -> tuple[list[WatchedRow], tuple[int, ...]]:
    with place.read() as connection:
        rows = views.watched(connection, choice.numbers, choice.claims)
        missing = sorted(set(choice.numbers) - {row.evidence.number for row in rows})
        if missing:
            # One that is not there at all is said to be missing.
            views.evidence_card(connection, missing[0])
    if missing:
        raise BadInput(
            f"{evidence_reference(missing[0])} can't be looked at again: nothing was captured for it from an address, "
            "or it was taken off.",
            "Capture the page with 'workbench evidence add'.",
        )
    if choice.claims and not rows:
        raise BadInput(
            "There is nothing to look at again: nothing was captured from an address.",
            "Capture the page with 'workbench evidence add'.",
        )
    before = place.clock() - choice.older_than_days * _DAY
    due = {row.evidence.number: row for row in rows if not choice.older_than_days or row.looked_at < before}
    hidden = {number for number, row in due.items() if _confidential(row)} - set(choice.numbers)
    return [row for number, row in due.items() if number not in hidden], tuple(sorted(hidden))


def _confidential(row: WatchedRow) -> bool:
    return row.evidence.source is not None and row.evidence.source.confidential


def _by_source(rows: Sequence[WatchedRow]) -> list[list[WatchedRow]]:
    """Put evidence together that rests on one source: it is asked once."""
    groups: dict[str, list[WatchedRow]] = {}
    for row in rows:
        groups.setdefault(row.latest.source, []).append(row)
    return list(groups.values())


def _address(row: WatchedRow) -> str:
    """Give the address that was asked for first."""
    source = row.evidence.source
    return source.url if source is not None and source.url else row.first.final_url


def _seen(place: Workplace, row: WatchedRow, progress: Progress) -> _Seen:
    from workbench.sources.capture.provenance import Asking  # noqa: PLC0415 - loads what fetches and what writes WARC
    from workbench.sources.capture.recording import NOT_MODIFIED  # noqa: PLC0415 - as above
    from workbench.sources.fetch import AnsweredNo  # noqa: PLC0415 - as above

    reason = f"Looked at again for {evidence_reference(row.evidence.number)}."
    asking = Asking(place.new_id(), row.latest.source, asker(place), place.clock(), reason)
    known = _validators(place, row.latest)
    try:
        capturer = place.capturer().private() if _confidential(row) else place.capturer()
        return _Seen(capturer.address(_address(row), asking, progress, known))
    except AnsweredNo as no:
        if no.status == NOT_MODIFIED and known.url:
            return _Seen(same=True)
        outcome = RecheckOutcome.GONE if no.status in _GONE else RecheckOutcome.UNREACHED
        return _Seen(outcome=outcome, why=no.message)
    except NotFetched as problem:
        return _Seen(why=problem.message)


def _validators(place: Workplace, known: CaptureRow) -> "Validators":
    """Give what the latest answer said of itself, if its record and its text are here to be looked at again."""
    from workbench.sources.capture.recording import NO_VALIDATORS, Validators  # noqa: PLC0415 - as above

    record = place.capturer().kept_record(known.provenance_sha256)
    if record is None or not record["http"] or known.truncated or _words(place, known).text is None:
        return NO_VALIDATORS
    headers = {name.casefold(): value for name, value in record["http"]["headers"]}
    return Validators(record["final_url"], headers.get("etag", ""), headers.get("last-modified", ""))


def _stored(place: Workplace, group: Sequence[WatchedRow], seen: _Seen) -> list[Rechecked]:
    """Set what came against what each piece of evidence was made with, and write all of it in one transaction."""
    looks = [_look(place, row, seen) for row in group]
    new = seen.new
    capture = new.capture_id if new is not None else group[0].latest.public_id if seen.same else ""
    rows = [
        NewRecheck(row.evidence.number, look.outcome, look.start, look.end, look.quote, look.remarks)
        for row, look in zip(group, looks, strict=True)
    ]
    with place.work(Action.EVIDENCE_RECHECKED) as work:
        if new is not None:
            work.rechecks.capture(captured_row(new, confidential=_confidential(group[0])))
        work.rechecks.add(rows, capture)
    return [
        Rechecked(
            row.evidence.number,
            row.claim,
            _address(row),
            look.outcome,
            outcome_words(look.outcome, quotes=quotes_words(row.evidence), answered=new is not None or seen.same),
            row.evidence.excerpt,
            look.quote,
            look.remarks,
            new.capture_id if new is not None else "",
        )
        for row, look in zip(group, looks, strict=True)
    ]


def _look(place: Workplace, row: WatchedRow, seen: _Seen) -> LaterLook:
    new, check = seen.new, row.evidence.check
    if new is None and not seen.same:
        return LaterLook(seen.outcome, remarks=(seen.why,))
    digest, now = (row.latest.sha256, _landed(place, row.latest)) if new is None else (new.sha256, new.final_url)
    before = _landed(place, row.first)
    if digest == row.first.sha256:
        return _addressed(_as_captured(row), before, now)
    if new is None:
        words = _words(place, row.latest)
    else:
        words = CapturedWords(new.document.text, new.document.whole) if new.document else CapturedWords(None)
    if not row.first.text_sha256 and words.text is None:
        return LaterLook(RecheckOutcome.REWORDED, remarks=("The file is another one; neither has a text to compare.",))
    look = look_again(check, _words(place, row.first), words)
    if new is not None and new.truncated and look.outcome is RecheckOutcome.GONE:
        remark = "What came is cut off, so nobody can say whether the words are gone."
        return LaterLook(RecheckOutcome.UNREACHED, remarks=(remark,))
    return _addressed(look, before, now)


def _as_captured(row: WatchedRow) -> LaterLook:
    """Give what is found where the very same bytes came."""
    check = row.evidence.check
    if check is None:
        return LaterLook(RecheckOutcome.UNCHANGED)
    return LaterLook(RecheckOutcome.UNCHANGED, check.start, check.end, check.quote)


def _landed(place: Workplace, capture: CaptureRow) -> str:
    """Give the address that answered: of a confidential source it stands in the record alone; empty if not even there."""
    if capture.final_url:
        return capture.final_url
    record = place.capturer().kept_record(capture.provenance_sha256)
    return "" if record is None else str(record["final_url"])


def _addressed(look: LaterLook, before: str, now: str) -> LaterLook:
    """Say where the page stands now, if that is another address than it was."""
    if look.outcome is RecheckOutcome.UNREACHED or not before or _plain(now) == _plain(before):
        return look
    remarks = (*look.remarks, f"The address leads to {printable(now)} now.")
    outcome = RecheckOutcome.MOVED if look.outcome is RecheckOutcome.UNCHANGED else look.outcome
    return LaterLook(outcome, look.start, look.end, look.quote, remarks)


def _plain(url: str) -> str:
    """Give an address without what moves without the page: the scheme, www. and a closing slash."""
    parts = urlsplit(url)
    return f"{parts.netloc.casefold().removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def _words(place: Workplace, capture: CaptureRow) -> CapturedWords:
    return CapturedWords(*place.capturer().kept_words(capture.provenance_sha256, capture.text_sha256))
