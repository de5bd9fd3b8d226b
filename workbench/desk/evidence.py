"""Attaching what a verdict rests on, and taking it off again."""

import hashlib
from pathlib import Path

from claims_db.repositories.reviews import NewEvidence, NewSource
from claims_db.rows import ClaimSheet
from claims_db.vocabulary import Action, DraftField
from workbench.desk.drafting import drop_within, settle
from workbench.desk.entries import EvidenceEntry
from workbench.desk.evidence_checks import check_entry
from workbench.desk.queueing import sheet
from workbench.desk.workplace import Workplace
from workbench.domain.text import printable, storable
from workbench.errors import BadInput
from workbench.sources.addresses import one_form

_CHUNK = 1 << 20


def attach(place: Workplace, number: int, entry: EvidenceEntry) -> ClaimSheet:
    """Attach evidence to a claim; the lease is not needed, any reviewer may bring evidence."""
    new = _evidence(entry)
    with place.work(Action.EVIDENCE_ATTACHED) as work:
        work.reviews.attach(number, new)
        drop_within(work, number, DraftField.EVIDENCE, entry.part)
    settle(place, number, DraftField.EVIDENCE, entry.part)
    return sheet(place, number)


def detach(place: Workplace, evidence: int) -> ClaimSheet:
    """Take evidence off its claim."""
    with place.work(Action.EVIDENCE_DETACHED) as work:
        number = work.reviews.detach(evidence)
    return sheet(place, number)


def _evidence(entry: EvidenceEntry) -> NewEvidence:
    check_entry(entry)
    excerpt, note = storable(entry.excerpt).strip(), storable(entry.note).strip()
    return NewEvidence(
        form=entry.form,
        stance=entry.stance,
        excerpt=excerpt,
        locator=storable(entry.locator).strip(),
        note=note,
        source=_source(entry),
    )


def _source(entry: EvidenceEntry) -> NewSource:
    path = entry.path.strip()
    return NewSource(
        url=one_form(storable(entry.url).strip()),
        title=storable(entry.title).strip() or (storable(Path(path).name) if path else ""),
        author=storable(entry.author).strip(),
        publisher=storable(entry.publisher).strip(),
        published=entry.published,
        archived_url=storable(entry.archived_url).strip(),
        archived_at=entry.archived_at,
        retrieved_at=entry.retrieved_at,
        sha256=_digest(path) if path else "",
        confidential=entry.confidential,
    )


def _digest(path: str) -> str:
    """Give the SHA-256 of a file, so that it can be told later whether it is still the same."""
    try:
        if not Path(path).is_file():
            raise BadInput(f"{printable(path)} is no file.", "Check the path.")
        state = hashlib.sha256()
        with Path(path).open("rb") as file:
            while chunk := file.read(_CHUNK):
                state.update(chunk)
    except OSError as problem:
        raise BadInput(
            f"{printable(path)} can't be read: {problem.strerror or problem}.", "Check its permissions."
        ) from None
    return state.hexdigest()
