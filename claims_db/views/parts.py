"""Reads of what belongs to claims, for many claims at once; claims go by their local keys."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select

from claims_db.rows import (
    AppearanceRow,
    EvidenceRow,
    LookRow,
    QuoteCheckRow,
    QuoteRow,
    RatingRow,
    SkipRow,
    SourceRow,
    SpanRow,
    VerdictRow,
)
from claims_db.views.columns import (
    APPEARANCE,
    ARTICLE,
    CLAIM,
    CLAIMS,
    EVIDENCE,
    KEPT_BACK,
    RATING,
    REVIEWER,
    REVISION,
    SCALE,
    SKIP,
    SOURCE,
    STANDING_VERDICT,
    TAG,
    VERDICT,
    T,
    date_row,
)

_REVISIONS = T["revision"].alias("revisions")
_NEWEST: ColumnElement[int] = (
    select(func.max(_REVISIONS.c.number))
    .where(_REVISIONS.c.article_id == ARTICLE.id)
    .correlate(T["article"])
    .scalar_subquery()
)
_SEEN = T["capture"].alias("seen")
_LOOK, _LOOKS = T["recheck"].alias("look"), T["recheck"].alias("looks")
_LATEST_LOOK: ColumnElement[int] = (
    select(func.max(_LOOKS.c.id)).where(_LOOKS.c.evidence_id == EVIDENCE.id).correlate(T["evidence"]).scalar_subquery()
)

P = TypeVar("P")
Parts = dict[int, tuple[P, ...]]
"""What belongs to each claim, in order; a claim to which nothing belongs is left out."""


def appearances(connection: Connection, claims: Sequence[int]) -> Parts[AppearanceRow]:
    """Give where claims stand, the first appearance first."""
    rows = connection.execute(_appearances(), {"claims": claims})
    return grouped(
        (
            row.claim_id,
            AppearanceRow(
                row.form,
                row.article,
                row.title or "",
                row.revision,
                None if row.start is None else SpanRow(row.start, row.end, row.source_start, row.source_end),
                QuoteRow(row.exact, row.prefix, row.suffix) if row.exact else None,
                row.locator,
                row.url,
                row.newest,
            ),
        )
        for row in rows
    )


def evidence(connection: Connection, claims: Sequence[int]) -> Parts[EvidenceRow]:
    """Give the evidence that was not taken off, in the order of its numbers."""
    rows = connection.execute(_evidence(), {"claims": claims})
    return grouped((row.claim_id, evidence_row(row)) for row in rows)


def evidence_row(row: Row[*tuple[Any, ...]]) -> EvidenceRow:
    """Put a piece of evidence together with its source; digest and time are those of its own capture, if it has one."""
    return EvidenceRow(
        row.number,
        row.public_id,
        row.form,
        row.stance,
        row.excerpt,
        row.locator,
        row.note,
        None
        if row.source_id is None
        else SourceRow(
            row.its_public_id,
            row.its_url,
            row.its_title,
            row.its_author,
            row.its_publisher,
            date_row(row.its_published, row.its_published_precision, row.its_published_zone),
            row.its_archived_url,
            row.its_archived_at,
            row.its_retrieved_at if row.seen_at is None else row.seen_at,
            row.seen_sha256 or row.its_sha256,
            row.its_confidential,
            row.its_kind,
            row.its_interest,
            row.its_reliability,
            row.its_origin,
            row.its_retraction,
            row.its_erased_at,
        ),
        row.attached_by,
        row.attached_at,
        None if row.quote_verdict is None else _quote_check(row),
        None
        if row.looked_outcome is None
        else LookRow(row.looked_at_last, row.looked_outcome, row.looked_capture is not None),
    )


def _quote_check(row: Row[*tuple[Any, ...]]) -> QuoteCheckRow:
    found = None if not row.quote_exact else QuoteRow(row.quote_exact, row.quote_prefix, row.quote_suffix)
    return QuoteCheckRow(row.quote_verdict, row.quote_start, row.quote_end, found, row.quote_remarks)


def verdicts(connection: Connection, claims: Sequence[int], viewer: str) -> Parts[VerdictRow]:
    """Give every verdict that a viewer may see, the newest first."""
    rows = connection.execute(_verdicts(), {"claims": claims, "viewer": viewer})
    counted: set[tuple[int, str]] = set()
    found = []
    for claim, public_id, *rest in rows:
        *rating, scale, name, rationale, reviewer, recorded_at, stands, counts = rest
        latest = counts and (claim, reviewer) not in counted
        if counts:
            counted.add((claim, reviewer))
        verdict = VerdictRow(
            public_id, RatingRow(*rating), scale, rationale, reviewer, recorded_at, bool(stands), bool(latest), name
        )
        found.append((claim, verdict))
    return grouped(found)


def skips(connection: Connection, claims: Sequence[int]) -> Parts[SkipRow]:
    """Give why claims were set aside, the newest first, without what was taken back."""
    rows = connection.execute(_skips(), {"claims": claims})
    return grouped((row[0], SkipRow(*row[1:])) for row in rows)


def tags(connection: Connection, claims: Sequence[int]) -> Parts[str]:
    """Give the tags of claims by name."""
    rows = connection.execute(_tags(), {"claims": claims})
    return {claim: tuple(sorted(names)) for claim, names in grouped((row[0], row[1]) for row in rows).items()}


@cache
def _appearances() -> Select[Any]:
    return (
        select(
            T["appearance"],
            ARTICLE.number.label("article"),
            ARTICLE.title,
            REVISION.number.label("revision"),
            _NEWEST.label("newest"),
        )
        .select_from(
            T["appearance"]
            .outerjoin(T["revision"], REVISION.id == APPEARANCE.revision_id)
            .outerjoin(T["article"], ARTICLE.id == REVISION.article_id)
        )
        .where(APPEARANCE.claim_id.in_(CLAIMS))
        .order_by(APPEARANCE.id)
    )


@cache
def _evidence() -> Select[Any]:
    query = of_evidence().where(EVIDENCE.claim_id.in_(CLAIMS), EVIDENCE.retracted_at.is_(None))
    return query.order_by(EVIDENCE.number)


def of_evidence(*more: ColumnElement[Any]) -> Select[Any]:
    """Select evidence with its source and who attached it, and more columns."""
    source = [column.label(f"its_{column.name}") for column in T["source"].columns]
    joined = (
        T["evidence"]
        .join(T["reviewer"], REVIEWER.id == EVIDENCE.reviewer_id)
        .outerjoin(T["source"], SOURCE.id == EVIDENCE.source_id)
        .outerjoin(_SEEN, _SEEN.c.id == EVIDENCE.capture_id)
        .outerjoin(_LOOK, _LOOK.c.id == _LATEST_LOOK)
    )
    seen = _SEEN.c.sha256.label("seen_sha256"), _SEEN.c.captured_at.label("seen_at")
    look = (
        _LOOK.c.outcome.label("looked_outcome"),
        _LOOK.c.checked_at.label("looked_at_last"),
        _LOOK.c.capture_id.label("looked_capture"),
    )
    return select(T["evidence"], REVIEWER.name.label("attached_by"), *look, *seen, *source, *more).select_from(joined)


@cache
def _verdicts() -> Select[Any]:
    return (
        select(
            VERDICT.claim_id,
            VERDICT.public_id,
            RATING.slug,
            RATING.label,
            RATING.definition,
            RATING.value,
            RATING.averitec,
            SCALE.slug,
            SCALE.name,
            VERDICT.rationale,
            REVIEWER.name,
            VERDICT.recorded_at,
            VERDICT.id == STANDING_VERDICT,
            and_(VERDICT.retracted_at.is_(None), VERDICT.round == CLAIM.round),
        )
        .select_from(
            T["verdict"]
            .join(T["claim"], CLAIM.id == VERDICT.claim_id)
            .join(T["rating"], RATING.id == VERDICT.rating_id)
            .join(T["scale"], SCALE.id == RATING.scale_id)
            .join(T["reviewer"], REVIEWER.id == VERDICT.reviewer_id)
        )
        .where(VERDICT.claim_id.in_(CLAIMS), or_(~KEPT_BACK, VERDICT.round < CLAIM.round))
        .order_by(VERDICT.id.desc())
    )


@cache
def _skips() -> Select[Any]:
    return (
        select(SKIP.claim_id, SKIP.reason, SKIP.note, REVIEWER.name, SKIP.skipped_at)
        .join(T["reviewer"], REVIEWER.id == SKIP.reviewer_id)
        .where(SKIP.claim_id.in_(CLAIMS), SKIP.retracted_at.is_(None))
        .order_by(SKIP.id.desc())
    )


@cache
def _tags() -> Select[Any]:
    return select(TAG.claim_id, TAG.name).where(TAG.claim_id.in_(CLAIMS))


def grouped(pairs: Iterable[tuple[int, P]]) -> Parts[P]:
    """Gather what belongs to each claim, in the order in which it comes."""
    found: defaultdict[int, list[P]] = defaultdict(list)
    for claim, part in pairs:
        found[claim].append(part)
    return {claim: tuple(parts) for claim, parts in found.items()}
