"""Evidence whose bytes were captured."""

from dataclasses import dataclass
from typing import Any

from claims_db.repositories.reviews import NewEvidence, source_values
from claims_db.repositories.writing import Writing, key
from claims_db.rows import QuoteCheckRow
from claims_db.tables import Capture, Evidence, Source
from claims_db.vocabulary import CaptureMode, CaptureOutcome


@dataclass(frozen=True)
class NewCapture:
    """Bytes that are in the content store; the ids are those that their record names."""

    public_id: str
    source_id: str
    sha256: str
    size: int
    media_type: str
    captured_at: int
    final_url: str
    warc: str
    provenance_sha256: str
    text_sha256: str
    mode: CaptureMode
    outcome: CaptureOutcome
    truncated: str


class Captures:
    """Writes of captures."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def attach(self, number: int, new: NewEvidence, capture: NewCapture) -> int:
        """Write a capture, its source where the desk does not have it yet, and evidence that rests on it.

        Give the number of the evidence.
        """
        claim = key(self._writing.claim(number))
        source = self._writing.one(Source, public_id=capture.source_id)
        if source is None:
            source = Source(public_id=capture.source_id, **source_values(new.source))
            self._writing.add(source)
        kept = capture_row(capture, key(source))
        self._writing.add(kept)
        evidence = Evidence(
            number=self._writing.next_number("evidence"),
            claim_id=claim,
            source_id=key(source),
            capture_id=key(kept),
            form=new.form,
            stance=new.stance,
            excerpt=new.excerpt,
            locator=new.locator,
            note=new.note,
            **_checked(new.check),
            reviewer_id=self._writing.reviewer_id,
            attached_at=self._writing.now,
        )
        self._writing.add(evidence)
        return evidence.number


def capture_row(new: NewCapture, source: int) -> Capture:
    """Give a capture of a source, by the source's key, as it is written."""
    return Capture(
        public_id=new.public_id,
        source_id=source,
        sha256=new.sha256,
        size=new.size,
        media_type=new.media_type,
        captured_at=new.captured_at,
        final_url=new.final_url,
        warc=new.warc,
        provenance_sha256=new.provenance_sha256,
        text_sha256=new.text_sha256,
        mode=new.mode,
        outcome=new.outcome,
        truncated=new.truncated,
    )


def _checked(check: QuoteCheckRow | None) -> dict[str, Any]:
    """Give the columns of a quote check; of none they are empty."""
    if check is None:
        return {}
    quote = check.quote
    return {
        "quote_verdict": check.verdict,
        "quote_start": check.start,
        "quote_end": check.end,
        "quote_exact": quote.exact if quote else "",
        "quote_prefix": quote.prefix if quote else "",
        "quote_suffix": quote.suffix if quote else "",
        "quote_remarks": check.remarks,
    }
