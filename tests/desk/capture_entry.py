"""What a reviewer hands over to be captured, in one call."""

from claims_db.vocabulary import EvidenceForm, Stance
from workbench.desk.capture_entries import CaptureEntry
from workbench.desk.entries import EvidenceEntry


def entry(
    location: object,
    stance: Stance = Stance.SUPPORTS,
    *,
    reason: str = "",
    obtained_how: str = "",
    statement: str = "",
    **said: object,
) -> CaptureEntry:
    """Give a capture of an address or a path; ``said`` are further fields of the evidence."""
    words = EvidenceEntry(EvidenceForm.LINK, stance, **said)  # type: ignore[arg-type]
    return CaptureEntry(str(location), words, reason, obtained_how, statement)
