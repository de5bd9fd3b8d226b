"""Claims with evidence for both sides: what the rules before sign-off ask for."""

from claims_db.vocabulary import EvidenceForm, Stance
from workbench.desk.desk import Desk
from workbench.desk.entries import EvidenceEntry

BOTH = tuple(
    EvidenceEntry(EvidenceForm.NOTE, stance, note=f"The minutes {stance.value} it.")
    for stance in (Stance.REFUTES, Stance.SUPPORTS)
)


def weigh(desk: Desk, *numbers: int) -> None:
    """Attach to claims a note that refutes and one that supports."""
    for number in numbers:
        for entry in BOTH:
            desk.attach(number, entry)
