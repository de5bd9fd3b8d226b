"""Reads of the search log, the right-of-reply log and the requests for a correction, for many claims at once; claims go by their local keys."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from claims_db.rows import CorrectionRequestRow, ReplyRow, SearchEntryRow
from claims_db.views.columns import CLAIM, CLAIMS, REQUEST, REVIEWER, T
from claims_db.views.parts import Parts, grouped

SEARCH_ENTRY = T["search_entry"].c


def search_log(connection: Connection, claims: Sequence[int]) -> Parts[SearchEntryRow]:
    """Give where people looked, without what was taken back, the earliest entry first."""
    rows = connection.execute(numbered("search_entry"), {"claims": claims})
    return grouped(
        (
            row.claim_id,
            SearchEntryRow(row.at, row.public_id, row.place, row.words, row.found, row.name, row.searched_at),
        )
        for row in rows
        if row.retracted_at is None
    )


def replies(connection: Connection, claims: Sequence[int]) -> Parts[ReplyRow]:
    """Give who was asked for a reply, without what was taken back, the earliest request first."""
    rows = connection.execute(numbered("reply_request"), {"claims": claims})
    return grouped(
        (
            row.claim_id,
            ReplyRow(
                row.at,
                row.public_id,
                row.asked,
                row.channel,
                row.question,
                row.asked_at,
                row.deadline,
                row.answer,
                row.answered_at,
                row.name,
            ),
        )
        for row in rows
        if row.retracted_at is None
    )


def correction_requests(connection: Connection, claims: Sequence[int]) -> Parts[CorrectionRequestRow]:
    """Give who was asked for a correction, without what was taken back, the earliest request first."""
    rows = connection.execute(_requests().where(CLAIM.id.in_(CLAIMS)), {"claims": claims})
    return grouped((row.claim_id, _request(row)) for row in rows if row.retracted_at is None)


def every_correction_request(connection: Connection, *, open_alone: bool) -> tuple[CorrectionRequestRow, ...]:
    """Give who was asked for a correction of anything, the earliest request of the first claim first."""
    numbered = _requests()
    if open_alone:
        numbered = numbered.where(CLAIM.id.in_(select(REQUEST.claim_id).where(REQUEST.outcome.is_(None))))
    rows = connection.execute(numbered)
    return tuple(_request(row) for row in rows if row.retracted_at is None and not (open_alone and row.outcome))


@cache
def _requests() -> Select[Any]:
    return _log("correction_request").add_columns(CLAIM.number).join(T["claim"], CLAIM.id == REQUEST.claim_id)


def _request(row: Row[*tuple[Any, ...]]) -> CorrectionRequestRow:
    told = {name: getattr(row, name) for name in CorrectionRequestRow._fields if name in REQUEST}
    return CorrectionRequestRow(
        **{**told, "claim": row.number, "number": row.at, "printed": bool(row.printed), "reviewer": row.name}
    )


@cache
def numbered(table: str) -> Select[Any]:
    """Select what people wrote of some claims one after another, such as the lines of a log."""
    return _log(table).where(T[table].c.claim_id.in_(CLAIMS))


def _log(table: str) -> Select[Any]:
    """Select such lines of all claims; what was taken back keeps its number, so that the others keep theirs."""
    log = T[table].c
    at = func.row_number().over(partition_by=log.claim_id, order_by=log.id).label("at")
    query = select(T[table], at, REVIEWER.name).join(T["reviewer"], REVIEWER.id == log.reviewer_id)
    return query.order_by(log.claim_id, log.id)
