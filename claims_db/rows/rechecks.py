"""Rows of later looks at what evidence rests on, and of what rests on evidence."""

from typing import NamedTuple

from claims_db.capture_vocabulary import RecheckOutcome
from claims_db.rows.claims import EvidenceRow
from claims_db.rows.evidence import CaptureRow
from claims_db.rows.values import QuoteRow
from claims_db.vocabulary import ClaimState


class RecheckRow(NamedTuple):
    """What a later look found of one piece of evidence; ``quote`` are the source's words now, None where they are gone."""

    at: int
    by: str
    outcome: RecheckOutcome
    start: int | None
    end: int | None
    quote: QuoteRow | None
    remarks: tuple[str, ...]
    capture: str


class WatchedRow(NamedTuple):
    """Evidence that was captured: its claim, the capture it was made with, and the latest one of its source."""

    claim: int
    evidence: EvidenceRow
    first: CaptureRow
    latest: CaptureRow
    looked_at: int


class RestingRow(NamedTuple):
    """A claim with evidence from some source; ``published`` is the number of what went out with it, if it stands.

    ``finding`` is true where the claim's verdict was signed off, ``taken_off`` where the evidence is no more.
    """

    claim: int
    statement: str
    state: ClaimState
    evidence: int
    source: str
    finding: bool
    published: int | None
    taken_off: bool
