"""Evidence that is captured: outside of any transaction, and only then written with everything else, in one."""

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from claims_db import views
from claims_db.capture_vocabulary import CaptureMode, CaptureOutcome
from claims_db.engine import Connection
from claims_db.repositories.reviews import NewEvidence, NewSource
from claims_db.repositories.sources import SourceChange
from claims_db.rows import CaptureRow, DateRow, EvidenceCard
from claims_db.vocabulary import Action, DraftField, EvidenceForm
from workbench.desk.capture_entries import CaptureEntry, EvidenceCaptured, EvidenceShown
from workbench.desk.comparing import beside
from workbench.desk.drafting import drop_within, settle
from workbench.desk.entries import EvidenceEntry
from workbench.desk.evidence_checks import check_address, check_archived
from workbench.desk.quoting import quoted_in
from workbench.desk.workplace import Workplace
from workbench.domain.dates import parse_date
from workbench.domain.progress import Progress
from workbench.domain.text import storable
from workbench.errors import BadInput
from workbench.sources.addresses import is_address, one_form
from workbench.sources.brought import from_file, from_stream

if TYPE_CHECKING:
    from workbench.sources.capture.capturing import Captured
    from workbench.sources.capture.provenance import Asker, Asking

_TOO_LARGE = "Keep it yourself; 'workbench attach --file' keeps its hash."
_SAID = ("title", "author", "publisher", "archived_url")


def capture(
    place: Workplace, number: int, entry: CaptureEntry, stdin: BinaryIO | None, progress: Progress
) -> EvidenceCaptured:
    """Capture and attach; the lease is not needed, any reviewer may bring evidence."""
    with place.read() as connection:
        # A claim that is not there is said to be missing before anything is fetched.
        views.claim_sheet(connection, number, place.reviewer.public_id, place.clock())
    captured = _captured(place, entry, stdin, progress)
    new = _evidence(entry, captured)
    with place.work(Action.EVIDENCE_ATTACHED) as work:
        evidence = work.captures.attach(number, new, captured_row(captured, confidential=entry.said.confidential))
        # A source that the desk has already keeps what was said of it, but for what is said now.
        work.sources.describe(work.sources.of(evidence), _said_of_source(entry.said))
        drop_within(work, number, DraftField.EVIDENCE, entry.said.part)
    settle(place, number, DraftField.EVIDENCE, entry.said.part)
    with place.read() as connection:
        card = _compared(place, connection, views.evidence_card(connection, evidence))
    return EvidenceCaptured(evidence, number, card, _problem(captured))


def show(place: Workplace, evidence: int) -> EvidenceShown:
    """Give a piece of evidence with the record and the text of its capture, both hashed again."""
    with place.read() as connection:
        card = _compared(place, connection, views.evidence_card(connection, evidence))
        later = views.rechecks(connection, evidence), views.resting_on(connection, [evidence])
    if card.capture is None:
        return EvidenceShown(card, None, "", *later)
    capturer, kept = place.capturer(), card.capture
    named = [kept.provenance_sha256, kept.sha256, kept.warc, kept.text_sha256]
    aside = capturer.aside(named)
    record = capturer.kept_record(kept.provenance_sha256)
    if record is None:
        return EvidenceShown(card, None, "", *later, aside)
    text, _ = capturer.kept_words(kept.provenance_sha256, kept.text_sha256)
    return EvidenceShown(card, record, text or "", *later, aside, capturer.missing(named))


def _compared(place: Workplace, connection: Connection, card: EvidenceCard) -> EvidenceCard:
    """Give a piece of evidence with the numbers of its claim beside its own."""
    sheet = views.claim_sheet(connection, card.claim, place.reviewer.public_id, place.clock())
    return card._replace(evidence=beside(sheet, card.evidence, views.number_tolerance(connection)))


def _captured(place: Workplace, entry: CaptureEntry, stdin: BinaryIO | None, progress: Progress) -> "Captured":
    from workbench.sources.capture.capturing import LARGEST  # noqa: PLC0415 - loads what fetches and what writes WARC

    if entry.said.archived_url.strip():
        check_archived(entry.said.archived_url.strip())
    capturer = place.capturer().private() if entry.said.confidential else place.capturer()
    if is_address(entry.location):
        if entry.said.url.strip() or entry.statement.strip():
            raise BadInput("A capture by hand is of a file.", "Save the page, and name the file and its address.")
        address = one_form(entry.location)
        return capturer.address(address, _asking(place, entry, address, ""), progress)
    url = one_form(entry.said.url.strip())
    if url:
        check_address(url)
    progress("reading", 0, 0)
    if entry.location == "-":
        brought = from_stream(stdin, LARGEST, _TOO_LARGE)
    else:
        brought = from_file(entry.location, LARGEST, instead=_TOO_LARGE)
    return capturer.file(brought, _asking(place, entry, url, capturer.digest(brought.content)), url, progress)


def asker(place: Workplace) -> "Asker":
    """Give the person at this place as one who wants a capture."""
    from workbench.sources.capture.provenance import Asker  # noqa: PLC0415 - as above

    me = place.reviewer
    return Asker(me.public_id, me.name, me.role.value)


def _asking(place: Workplace, entry: CaptureEntry, url: str, sha256: str) -> "Asking":
    from workbench.sources.capture.provenance import Asking  # noqa: PLC0415 - as above

    with place.read() as connection:
        known = views.known_source(connection, url, sha256, confidential=entry.said.confidential)
    return Asking(
        capture_id=place.new_id(),
        source_id=known or place.new_id(),
        by=asker(place),
        at=place.clock(),
        reason=storable(entry.reason).strip(),
        obtained_how=storable(entry.obtained_how).strip(),
        statement=storable(entry.statement).strip(),
    )


def _evidence(entry: CaptureEntry, captured: "Captured") -> NewEvidence:
    url = captured.requested_url
    told = {field: storable(found.value).strip() for field, found in captured.told.items()}
    source = NewSource(
        url=storable(url).strip(),
        title=storable(entry.said.title).strip() or told.get("title", "") or _name(entry, captured),
        author=storable(entry.said.author).strip() or told.get("author", ""),
        publisher=storable(entry.said.publisher).strip() or told.get("outlet", ""),
        published=entry.said.published or _date(told.get("published", "")),
        archived_url=storable(entry.said.archived_url).strip(),
        retrieved_at=captured.captured_at,
        sha256=captured.sha256,
        confidential=entry.said.confidential,
    )
    excerpt = storable(entry.said.excerpt).strip()
    place, names = storable(entry.said.locator).strip(), (captured.declared_type, captured.final_url, entry.location)
    quoted = quoted_in(excerpt, captured.document, captured.media_type, place, names)
    return NewEvidence(
        form=EvidenceForm.LINK if captured.mode == CaptureMode.LIVE else EvidenceForm.FILE,
        stance=entry.said.stance,
        excerpt=excerpt,
        locator=quoted.locator,
        note=storable(entry.said.note).strip(),
        source=source,
        check=quoted.check,
    )


def _said_of_source(said: EvidenceEntry) -> SourceChange:
    texts = {name: storable(getattr(said, name)).strip() or None for name in _SAID}
    return SourceChange(**texts, published=said.published, kind=None)


def _name(entry: CaptureEntry, captured: "Captured") -> str:
    """Give the name of a file, which is all that is known of one without a title."""
    named = captured.mode != CaptureMode.LIVE and entry.location != "-"
    return storable(Path(entry.location).name) if named else ""


def _date(words: str) -> DateRow | None:
    for some in (words, words[:10]):
        try:
            return parse_date(some)
        except BadInput:
            continue
    return None


def captured_row(captured: "Captured", *, confidential: bool) -> CaptureRow:
    """Give a capture as it is written; of a confidential one the address stands in its record alone."""
    return CaptureRow(
        public_id=captured.capture_id,
        source=captured.source_id,
        sha256=captured.sha256,
        size=captured.size,
        media_type=captured.media_type,
        captured_at=captured.captured_at,
        final_url="" if confidential else storable(captured.final_url),
        warc=captured.warc,
        provenance_sha256=captured.provenance,
        text_sha256=captured.text,
        mode=CaptureMode(captured.mode),
        outcome=CaptureOutcome(captured.outcome),
        truncated=captured.truncated,
    )


def _problem(captured: "Captured") -> str:
    cut = {
        "length": "It is cut off: it is larger than what is kept.",
        "time": "It is cut off: the server took too long.",
        "disconnect": "It is cut off: the server closed the connection.",
        "unspecified": "It is cut off: the server says that it sent a part only.",
    }
    return " ".join(_sentence(part) for part in (cut.get(captured.truncated, ""), captured.problem) if part)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '!', '?')) else '.'}"
