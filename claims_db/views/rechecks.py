"""What evidence rests on, looked at again: what there is to look at, what was found, and what rests on it."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, or_, select, true

from claims_db.capture_vocabulary import CaptureMode
from claims_db.rows import CaptureRow, QuoteRow, RecheckRow, RestingRow, WatchedRow
from claims_db.views import parts
from claims_db.views.columns import CLAIM, EVIDENCE, FINDING, REVIEWER, SOURCE, T
from claims_db.views.evidence import capture_row
from claims_db.views.publications import PUBLISHED, PUBLISHED_AT

_CAPTURE, _RECHECK = T["capture"].c, T["recheck"].c
_AT_ONCE = 500


def watched(connection: Connection, evidence: Sequence[int] = (), claims: Sequence[int] = ()) -> tuple[WatchedRow, ...]:
    """Give evidence that was captured from an address, by its numbers, of claims, or all; none that was taken off."""
    wanted: list[ColumnElement[bool]] = [EVIDENCE.number.in_(some) for some in _some(evidence)]
    wanted += [CLAIM.number.in_(some) for some in _some(claims)]
    rows = [row for one in wanted or [true()] for row in connection.execute(_watched().where(one))]
    latest: dict[int, CaptureRow] = {}
    found = []
    for row in rows:
        if row.source_id not in latest:
            latest[row.source_id] = _latest(connection, row.source_id)
        first, newest = capture_row(row, "kept_"), latest[row.source_id]
        looked_at = max(first.captured_at, row.looked_at_last or 0)
        found.append(WatchedRow(row.claim, parts.evidence_row(row), first, newest, looked_at))
    return tuple(found)


def rechecks(connection: Connection, evidence: int) -> tuple[RecheckRow, ...]:
    """Give every later look at what a piece of evidence rests on, the newest first."""
    query = (
        select(T["recheck"], REVIEWER.name.label("by"), _CAPTURE.public_id.label("capture"))
        .join(T["evidence"], EVIDENCE.id == _RECHECK.evidence_id)
        .join(T["reviewer"], REVIEWER.id == _RECHECK.reviewer_id)
        .outerjoin(T["capture"], _CAPTURE.id == _RECHECK.capture_id)
        .where(EVIDENCE.number == evidence)
        .order_by(_RECHECK.id.desc())
    )
    return tuple(
        RecheckRow(
            row.checked_at,
            row.by,
            row.outcome,
            row.start,
            row.end,
            QuoteRow(row.exact, row.prefix, row.suffix) if row.exact else None,
            row.remarks,
            row.capture or "",
        )
        for row in connection.execute(query)
    )


def resting_on(connection: Connection, evidence: Sequence[int]) -> tuple[RestingRow, ...]:
    """Give everything that rests on the sources of some evidence, by its numbers: claims and what was published.

    A source is the same by its key or by its address. Evidence that was taken off counts where it went out before.
    """
    rows = {row.evidence: row for some in _some(evidence) for row in _resting_rows(connection, some)}
    found = []
    for row in sorted(rows.values(), key=lambda row: (row.claim, row.evidence)):
        went_out = row.published_at is not None and row.attached_at <= row.published_at
        if row.retracted_at is not None and not (went_out and row.retracted_at > row.published_at):
            continue
        published = row.publication if went_out else None
        found.append(
            RestingRow(
                row.claim,
                row.statement,
                row.state,
                row.evidence,
                row.url or row.title or "",
                row.finding is not None,
                published,
                row.retracted_at is not None,
            )
        )
    return tuple(found)


def _resting_rows(connection: Connection, evidence: Sequence[int]) -> Sequence[Row[Any]]:
    """Give what has the source of some evidence, or its address; evidence without a source stands for itself."""
    given = connection.execute(
        select(EVIDENCE.id, EVIDENCE.source_id, SOURCE.url)
        .outerjoin(T["source"], SOURCE.id == EVIDENCE.source_id)
        .where(EVIDENCE.number.in_(evidence))
    ).all()
    sources = {row.source_id for row in given if row.source_id is not None}
    addresses = {row.url for row in given if row.url}
    same = or_(EVIDENCE.id.in_([row.id for row in given]), SOURCE.id.in_(sources), SOURCE.url.in_(addresses))
    return connection.execute(_resting().where(same)).all()


def _some(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """Give many numbers in parts: databases take only so many in one statement."""
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]


def _latest(connection: Connection, source: int) -> CaptureRow:
    query = (
        select(T["capture"], SOURCE.public_id.label("source"))
        .join(T["source"], SOURCE.id == _CAPTURE.source_id)
        .where(SOURCE.id == source, _CAPTURE.mode == CaptureMode.LIVE)
        .order_by(_CAPTURE.id.desc())
        .limit(1)
    )
    return capture_row(connection.execute(query).one())


@cache
def _watched() -> Select[Any]:
    kept = [column.label(f"kept_{column.name}") for column in T["capture"].columns]
    query = parts.of_evidence(CLAIM.number.label("claim"), SOURCE.public_id.label("kept_source"), *kept)
    query = query.join(T["claim"], CLAIM.id == EVIDENCE.claim_id)
    query = query.join(T["capture"], _CAPTURE.id == EVIDENCE.capture_id)
    query = query.where(EVIDENCE.retracted_at.is_(None), SOURCE.erased_at.is_(None), _CAPTURE.mode == CaptureMode.LIVE)
    return query.order_by(EVIDENCE.number)


@cache
def _resting() -> Select[Any]:
    return (
        select(
            CLAIM.number.label("claim"),
            CLAIM.statement,
            CLAIM.state,
            EVIDENCE.number.label("evidence"),
            EVIDENCE.attached_at,
            EVIDENCE.retracted_at,
            SOURCE.url,
            SOURCE.title,
            FINDING.id.label("finding"),
            PUBLISHED.label("publication"),
            PUBLISHED_AT.label("published_at"),
        )
        .select_from(T["evidence"])
        .join(T["claim"], CLAIM.id == EVIDENCE.claim_id)
        .outerjoin(T["source"], SOURCE.id == EVIDENCE.source_id)
        .outerjoin(T["finding"], FINDING.claim_id == CLAIM.id)
    )
