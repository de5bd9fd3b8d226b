"""What evidence rests on: its captures, and everything about one piece of it."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, or_, select

from claims_db.errors import NotFound
from claims_db.rows import CaptureRow, EvidenceCard, HeldCapture, SourceCard, SourceRow, SourceUse
from claims_db.views import parts
from claims_db.views.columns import CLAIM, EVIDENCE, SOURCE, T

_CAPTURE = T["capture"].c


def evidence_card(connection: Connection, number: int) -> EvidenceCard:
    """Give a piece of evidence with its claim and its capture, also one that was taken off.

    Raises:
        NotFound: there is none of this number.

    """
    found = connection.execute(_card(), {"number": number}).first()
    if found is None:
        raise NotFound(f"There is no evidence E-{number}.", "Open the claim to see its evidence.")
    return _of(found)


def evidence_cards(connection: Connection, claim: int | None = None) -> tuple[EvidenceCard, ...]:
    """Give the evidence of a claim, or of the whole desk, without what was taken off, in the order of its numbers."""
    query = _cards().where(EVIDENCE.retracted_at.is_(None)).order_by(EVIDENCE.number)
    if claim is not None:
        query = query.where(CLAIM.number == claim)
    return tuple(_of(row) for row in connection.execute(query))


def captures(connection: Connection) -> Iterator[HeldCapture]:
    """Give every capture with the evidence it was made for, in the order in which they came."""
    query = (
        select(
            T["capture"],
            SOURCE.public_id.label("source"),
            EVIDENCE.number.label("evidence"),
            CLAIM.number.label("claim"),
            SOURCE.confidential,
            SOURCE.erased_at,
        )
        .join(T["source"], SOURCE.id == _CAPTURE.source_id)
        .outerjoin(T["evidence"], EVIDENCE.capture_id == _CAPTURE.id)
        .outerjoin(T["claim"], CLAIM.id == EVIDENCE.claim_id)
    )
    for row in connection.execute(query.order_by(_CAPTURE.id)):
        yield HeldCapture(capture_row(row), row.evidence, row.claim, row.confidential, row.erased_at)


def confidential_sources(connection: Connection) -> frozenset[str]:
    """Give the public ids of the sources that nobody outside of the desk may learn of."""
    return frozenset(connection.scalars(select(SOURCE.public_id).where(SOURCE.confidential)))


def known_source(connection: Connection, url: str, sha256: str, *, confidential: bool = False) -> str | None:
    """Give the public id of the source that was captured from an address, or else from these bytes, if any."""
    wanted = _CAPTURE.sha256 == sha256 if not url else or_(SOURCE.url == url, _CAPTURE.final_url == url)
    query = select(SOURCE.public_id).join(T["capture"], _CAPTURE.source_id == SOURCE.id)
    query = (
        query.where(wanted, SOURCE.confidential.is_(confidential), SOURCE.erased_at.is_(None))
        .order_by(SOURCE.id)
        .limit(1)
    )
    found = connection.execute(query).scalar()
    return None if found is None else str(found)


def source_cards(
    connection: Connection, evidence: int | None = None, claim: int | None = None
) -> tuple[SourceCard, ...]:
    """Give the sources of the desk, or of one piece of evidence or one claim alone, in the order in which they came."""
    query = parts.of_evidence(CLAIM.number.label("claim")).join(T["claim"], CLAIM.id == EVIDENCE.claim_id)
    query = query.where(EVIDENCE.source_id.is_not(None))
    chosen = select(EVIDENCE.source_id)
    if evidence is not None:
        query = query.where(EVIDENCE.source_id.in_(chosen.where(EVIDENCE.number == evidence)))
    if claim is not None:
        of_claim = chosen.join(T["claim"], CLAIM.id == EVIDENCE.claim_id).where(CLAIM.number == claim)
        query = query.where(EVIDENCE.source_id.in_(of_claim.where(EVIDENCE.retracted_at.is_(None))))
    found: dict[int, tuple[SourceRow, list[SourceUse]]] = {}
    for row in connection.execute(query.order_by(EVIDENCE.source_id, EVIDENCE.number)):
        source = parts.evidence_row(row).source
        if source is not None:
            use = SourceUse(row.number, row.claim, row.stance, row.retracted_at)
            found.setdefault(row.source_id, (source, []))[1].append(use)
    kept = source_captures(connection, list(found))
    return tuple(SourceCard(source, kept.get(key, ()), tuple(uses)) for key, (source, uses) in found.items())


def source_captures(connection: Connection, sources: Sequence[int]) -> dict[int, tuple[CaptureRow, ...]]:
    """Give the captures of sources by their local keys, in the order in which they came."""
    query = select(T["capture"], SOURCE.public_id.label("source")).join(T["source"], SOURCE.id == _CAPTURE.source_id)
    rows = connection.execute(query.where(_CAPTURE.source_id.in_(sources)).order_by(_CAPTURE.id))
    return parts.grouped((row.source_id, capture_row(row)) for row in rows)


def captured_texts(connection: Connection, sources: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Give the latest captured text of each of these sources that has one: the source's public id and the digest."""
    query = select(SOURCE.public_id, _CAPTURE.text_sha256).join(T["capture"], _CAPTURE.source_id == SOURCE.id)
    query = query.where(SOURCE.public_id.in_(sources), SOURCE.erased_at.is_(None), _CAPTURE.text_sha256 != "")
    return tuple({row[0]: (row[0], row[1]) for row in connection.execute(query.order_by(_CAPTURE.id))}.values())


def capture_row(row: Row[*tuple[Any, ...]], before: str = "") -> CaptureRow:
    """Put a capture together, its columns named with something before their names."""
    values = {name: getattr(row, before + name) for name in CaptureRow._fields if name != "source"}
    return CaptureRow(source=getattr(row, f"{before}source"), **values)


def _of(row: Row[*tuple[Any, ...]]) -> EvidenceCard:
    capture = None if row.capture_id is None else capture_row(row, "kept_")
    return EvidenceCard(row.claim, row.retracted_at, parts.evidence_row(row), capture)


@cache
def _card() -> Select[Any]:
    return _cards().where(EVIDENCE.number == bindparam("number"))


def _cards() -> Select[Any]:
    kept = [column.label(f"kept_{column.name}") for column in T["capture"].columns]
    query = parts.of_evidence(CLAIM.number.label("claim"), SOURCE.public_id.label("kept_source"), *kept)
    query = query.join(T["claim"], CLAIM.id == EVIDENCE.claim_id)
    return query.outerjoin(T["capture"], _CAPTURE.id == EVIDENCE.capture_id)
