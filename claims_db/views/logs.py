"""Reads of the search log and the right-of-reply log, for many claims at once; claims go by their local keys."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, func, select

from claims_db.rows import ReplyRow, SearchEntryRow
from claims_db.views.columns import CLAIMS, REVIEWER, T
from claims_db.views.parts import Parts, grouped

SEARCH_ENTRY, REPLY = T["search_entry"].c, T["reply_request"].c


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


@cache
def numbered(table: str) -> Select[Any]:
    """Select what people wrote of claims one after another, such as the lines of a log; what was taken back keeps its number, so that the others keep theirs."""
    log = T[table].c
    at = func.row_number().over(partition_by=log.claim_id, order_by=log.id).label("at")
    query = select(T[table], at, REVIEWER.name).join(T["reviewer"], REVIEWER.id == log.reviewer_id)
    return query.where(log.claim_id.in_(CLAIMS)).order_by(log.id)
