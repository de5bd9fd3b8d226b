"""Evidence whose bytes were captured."""

from typing import Any

from claims_db.repositories.reviews import NewEvidence, evidence_values, source_values
from claims_db.repositories.sources import new_salt
from claims_db.repositories.writing import Writing, key
from claims_db.rows import CaptureRow, QuoteCheckRow
from claims_db.tables import Capture, Evidence, Source


class Captures:
    """Writes of captures."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def attach(self, number: int, new: NewEvidence, capture: CaptureRow) -> int:
        """Write a capture, its source where the desk does not have it yet, and evidence that rests on it.

        Its bytes are in the content store; its ids are those that its record names. Give the number of the evidence.
        """
        source = self._writing.one(Source, public_id=capture.source)
        if source is None:
            salt = new_salt() if new.source.confidential else None
            source = Source(public_id=capture.source, **source_values(new.source), salt=salt)
            self._writing.add(source)
        kept = capture_row(capture, key(source))
        self._writing.add(kept)
        evidence = Evidence(
            number=self._writing.next_number("evidence"),
            attached_at=self._writing.now,
            capture_id=key(kept),
            **evidence_values(self._writing, number, new, source),
            **_checked(new.check),
        )
        self._writing.add(evidence)
        return evidence.number


def capture_row(new: CaptureRow, source: int) -> Capture:
    """Give a capture of a source, by the source's key, as it is written."""
    return Capture(source_id=source, **{name: value for name, value in new._asdict().items() if name != "source"})


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
