"""Reads of what review makes of claims, for many claims at once: findings, publications, discussion."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, or_, select

from claims_db.rows import CommentRow, CorrectionRow, FindingRow, JudgementRow, LeftDraftRow, PublicationRow
from claims_db.views.columns import (
    CLAIM,
    CLAIMS,
    COMMENT,
    CORRECTION,
    DRAFT,
    FINDING,
    KEPT_BACK,
    MENTION,
    PUBLICATION,
    RATING,
    REVIEWER,
    SCALE,
    THE_VIEWER,
    VERDICT,
    T,
)
from claims_db.vocabulary import ClaimState

_CLAIM_KEY: BindParameter[int] = bindparam("claim")
_JUDGED_BLIND = T["verdict"].alias("judged_blind").c
_RESOLVER = T["reviewer"].alias("resolver")
_CORRECTOR = T["reviewer"].alias("corrector")


def finding(connection: Connection, claim: int) -> FindingRow | None:
    """Give the finding of a claim's round, by the claim's key."""
    return findings(connection, [claim]).get(claim)


def findings(connection: Connection, claims: Sequence[int]) -> dict[int, FindingRow]:
    """Give the findings of the rounds of claims, by the claims' keys."""
    rows = connection.execute(_findings(), {"claims": claims})
    return {row[0]: FindingRow(*row[1:]) for row in rows}


@cache
def _findings() -> Select[Any]:
    return (
        select(FINDING.claim_id, VERDICT.public_id, REVIEWER.name, FINDING.signed_off_at, FINDING.note)
        .select_from(
            T["finding"]
            .join(T["verdict"], VERDICT.id == FINDING.verdict_id)
            .join(T["claim"], (CLAIM.id == FINDING.claim_id) & (CLAIM.round == VERDICT.round))
            .join(T["reviewer"], REVIEWER.id == FINDING.signed_off_by_id)
        )
        .where(FINDING.claim_id.in_(CLAIMS))
    )


def publications(connection: Connection, claim: int) -> tuple[PublicationRow, ...]:
    """Give the frozen publications of a claim, the first one first."""
    rows = connection.execute(_publications(), {"claim": claim})
    return tuple(_publication(tuple(row)) for row in rows)


def _publication(row: tuple[Any, ...]) -> PublicationRow:
    number, who, at, content, *correction = row
    return PublicationRow(number, who, at, content, None if correction[0] is None else CorrectionRow(*correction))


@cache
def _publications() -> Select[Any]:
    return (
        select(
            PUBLICATION.number,
            REVIEWER.name,
            PUBLICATION.published_at,
            PUBLICATION.content,
            CORRECTION.severity,
            CORRECTION.reason,
            _CORRECTOR.c.name,
            CORRECTION.corrected_at,
        )
        .select_from(
            T["publication"]
            .join(T["finding"], FINDING.id == PUBLICATION.finding_id)
            .join(T["reviewer"], REVIEWER.id == PUBLICATION.published_by_id)
            .outerjoin(T["correction"], CORRECTION.publication_id == PUBLICATION.id)
            .outerjoin(_CORRECTOR, _CORRECTOR.c.id == CORRECTION.corrected_by_id)
        )
        .where(FINDING.claim_id == _CLAIM_KEY)
        .order_by(PUBLICATION.number)
    )


def comments(connection: Connection, claim: int, viewer: str) -> tuple[CommentRow, ...]:
    """Give the discussion of a claim; what was said since a verdict that is kept back is kept back with it."""
    rows = connection.execute(_comments(), {"claim": claim, "viewer": viewer}).all()
    named = _mentions(connection, [row.id for row in rows])
    return tuple(
        CommentRow(number, row[1], row[2], row[3], row[4], tuple(named.get(row.id, ())), row[5], row[6])
        for number, row in enumerate(rows, 1)
        if row.shown and row.retracted_at is None
    )


@cache
def _comments() -> Select[Any]:
    first = select(func.min(VERDICT.recorded_at)).where(
        VERDICT.claim_id == CLAIM.id, VERDICT.round == CLAIM.round, VERDICT.retracted_at.is_(None)
    )
    since = first.correlate(T["claim"]).scalar_subquery()
    return (
        select(
            COMMENT.id,
            COMMENT.public_id,
            REVIEWER.name,
            COMMENT.body,
            COMMENT.written_at,
            func.coalesce(_RESOLVER.c.name, ""),
            COMMENT.resolved_at,
            COMMENT.retracted_at,
            or_(~KEPT_BACK, COMMENT.written_at < since, COMMENT.reviewer_id == THE_VIEWER).label("shown"),
        )
        .select_from(
            T["comment"]
            .join(T["claim"], CLAIM.id == COMMENT.claim_id)
            .join(T["reviewer"], REVIEWER.id == COMMENT.reviewer_id)
            .outerjoin(_RESOLVER, _RESOLVER.c.id == COMMENT.resolved_by_id)
        )
        .where(COMMENT.claim_id == _CLAIM_KEY)
        .order_by(COMMENT.id)
    )


def _mentions(connection: Connection, comments: Sequence[int]) -> dict[int, list[str]]:
    if not comments:
        return {}
    rows = connection.execute(
        select(MENTION.comment_id, REVIEWER.name)
        .join(T["reviewer"], REVIEWER.id == MENTION.reviewer_id)
        .where(MENTION.comment_id.in_(comments))
        .order_by(MENTION.id)
    )
    found: dict[int, list[str]] = {}
    for comment, name in rows:
        found.setdefault(comment, []).append(name)
    return found


def left_drafts(connection: Connection, claim: int, viewer: str) -> tuple[LeftDraftRow, ...]:
    """Give what others were typing on a claim; of a verdict that is kept back, its author's drafts are as well."""
    rows = connection.execute(_left_drafts(), {"claim": claim, "viewer": viewer})
    return tuple(LeftDraftRow(*row) for row in rows)


@cache
def _left_drafts() -> Select[Any]:
    authored = (
        select(VERDICT.id)
        .where(VERDICT.claim_id == CLAIM.id, VERDICT.round == CLAIM.round, VERDICT.retracted_at.is_(None))
        .where(VERDICT.reviewer_id == DRAFT.reviewer_id)
        .correlate(T["claim"], T["draft"])
        .exists()
    )
    return (
        select(REVIEWER.name, DRAFT.field, DRAFT.body, DRAFT.saved_at)
        .select_from(
            T["draft"]
            .join(T["claim"], CLAIM.id == DRAFT.claim_id)
            .join(T["reviewer"], REVIEWER.id == DRAFT.reviewer_id)
        )
        .where(DRAFT.claim_id == _CLAIM_KEY, REVIEWER.public_id != bindparam("viewer"))
        .where(or_(CLAIM.state != ClaimState.SECOND_REVIEW, ~authored))
        .order_by(DRAFT.saved_at.desc())
    )


def judgements(connection: Connection, viewer: str) -> tuple[JudgementRow, ...]:
    """Give the pairs of independent ratings: the blind second one and the first, as it was when that was given.

    Two on different scales can't be set against each other and are left out.
    """
    rows = connection.execute(
        select(
            CLAIM.number,
            VERDICT.round,
            REVIEWER.name,
            SCALE.slug,
            RATING.slug.label("rating"),
            RATING.value,
            VERDICT.blind,
        )
        .select_from(
            T["verdict"]
            .join(T["claim"], CLAIM.id == VERDICT.claim_id)
            .join(T["rating"], RATING.id == VERDICT.rating_id)
            .join(T["scale"], SCALE.id == RATING.scale_id)
            .join(T["reviewer"], REVIEWER.id == VERDICT.reviewer_id)
        )
        .where(VERDICT.retracted_at.is_(None), ~KEPT_BACK)
        .where(VERDICT.claim_id.in_(select(_JUDGED_BLIND.claim_id).where(_JUDGED_BLIND.blind)))
        .order_by(CLAIM.number, VERDICT.round, VERDICT.id),
        {"viewer": viewer},
    )
    found: list[JudgementRow] = []
    first: JudgementRow | None = None
    for *row, blind in rows:
        judgement = JudgementRow(*row)
        if blind and first is not None and _of_one_question(first, judgement):
            found += (first, judgement)
        if not blind:
            first = judgement
    return tuple(found)


def _of_one_question(one: JudgementRow, other: JudgementRow) -> bool:
    return (one.claim, one.round, one.scale) == (other.claim, other.round, other.scale)
