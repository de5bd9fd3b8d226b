"""Rows of captures, and of a piece of evidence with all it rests on."""

from typing import NamedTuple

from claims_db.capture_vocabulary import CaptureMode, CaptureOutcome
from claims_db.rows.claims import EvidenceRow
from claims_db.rows.sources import SourceRow
from claims_db.vocabulary import Stance


class CaptureRow(NamedTuple):
    """Captured bytes; the digests name files of the content store, an empty one none."""

    public_id: str
    source: str
    mode: CaptureMode
    outcome: CaptureOutcome
    truncated: str
    sha256: str
    size: int
    media_type: str
    captured_at: int
    final_url: str
    warc: str
    provenance_sha256: str
    text_sha256: str


class HeldCapture(NamedTuple):
    """A capture, and the numbers of the evidence and the claim it was made for; None where no evidence has it.

    ``confidential`` and ``erased_at`` are those of its source.
    """

    capture: CaptureRow
    evidence: int | None
    claim: int | None
    confidential: bool = False
    erased_at: int | None = None


class EvidenceCard(NamedTuple):
    """One piece of evidence: its claim, when it was taken off, and what was captured for it, if anything."""

    claim: int
    retracted_at: int | None
    evidence: EvidenceRow
    capture: CaptureRow | None


class SourceUse(NamedTuple):
    """A piece of evidence that rests on a source: its number, its claim's, what it does, and when it was taken off."""

    evidence: int
    claim: int
    stance: Stance
    retracted_at: int | None


class SourceCard(NamedTuple):
    """A source with its captures, and the evidence of all claims that rest on it."""

    source: SourceRow
    captures: tuple[CaptureRow, ...]
    uses: tuple[SourceUse, ...]
