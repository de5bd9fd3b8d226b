"""Ask outside witnesses: archives for a copy of what was captured, an authority for the time of the journal's head.

What is asked is written before it is sent: that somebody else was told is never lost.
"""

from typing import TYPE_CHECKING, NamedTuple

from claims_db import views
from claims_db.capture_vocabulary import WitnessKind, WitnessState
from claims_db.journal.chain import hash_at, head
from claims_db.rows import EvidenceCard, StampRow, WitnessAnswer, WitnessedCapture, WitnessRow
from claims_db.vocabulary import Action
from workbench.desk.workplace import Workplace
from workbench.domain.progress import Progress, unheard
from workbench.domain.references import evidence_reference
from workbench.errors import BadInput, NotFetched, Refused, WorkbenchError

if TYPE_CHECKING:
    from workbench.sources.witnesses.archive import Wanted

PAUSE = 9_000_000
"""Microseconds between two requests for a copy: what archives let one person ask for."""

_OPEN = frozenset({WitnessState.REQUESTED, WitnessState.PENDING})


class Stamped(NamedTuple):
    """A timestamp of the journal, where its file lies, and why it proves nothing; ``problem`` is empty where it does."""

    stamp: StampRow
    file: str
    problem: str


def witness(place: Workplace, number: int, kind: WitnessKind) -> WitnessRow:
    """Ask an archive for a copy of what a piece of evidence shows, or where it was asked already, how far it is.

    Raises:
        NotFound: there is no such evidence.
        Refused: its source is confidential, or the last request was a moment ago.
        BadInput: it has no capture, or one of no address.
        BadSetting: the settings don't name the archive.
        NotFetched: the address is not public, or the archive does not answer; the request counts as failed then.

    """
    from workbench.sources.addresses import check_url  # noqa: PLC0415 - most verbs ask nobody

    archive = place.witnesses().archive(kind)
    with place.read() as connection:
        card = views.evidence_card(connection, number)
        before = [one for one in views.witnesses(connection, number) if one.witness.kind is kind]
        last = views.last_asked(connection, kind)
    url = check_url(_url_of(card))
    if before and before[-1].witness.state is not WitnessState.FAILED:
        return _asked_again(place, before[-1])
    wait = 0 if last is None else last + PAUSE - place.clock()
    if wait > 0:
        raise Refused(f"{kind.value} was asked a moment ago.", f"Ask again in {wait // 1_000_000 + 1} seconds.")
    capture = card.capture
    if capture is None:
        raise _no_capture(number)
    with place.work(Action.WITNESS_ASKED) as work:
        asked = work.witnesses.ask(capture.public_id, kind, url)
    wanted = _wanted(place, _request(place, number, asked), capture.provenance_sha256)
    try:
        answer = archive.ask(wanted)
    except NotFetched as problem:
        _answered(place, asked, WitnessAnswer(WitnessState.FAILED, problem=problem.message))
        raise
    _answered(place, asked, answer)
    return _request(place, number, asked)


def witnesses(place: Workplace, number: int | None = None) -> tuple[WitnessRow, ...]:
    """Give what archives were asked for, of one piece of evidence or of the whole desk, in order.

    Raises:
        NotFound: there is no such evidence.

    """
    with place.read() as connection:
        if number is not None:
            views.evidence_card(connection, number)
        return tuple(one.witness for one in views.witnesses(connection, number))


def look_again(place: Workplace, progress: Progress = unheard) -> tuple[str, ...]:
    """Ask the archives how far they are with what is open; give what could not be asked, in sentences.

    What is from a confidential source by now is not asked for again.

    Raises:
        Stopped: nobody wants it any more; what was heard stays.

    """
    with place.read() as connection:
        waiting = [one for one in views.witnesses(connection) if one.witness.state in _OPEN and not one.confidential]
    problems = []
    for at, one in enumerate(waiting):
        reference = evidence_reference(one.witness.evidence)
        progress(reference, at, len(waiting))
        try:
            _asked_again(place, one)
        except WorkbenchError as problem:
            problems.append(f"{reference}: {problem.message}")
    return tuple(problems)


def timestamp(place: Workplace) -> Stamped:
    """Let the timestamp authority put a time to the journal's head, and keep what it signs.

    Where nothing but the last timestamp was written since, that one is given.

    Raises:
        BadSetting: the settings name no authority.
        NotFetched: it does not answer, or its answer can't be trusted; nothing is kept.
        WorkbenchError: the library for timestamps is not installed, or the token can't be kept.

    """
    stamper = place.witnesses().stamper()
    with place.read() as connection:
        last, stamps = head(connection), views.stamps(connection)
    if stamps and last.sequence <= stamps[-1].sequence + 1:
        return _looked_at(place, stamps[-1])
    token = stamper.stamp(stamped_bytes(last.sequence, last.hash.hex()))
    kept = place.capturer().store.put([token.content])
    with place.work(Action.JOURNAL_TIMESTAMPED) as work:
        work.witnesses.stamp(last.sequence, last.hash.hex(), stamper.address, token.stamped_at, kept.sha256)
    with place.read() as connection:
        return _looked_at(place, views.stamps(connection)[-1])


def timestamps(place: Workplace) -> tuple[Stamped, ...]:
    """Give the timestamps of the journal, each verified again against journal, file and root certificates.

    Raises:
        WorkbenchError: the library for timestamps is not installed.
        BadSetting: the root certificates can't be read.

    """
    with place.read() as connection:
        stamps = views.stamps(connection)
    return tuple(_looked_at(place, stamp) for stamp in stamps)


def stamped_bytes(sequence: int, entry_hash: str) -> bytes:
    """Give the bytes that a timestamp is of: the head as ``workbench verify`` prints it."""
    return f"{sequence}:{entry_hash}".encode("ascii")


def _url_of(card: EvidenceCard) -> str:
    reference = evidence_reference(card.evidence.number)
    source = card.evidence.source
    if source is not None and source.confidential:
        raise Refused(
            f"{reference} is from a confidential source, of which nobody else is told.",
            "What is captured of it stays on this machine.",
        )
    if card.capture is None:
        raise _no_capture(card.evidence.number)
    url = card.capture.final_url or (source.url if source else "")
    if not url:
        raise BadInput(f"{reference} has no address that an archive could look at.", "A file is the desk's alone.")
    return url


def _no_capture(number: int) -> BadInput:
    return BadInput(
        f"{evidence_reference(number)} has no captured bytes.", "'workbench evidence add' captures them first."
    )


def _asked_again(place: Workplace, one: WitnessedCapture) -> WitnessRow:
    """Ask how far an archive is; what is settled is not asked for."""
    row = one.witness
    if row.state not in _OPEN:
        return row
    archive = place.witnesses().archive(row.kind)
    answer = archive.again(_wanted(place, row, one.provenance_sha256), place.clock())
    if answer.archived_at is None and answer.archived_url == row.archived_url:
        answer = answer._replace(archived_at=row.archived_at)
    known = (row.state, row.job, row.archived_url, row.archived_at, row.same_bytes, row.problem)
    if known != tuple(answer):
        _answered(place, row.public_id, answer)
    return _request(place, row.evidence, row.public_id)


def _answered(place: Workplace, asked: str, answer: WitnessAnswer) -> None:
    with place.work(Action.WITNESS_ANSWERED) as work:
        work.witnesses.answer(asked, answer)


def _request(place: Workplace, number: int, asked: str) -> WitnessRow:
    with place.read() as connection:
        return next(one.witness for one in views.witnesses(connection, number) if one.witness.public_id == asked)


def _wanted(place: Workplace, row: WitnessRow, record: str) -> "Wanted":
    """Say what an archive is asked for; the digest by which it knows bytes stands in the record of the capture."""
    from workbench.sources.capture.checking import record_of  # noqa: PLC0415 - as above
    from workbench.sources.capture.kept_files import BlobMissing  # noqa: PLC0415 - as above
    from workbench.sources.witnesses.archive import Wanted  # noqa: PLC0415 - as above

    try:
        sha1 = str(record_of(place.capturer().store, record)["body"].get("sha1_b32", ""))
    except (BlobMissing, ValueError):
        sha1 = ""  # on another machine, or of a form that this version does not know: bytes are not compared
    return Wanted(row.url, sha1, row.asked_at, row.job, row.archived_url)


def _looked_at(place: Workplace, stamp: StampRow) -> Stamped:
    from workbench.sources.witnesses.timestamps import problem_of  # noqa: PLC0415 - as above

    store = place.capturer().store
    file = str(store.path(stamp.token_sha256))
    with place.read() as connection:
        found = hash_at(connection, stamp.sequence)
    if found is None or found.hex() != stamp.hash:
        return Stamped(stamp, file, f"entry {stamp.sequence} of the journal is not the one that was stamped")
    try:
        token = store.read(stamp.token_sha256)
    except WorkbenchError as problem:
        return Stamped(stamp, file, problem.message)
    return Stamped(stamp, file, problem_of(token, stamped_bytes(stamp.sequence, stamp.hash), place.witnesses().roots))
