"""Later looks at what evidence rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims_db.capture_vocabulary import RecheckOutcome
from claims_db.errors import NotFound
from claims_db.repositories.captures import capture_row
from claims_db.repositories.writing import Writing, key
from claims_db.rows import CaptureRow, QuoteRow
from claims_db.tables import Capture, Evidence, Recheck, Source


@dataclass(frozen=True)
class NewRecheck:
    """What was found of one piece of evidence, by its number; without ``quote`` its words are gone, or it quotes none."""

    evidence: int
    outcome: RecheckOutcome
    start: int | None = None
    end: int | None = None
    quote: QuoteRow | None = None
    remarks: tuple[str, ...] = ()


class Rechecks:
    """Writes of later looks."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def capture(self, new: CaptureRow) -> None:
        """Write a further capture of a source that the desk has; the ones before it stay as they are."""
        source = self._writing.one(Source, public_id=new.source)
        if source is None:
            raise NotFound("The source of this evidence is not there any more.", "Open the claim to see its evidence.")
        self._writing.add(capture_row(new, key(source)))

    def add(self, found: Sequence[NewRecheck], capture: str = "") -> None:
        """Write what was found, by the public id of the capture that was looked at; empty where none came.

        Of a confidential source the outcome is written, and no word.
        """
        looked_at = self._writing.one(Capture, public_id=capture) if capture else None
        for one in found:
            evidence = self._writing.one(Evidence, number=one.evidence)
            if evidence is None:
                continue
            quote = None if evidence.confidential else one.quote
            self._writing.add(
                Recheck(
                    evidence_id=key(evidence),
                    capture_id=None if looked_at is None else key(looked_at),
                    outcome=one.outcome,
                    start=one.start,
                    end=one.end,
                    exact=quote.exact if quote else "",
                    prefix=quote.prefix if quote else "",
                    suffix=quote.suffix if quote else "",
                    remarks=() if evidence.confidential else one.remarks,
                    checked_at=self._writing.now,
                    reviewer_id=self._writing.reviewer_id,
                )
            )
