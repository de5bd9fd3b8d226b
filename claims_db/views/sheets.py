"""Reads of one claim with everything that belongs to it."""

from typing import Any

from sqlalchemy import Connection, Row, func, select

from claims_db.errors import NotFound
from claims_db.rows import (
    AppearanceRow,
    ClaimSheet,
    DraftRow,
    EvidenceRow,
    HistoryRow,
    LeaseRow,
    QuoteRow,
    RatingRow,
    ReasonRow,
    SkipRow,
    SourceRow,
    SpanRow,
    VerdictRow,
)
from claims_db.views.columns import (
    APPEARANCE,
    ARTICLE,
    CLAIM,
    CLAIMER,
    DRAFT,
    EVIDENCE,
    JOURNAL,
    LEASE,
    RATING,
    REVIEWER,
    REVISION,
    SCALE,
    SKIP,
    SOURCE,
    VERDICT,
    T,
    date_row,
)
from claims_db.vocabulary import Action, ClaimState

_WORTH = 10_000
_HISTORY = 200


def claim_sheet(connection: Connection, number: int, reviewer_id: str, now: int) -> ClaimSheet:
    """Give everything about a claim as one reviewer sees it.

    Raises:
        NotFound: there is no such claim.

    """
    row = connection.execute(
        select(T["claim"], func.coalesce(CLAIMER.name, "").label("claimer"))
        .select_from(T["claim"].outerjoin(T["claimer"], CLAIMER.id == CLAIM.claimer_id))
        .where(CLAIM.number == number)
    ).first()
    if row is None:
        raise NotFound(f"There is no claim C-{number}.", "List the claims to see their numbers.")
    return ClaimSheet(
        number=row.number,
        public_id=row.public_id,
        state=row.state,
        kind=row.kind,
        statement=row.statement,
        claimer=row.claimer,
        via=row.via,
        said_on=date_row(row.said_on, row.said_on_precision, row.said_on_zone),
        language=row.language,
        check_worthiness=row.worth / _WORTH,
        reasons=tuple(ReasonRow(name, weight / _WORTH) for name, weight in row.reasons),
        assumptions=row.assumptions,
        appearances=_appearances(connection, row.id),
        evidence=_evidence(connection, row.id),
        verdicts=_verdicts(connection, row.id),
        skip=_skip(connection, row.id) if row.state is ClaimState.SKIPPED else None,
        lease=_lease(connection, row.id, number, now),
        drafts=_drafts(connection, row.id, number, reviewer_id),
        history=_history(connection, row.public_id),
    )


def _appearances(connection: Connection, claim_id: int) -> tuple[AppearanceRow, ...]:
    rows = connection.execute(
        select(T["appearance"], ARTICLE.number.label("article"), ARTICLE.title, REVISION.number.label("revision"))
        .select_from(
            T["appearance"]
            .outerjoin(T["revision"], REVISION.id == APPEARANCE.revision_id)
            .outerjoin(T["article"], ARTICLE.id == REVISION.article_id)
        )
        .where(APPEARANCE.claim_id == claim_id)
        .order_by(APPEARANCE.id)
    )
    return tuple(
        AppearanceRow(
            row.form,
            row.article,
            row.title or "",
            row.revision,
            None if row.start is None else SpanRow(row.start, row.end, row.source_start, row.source_end),
            QuoteRow(row.exact, row.prefix, row.suffix) if row.exact else None,
            row.locator,
            row.url,
        )
        for row in rows
    )


def _evidence(connection: Connection, claim_id: int) -> tuple[EvidenceRow, ...]:
    source = [column.label(f"its_{column.name}") for column in T["source"].columns]
    rows = connection.execute(
        select(T["evidence"], REVIEWER.name.label("attached_by"), *source)
        .select_from(
            T["evidence"]
            .join(T["reviewer"], REVIEWER.id == EVIDENCE.reviewer_id)
            .outerjoin(T["source"], SOURCE.id == EVIDENCE.source_id)
        )
        .where(EVIDENCE.claim_id == claim_id, EVIDENCE.retracted_at.is_(None))
        .order_by(EVIDENCE.number)
    )
    return tuple(
        EvidenceRow(
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
                row.its_retrieved_at,
                row.its_sha256,
                row.its_confidential,
            ),
            row.attached_by,
            row.attached_at,
        )
        for row in rows
    )


def _verdicts(connection: Connection, claim_id: int) -> tuple[VerdictRow, ...]:
    rows = connection.execute(
        select(
            VERDICT.public_id,
            RATING.slug,
            RATING.label,
            RATING.definition,
            RATING.value,
            RATING.averitec,
            SCALE.slug,
            VERDICT.rationale,
            REVIEWER.name,
            VERDICT.recorded_at,
            VERDICT.retracted_at,
        )
        .select_from(
            T["verdict"]
            .join(T["rating"], RATING.id == VERDICT.rating_id)
            .join(T["scale"], SCALE.id == RATING.scale_id)
            .join(T["reviewer"], REVIEWER.id == VERDICT.reviewer_id)
        )
        .where(VERDICT.claim_id == claim_id)
        .order_by(VERDICT.id.desc())
    ).all()
    standing = next((row.public_id for row in rows if row.retracted_at is None), None)
    return tuple(VerdictRow(row[0], RatingRow(*row[1:6]), *row[6:10], row[0] == standing) for row in rows)


def _skip(connection: Connection, claim_id: int) -> SkipRow | None:
    row = connection.execute(
        select(SKIP.reason, SKIP.note, REVIEWER.name, SKIP.skipped_at)
        .join(T["reviewer"], REVIEWER.id == SKIP.reviewer_id)
        .where(SKIP.claim_id == claim_id, SKIP.retracted_at.is_(None))
        .order_by(SKIP.id.desc())
        .limit(1)
    ).first()
    return None if row is None else SkipRow(*row)


def _lease(connection: Connection, claim_id: int, number: int, now: int) -> LeaseRow | None:
    row = connection.execute(
        select(REVIEWER.name, LEASE.token, LEASE.expires_at)
        .join(T["reviewer"], REVIEWER.id == LEASE.reviewer_id)
        .where(LEASE.claim_id == claim_id, LEASE.expires_at > now)
    ).first()
    return None if row is None else LeaseRow(number, *row)


def _drafts(connection: Connection, claim_id: int, number: int, reviewer_id: str) -> tuple[DraftRow, ...]:
    rows = connection.execute(
        select(DRAFT.field, DRAFT.body, DRAFT.saved_at)
        .join(T["reviewer"], REVIEWER.id == DRAFT.reviewer_id)
        .where(DRAFT.claim_id == claim_id, REVIEWER.public_id == reviewer_id)
        .order_by(DRAFT.saved_at.desc())
    )
    return tuple(DraftRow(number, *row) for row in rows)


def _history(connection: Connection, claim: str) -> tuple[HistoryRow, ...]:
    rows = connection.execute(
        select(
            func.max(JOURNAL.sequence).label("sequence"),
            func.min(JOURNAL.entity).label("first"),
            func.max(JOURNAL.entity).label("last"),
            JOURNAL.at,
            REVIEWER.name,
            JOURNAL.action,
        )
        .outerjoin(T["reviewer"], REVIEWER.public_id == JOURNAL.actor)
        .where(JOURNAL.claim == claim)
        .group_by(JOURNAL.group_id, JOURNAL.at, REVIEWER.name, JOURNAL.action)
        .order_by(func.max(JOURNAL.sequence).desc())
        .limit(_HISTORY)
    )
    return tuple(HistoryRow(row.sequence, row.at, row.name or "", row.action, _summary(row)) for row in rows)


def _summary(row: Row[*tuple[Any, ...]]) -> str:
    """Say what happened; a lease that changed hands beside another claim's verdict is only that."""
    action: Action = row.action
    if row.first == row.last == "lease":
        return "handed back" if action is Action.CLAIM_HANDED_BACK else "taken"
    subject, _, verb = action.value.partition(".")
    return f"{subject} {verb.replace('_', ' ')}".strip()
