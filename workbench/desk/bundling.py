"""Write evidence with its bytes into one WACZ file, which programs other than this one read and check."""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from claims_db import views
from claims_db.rows import CaptureRow, EvidenceCard
from claims_db.whole_files import part_beside, put, taken
from workbench.desk.queueing import sheet
from workbench.desk.workplace import Workplace
from workbench.domain.progress import Progress, unheard
from workbench.domain.references import claim_reference, evidence_reference
from workbench.domain.text import printable
from workbench.errors import BadInput, Refused, WorkbenchError
from workbench.export.wacz import Indexed, Page, WaczWriter

if TYPE_CHECKING:
    from workbench.sources.capture.store import ContentStore

_RECORDS = "records"
_TITLE = "Evidence"


class LeftOut(NamedTuple):
    """A piece of evidence that did not go into a bundle, and why."""

    evidence: int
    why: str


class Bundled(NamedTuple):
    """A bundle that was written: where, its digest and size, what is in it, and what is not."""

    path: str
    sha256: str
    size: int
    evidence: tuple[int, ...]
    captures: int
    left_out: tuple[LeftOut, ...]


class Held(NamedTuple):
    """A piece of evidence that goes out, with its capture."""

    card: EvidenceCard
    capture: CaptureRow


def bundle(
    place: Workplace,
    out: Path,
    numbers: Sequence[int] = (),
    claim: int | None = None,
    *,
    replace: bool = False,
    progress: Progress = unheard,
) -> Bundled:
    """Write the evidence of these numbers, or of a claim, or of the whole desk; the same evidence is the same bytes.

    What was taken off goes in only where its number is given. The file has its name when it is whole.

    Raises:
        NotFound: there is no such evidence or claim.
        Refused: a number is that of a confidential source.
        BadInput: a number has no capture, or there is nothing to write.
        BlobMissing, BlobDamaged: a file of the evidence is not here, or not what it was.
        Conflict: the file is there already, and is not to be replaced.
        WorkbenchError: it can't be written.
        Stopped: nobody wants it any more; no file is left.

    """
    held, left_out = named(place, numbers) if numbers else found(place, claim)
    if not held:
        raise BadInput("There is no evidence with bytes to bundle.", "'workbench evidence add' captures some.")
    if out.exists() and not replace:
        raise taken(out)
    try:
        with part_beside(out) as part:
            with part.open("w+b") as file:
                captures = write_bundle(place.capturer().store, file, held, progress)
                sha256, size = brought_to_disk(file)
            put(part, out, replace=replace)
    except OSError as problem:
        raise WorkbenchError(
            f"{printable(str(out))} can't be written: {problem.strerror or problem}.",
            "Make room or check the permissions there, or name another file.",
        ) from None
    return Bundled(str(out), sha256, size, tuple(one.card.evidence.number for one in held), captures, left_out)


def named(place: Workplace, numbers: Sequence[int]) -> tuple[list[Held], tuple[LeftOut, ...]]:
    """Give pieces of evidence by their numbers, each once and in their order.

    Raises:
        NotFound: there is no such evidence.
        Refused: one is from a confidential source.
        BadInput: one has no capture.

    """
    held = []
    with place.read() as connection:
        cards = [views.evidence_card(connection, number) for number in sorted(set(numbers))]
    for card in cards:
        reference = evidence_reference(card.evidence.number)
        if _confidential(card):
            raise Refused(f"{reference} is from a confidential source, which leaves in no export.", "Leave it out.")
        if card.capture is None:
            raise BadInput(f"{reference} has no captured bytes.", "'workbench evidence add' captures them.")
        held.append(Held(card, card.capture))
    return held, ()


def found(place: Workplace, claim: int | None) -> tuple[list[Held], tuple[LeftOut, ...]]:
    """Give the evidence of a claim, or of the whole desk, that can leave; and what can't.

    Raises:
        NotFound: there is no such claim.

    """
    held, left_out = list[Held](), list[LeftOut]()
    if claim is not None:
        sheet(place, claim)
    with place.read() as connection:
        cards = views.evidence_cards(connection, claim)
    for card in cards:
        if _confidential(card):
            left_out.append(LeftOut(card.evidence.number, "confidential source"))
        elif card.capture is None:
            left_out.append(LeftOut(card.evidence.number, "no captured bytes"))
        else:
            held.append(Held(card, card.capture))
    return held, tuple(left_out)


def _confidential(card: EvidenceCard) -> bool:
    return card.evidence.source is not None and card.evidence.source.confidential


def write_bundle(store: "ContentStore", file: BinaryIO, held: Sequence[Held], progress: Progress) -> int:
    """Write evidence into a file that is open; give how many captures are in it.

    Raises:
        BlobMissing, BlobDamaged: a file of the evidence is not here, or not what it was.

    """
    from workbench.sources.capture.warc_index import warc_entries  # noqa: PLC0415 - reads WARC, which most verbs do not

    pages: dict[str, Page] = {}
    with WaczWriter(file) as writer:
        for at, one in enumerate(held):
            progress("bundling", at, len(held))
            capture = one.capture
            if capture.public_id in pages:
                continue
            content, name = store.read(capture.warc), f"{capture.public_id}.warc"
            entries = [Indexed(answer, name) for answer in warc_entries(content)]
            if not entries:
                raise WorkbenchError(
                    f"{evidence_reference(one.card.evidence.number)} has a WARC file without an answer."
                )
            writer.warc(name, content, entries)
            writer.beside(_RECORDS, f"{capture.public_id}.json", store.read(capture.provenance_sha256))
            source = one.card.evidence.source
            last = entries[-1].answer
            pages[capture.public_id] = Page(capture.public_id, last.url, last.date, source.title if source else "")
        writer.beside("evidence", "evidence.jsonl", b"".join(_lines(held)))
        writer.finish(list(pages.values()), _TITLE, max(one.capture.captured_at for one in held))
    return len(pages)


def _lines(held: Sequence[Held]) -> Iterator[bytes]:
    """Say of each piece of evidence what it does to which claim, and where in the captured text its words are."""
    for card, capture in held:
        row = card.evidence
        told: dict[str, Any] = {
            "schema": "evidence/1",
            "evidence": evidence_reference(row.number),
            "id": row.public_id,
            "claim": claim_reference(card.claim),
            "stance": row.stance.value,
            "excerpt": row.excerpt,
            "locator": row.locator,
            "capture": capture.public_id,
            "sha256": capture.sha256,
            "record_sha256": capture.provenance_sha256,
            "text_sha256": capture.text_sha256,
            "quote": None,
        }
        if row.check is not None:
            told["quote"] = {
                "verdict": row.check.verdict.value,
                "start": row.check.start,
                "end": row.check.end,
                "exact": row.check.quote.exact if row.check.quote else "",
                "remarks": list(row.check.remarks),
            }
        yield json.dumps(told, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def brought_to_disk(file: BinaryIO) -> tuple[str, int]:
    """Let a file that is open reach the disk; give its digest and its size."""
    file.flush()
    os.fsync(file.fileno())
    file.seek(0)
    sha256 = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]  # its protocol names more
    return sha256, file.tell()
