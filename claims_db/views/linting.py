"""Reads for lint: claims with all that is looked at before sign-off, what rules mean, and what was waived."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, or_, select

from claims_db.rows import CaptureRow, LintedClaim, OpenComment, WaiverRow
from claims_db.views.columns import (
    ARTICLE,
    CLAIM,
    CLAIMS,
    COMMENT,
    EVIDENCE,
    JOURNAL,
    KEPT_BACK,
    REVIEWER,
    SOURCE,
    THE_VIEWER,
    VERDICT,
    T,
    date_row,
)
from claims_db.views.evidence import capture_row
from claims_db.views.parts import Parts, grouped
from claims_db.views.sheets import plain_sheets
from claims_db.vocabulary import Action, LintLevel

_LEVEL, _WAIVER, _CAPTURE = T["lint_rule"].c, T["waiver"].c, T["capture"].c
_ROUNDS_BEGIN = (Action.CLAIM_RETURNED, Action.CLAIM_REOPENED)


def linted_claims(connection: Connection, numbers: Sequence[int], viewer: str) -> tuple[LintedClaim, ...]:
    """Give claims as lint looks at them, in the order of their numbers; a number that is not there is left out."""
    rows = connection.execute(_dated(), {"claims": numbers}).all()
    keys = [row.id for row in rows]
    comments = _open_comments(connection, keys, viewer)
    captures, waived, written = _captures(connection, keys), waivers(connection, keys), _written(connection, rows)
    return tuple(
        LintedClaim(
            sheet,
            date_row(row.published, row.published_precision, row.published_zone or ""),
            comments.get(row.id, ()),
            captures.get(row.id, ()),
            waived.get(row.id, ()),
            written.get(row.public_id, 0),
        )
        for row, sheet in zip(rows, plain_sheets(connection, keys, viewer), strict=True)
    )


def lint_levels(connection: Connection) -> dict[str, LintLevel]:
    """Give what rules mean at this desk, where the desk has said so, by the rules' names."""
    return {row.rule: row.level for row in connection.execute(select(_LEVEL.rule, _LEVEL.level))}


def waivers(connection: Connection, claims: Sequence[int]) -> Parts[WaiverRow]:
    """Give what was waived in the round under way, for claims by their local keys, the earliest first."""
    rows = connection.execute(_waivers(), {"claims": claims})
    return grouped((row[0], WaiverRow(*row[1:])) for row in rows)


@cache
def _dated() -> Select[Any]:
    """Select claims by their numbers, with the date of the article in which they were met."""
    return (
        select(CLAIM.id, CLAIM.public_id, ARTICLE.published, ARTICLE.published_precision, ARTICLE.published_zone)
        .select_from(T["claim"].outerjoin(T["article"], ARTICLE.id == CLAIM.article_id))
        .where(CLAIM.number.in_(CLAIMS))
        .order_by(CLAIM.number)
    )


@cache
def _waivers() -> Select[Any]:
    return (
        select(_WAIVER.claim_id, _WAIVER.rule, _WAIVER.reason, REVIEWER.name, _WAIVER.waived_at)
        .join(T["claim"], (CLAIM.id == _WAIVER.claim_id) & (CLAIM.round == _WAIVER.round))
        .join(T["reviewer"], REVIEWER.id == _WAIVER.reviewer_id)
        .where(_WAIVER.claim_id.in_(CLAIMS), _WAIVER.retracted_at.is_(None))
        .order_by(_WAIVER.id)
    )


def _captures(connection: Connection, claims: Sequence[int]) -> Parts[tuple[int, CaptureRow]]:
    rows = connection.execute(_captured(), {"claims": claims})
    return grouped((row.of_claim, (row.of_evidence, capture_row(row))) for row in rows)


@cache
def _captured() -> Select[Any]:
    named = EVIDENCE.claim_id.label("of_claim"), EVIDENCE.number.label("of_evidence"), SOURCE.public_id.label("source")
    return (
        select(T["capture"], *named)
        .join(T["evidence"], EVIDENCE.capture_id == _CAPTURE.id)
        .join(T["source"], SOURCE.id == _CAPTURE.source_id)
        .where(EVIDENCE.claim_id.in_(CLAIMS), EVIDENCE.retracted_at.is_(None), SOURCE.erased_at.is_(None))
        .order_by(EVIDENCE.number)
    )


def _open_comments(connection: Connection, claims: Sequence[int], viewer: str) -> Parts[OpenComment]:
    rows = connection.execute(_comments(), {"claims": claims, "viewer": viewer})
    return grouped(
        (row.claim_id, OpenComment(row.at, row.name))
        for row in rows
        if row.resolved_at is None and row.retracted_at is None and row.shown and not row.answered
    )


@cache
def _comments() -> Select[Any]:
    """Select comments with their numbers; of a claim whose verdict is kept back only one's own are shown.

    What was said as a claim was returned or reopened is answered by the verdict that was recorded since.
    """
    at = func.row_number().over(partition_by=COMMENT.claim_id, order_by=COMMENT.id).label("at")
    shown = or_(~KEPT_BACK, COMMENT.reviewer_id == THE_VIEWER).label("shown")
    began = exists().where(
        JOURNAL.claim == CLAIM.public_id, JOURNAL.public_id == COMMENT.public_id, JOURNAL.action.in_(_ROUNDS_BEGIN)
    )
    recorded = exists().where(
        VERDICT.claim_id == CLAIM.id,
        VERDICT.round == CLAIM.round,
        VERDICT.retracted_at.is_(None),
        VERDICT.recorded_at > COMMENT.written_at,
    )
    answered = and_(began, recorded).label("answered")
    return (
        select(COMMENT.claim_id, COMMENT.resolved_at, COMMENT.retracted_at, REVIEWER.name, at, shown, answered)
        .join(T["claim"], CLAIM.id == COMMENT.claim_id)
        .join(T["reviewer"], REVIEWER.id == COMMENT.reviewer_id)
        .where(COMMENT.claim_id.in_(CLAIMS))
        .order_by(COMMENT.id)
    )


def _written(connection: Connection, claims: Sequence[Any]) -> dict[str, int]:
    rows = connection.execute(_latest_entries(), {"claims": [row.public_id for row in claims]})
    return {row.claim: row.latest for row in rows}


@cache
def _latest_entries() -> Select[Any]:
    query = select(JOURNAL.claim, func.max(JOURNAL.sequence).label("latest"))
    return query.where(JOURNAL.claim.in_(CLAIMS)).group_by(JOURNAL.claim)
