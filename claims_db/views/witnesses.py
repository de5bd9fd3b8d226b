"""Reads of what others outside of the desk saw."""

from sqlalchemy import Connection, select

from claims_db.capture_vocabulary import WitnessKind
from claims_db.rows import StampRow, WitnessedCapture, WitnessRow
from claims_db.views.columns import EVIDENCE, REVIEWER, SOURCE, T

_WITNESS, _CAPTURE, _STAMP = T["witness"].c, T["capture"].c, T["journal_stamp"].c
_AFTER_NUMBER = "kind state url job archived_url archived_at same_bytes problem asked_by asked_at answered_at".split()


def witnesses(connection: Connection, evidence: int | None = None) -> tuple[WitnessedCapture, ...]:
    """Give every request to an archive, or those for one piece of evidence, in the order in which they were made."""
    query = (
        select(
            T["witness"],
            EVIDENCE.number.label("evidence"),
            REVIEWER.name.label("asked_by"),
            _CAPTURE.provenance_sha256,
            SOURCE.confidential,
        )
        .join(T["capture"], _CAPTURE.id == _WITNESS.capture_id)
        .join(T["source"], SOURCE.id == _CAPTURE.source_id)
        .join(T["evidence"], EVIDENCE.capture_id == _CAPTURE.id)
        .join(T["reviewer"], REVIEWER.id == _WITNESS.reviewer_id)
        .order_by(_WITNESS.id, EVIDENCE.number)
    )
    if evidence is not None:
        query = query.where(EVIDENCE.number == evidence)
    found: dict[str, WitnessedCapture] = {}
    for row in connection.execute(query):
        witness = WitnessRow(row.public_id, row.evidence, *(getattr(row, name) for name in _AFTER_NUMBER))
        found.setdefault(row.public_id, WitnessedCapture(witness, row.provenance_sha256, bool(row.confidential)))
    return tuple(found.values())


def last_asked(connection: Connection, kind: WitnessKind) -> int | None:
    """Say when anybody at the desk last asked an archive of this kind for a copy."""
    query = select(_WITNESS.asked_at).where(_WITNESS.kind == kind).order_by(_WITNESS.asked_at.desc()).limit(1)
    found: int | None = connection.execute(query).scalar()
    return found


def stamps(connection: Connection) -> tuple[StampRow, ...]:
    """Give every timestamp of the journal, in the order in which they were made."""
    query = (
        select(
            _STAMP.public_id,
            _STAMP.sequence,
            _STAMP.hash,
            _STAMP.authority,
            _STAMP.stamped_at,
            _STAMP.token_sha256,
            REVIEWER.name,
        )
        .join(T["reviewer"], REVIEWER.id == _STAMP.reviewer_id)
        .order_by(_STAMP.id)
    )
    return tuple(StampRow(*row) for row in connection.execute(query))
