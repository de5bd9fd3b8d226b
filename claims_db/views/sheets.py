"""Reads of claims with everything that belongs to them."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, func, or_, select

from claims_db.errors import NotFound
from claims_db.leasing import live_lease
from claims_db.match_vocabulary import MatchDecision, Relation
from claims_db.ranking import WORTH
from claims_db.rows import ClaimSheet, DraftRow, HistoryRow, LeaseRow, ReasonRow, RecheckDate
from claims_db.views import logs, media, parts, reviews
from claims_db.views.columns import (
    CLAIM,
    CLAIMER,
    CLAIMS,
    COMMENT,
    DRAFT,
    EVIDENCE,
    FINDING,
    JOURNAL,
    KEPT_BACK,
    LEASE,
    NOW,
    PLACE,
    QUEUE,
    REPLY,
    REQUEST,
    REVIEWER,
    SKIP,
    TAG,
    VERDICT,
    T,
    date_row,
)
from claims_db.vocabulary import Action, ClaimState

_HISTORY = 200
_SAME = T["claim"].alias("same")
_MATCH = T["match"].c


class Parts(NamedTuple):
    """Which parts of claims are there to be read."""

    evidence: bool = True
    verdicts: bool = True
    skips: bool = True
    findings: bool = True
    comments: bool = True
    drafts: bool = True
    tags: bool = True
    search_log: bool = True
    replies: bool = True
    media: bool = True
    correction_requests: bool = True


EVERY_PART = Parts()


def claim_sheet(connection: Connection, number: int, reviewer_id: str, now: int) -> ClaimSheet:
    """Give everything about a claim as one reviewer sees it.

    Raises:
        NotFound: there is no such claim.

    """
    row = connection.execute(_claim(), {"number": number, "now": now}).first()
    if row is None:
        raise NotFound(f"There is no claim C-{number}.", "List the claims to see their numbers.")
    there = Parts(*(getattr(row, part) for part in Parts._fields))
    (sheet,) = plain_sheets(connection, [row.id], reviewer_id, there)
    until = sheet.postponed_until
    return sheet._replace(
        postponed_until=until if until is not None and until > now else None,
        lease=None if row.token is None else LeaseRow(number, row.holder, row.token, row.expires_at),
        drafts=_drafts(connection, row.id, number, reviewer_id) if there.drafts else (),
        history=_history(connection, row.public_id),
        queues=_queues(connection, row.id),
        duplicates=tuple(connection.execute(_duplicates(), {"claim": row.id}).scalars()),
        finding=reviews.finding(connection, row.id) if there.findings else None,
        publications=reviews.publications(connection, row.id) if there.findings else (),
        comments=reviews.comments(connection, row.id, reviewer_id) if there.comments else (),
        left_drafts=reviews.left_drafts(connection, row.id, reviewer_id) if there.drafts else (),
        joined=bool(row.joined),
    )


@cache
def _claim() -> Select[Any]:
    """Select a claim's key, who holds it, and which parts it has at all: most claims have few, and a look costs."""
    live = T["lease"].join(T["reviewer"], REVIEWER.id == LEASE.reviewer_id)
    held = (
        select(LEASE.claim_id, LEASE.token, LEASE.expires_at, REVIEWER.name.label("holder"))
        .select_from(live)
        .where(live_lease(NOW))
        .subquery()
    )
    tables = {"evidence": EVIDENCE, "verdicts": VERDICT, "skips": SKIP, "findings": FINDING}
    tables |= {"comments": COMMENT, "drafts": DRAFT, "tags": TAG}
    tables |= {"search_log": logs.SEARCH_ENTRY, "replies": REPLY, "media": media.MEDIA}
    tables |= {"correction_requests": REQUEST}
    return (
        select(
            CLAIM.id,
            CLAIM.public_id,
            held.c.token,
            held.c.expires_at,
            held.c.holder,
            *(
                select(columns.id).where(columns.claim_id == CLAIM.id).correlate(T["claim"]).exists().label(name)
                for name, columns in tables.items()
            ),
            or_(*(_joined(side) for side in (_MATCH.claim_id, _MATCH.other_claim_id))).label("joined"),
        )
        .select_from(T["claim"].outerjoin(held, held.c.claim_id == CLAIM.id))
        .where(CLAIM.number == bindparam("number"))
    )


def _joined(side: ColumnElement[int]) -> ColumnElement[bool]:
    """Say whether somebody accepted a match of the claim with another one as the same."""
    accepted = _MATCH.relation == Relation.SAME, _MATCH.decision == MatchDecision.ACCEPTED
    return (
        select(_MATCH.id)
        .where(side == CLAIM.id, *accepted, _MATCH.retracted_at.is_(None), _MATCH.other_claim_id.is_not(None))
        .correlate(T["claim"])
        .exists()
    )


def plain_sheets(
    connection: Connection, claims: Sequence[int], viewer: str = "", there: Parts = EVERY_PART
) -> tuple[ClaimSheet, ...]:
    """Give claims by their local keys, in the order of their numbers, without what only their screen shows.

    Parts that are not ``there`` are not looked for.
    """
    rows = connection.execute(_claims(), {"claims": claims, "viewer": viewer}).all()
    appearances = parts.appearances(connection, claims)
    evidence = parts.evidence(connection, claims) if there.evidence else {}
    verdicts = parts.verdicts(connection, claims, viewer) if there.verdicts else {}
    skips = parts.skips(connection, claims) if there.skips else {}
    tags = parts.tags(connection, claims) if there.tags else {}
    search_log = logs.search_log(connection, claims) if there.search_log else {}
    replies = logs.replies(connection, claims) if there.replies else {}
    depicted = media.media(connection, claims) if there.media else {}
    requests = logs.correction_requests(connection, claims) if there.correction_requests else {}
    return tuple(
        ClaimSheet(
            number=row.number,
            public_id=row.public_id,
            state=row.state,
            kind=row.kind,
            statement=row.statement,
            claimer=row.claimer,
            via=row.via,
            said_on=date_row(row.said_on, row.said_on_precision, row.said_on_zone),
            language=row.language,
            check_worthiness=row.worth / WORTH,
            reasons=tuple(ReasonRow(name, weight / WORTH) for name, weight in row.reasons),
            assumptions=row.assumptions,
            appearances=appearances.get(row.id, ()),
            evidence=evidence.get(row.id, ()),
            verdicts=verdicts.get(row.id, ()),
            skip=skips[row.id][0] if row.state is ClaimState.SKIPPED and row.id in skips else None,
            lease=None,
            drafts=(),
            history=(),
            priority=row.priority,
            deadline=row.deadline,
            demand=row.demand,
            legal=row.legal,
            assigned_to=row.assigned_to,
            assignment_note=row.assignment_note,
            postponed_until=row.postponed_until,
            recheck=RecheckDate(row.recheck_on or "", row.recheck_reason),
            blind=bool(row.blind),
            duplicate_of=row.duplicate_of,
            tags=tags.get(row.id, ()),
            search_log=search_log.get(row.id, ()),
            replies=replies.get(row.id, ()),
            media=depicted.get(row.id, ()),
            correction_requests=requests.get(row.id, ()),
        )
        for row in rows
    )


@cache
def _claims() -> Select[Any]:
    return (
        select(
            T["claim"],
            func.coalesce(CLAIMER.name, "").label("claimer"),
            func.coalesce(REVIEWER.name, "").label("assigned_to"),
            KEPT_BACK.label("blind"),
            _SAME.c.number.label("duplicate_of"),
        )
        .select_from(
            T["claim"]
            .outerjoin(T["claimer"], CLAIMER.id == CLAIM.claimer_id)
            .outerjoin(T["reviewer"], REVIEWER.id == CLAIM.assigned_to_id)
            .outerjoin(_SAME, _SAME.c.id == CLAIM.duplicate_of_id)
        )
        .where(CLAIM.id.in_(CLAIMS))
        .order_by(CLAIM.number)
    )


def _queues(connection: Connection, claim_id: int) -> tuple[str, ...]:
    rows = connection.execute(_queues_of(), {"claim": claim_id})
    return tuple(row.name for row in rows)


@cache
def _queues_of() -> Select[Any]:
    return (
        select(QUEUE.name)
        .join(T["place"], PLACE.queue_id == QUEUE.id)
        .where(PLACE.claim_id == bindparam("claim"), PLACE.waiting)
        .order_by(QUEUE.id)
    )


@cache
def _duplicates() -> Select[int]:
    return select(CLAIM.number).where(CLAIM.duplicate_of_id == bindparam("claim")).order_by(CLAIM.number)


def _drafts(connection: Connection, claim_id: int, number: int, reviewer_id: str) -> tuple[DraftRow, ...]:
    rows = connection.execute(_drafts_of(), {"claim": claim_id, "reviewer": reviewer_id})
    return tuple(DraftRow(number, *row) for row in rows)


@cache
def _drafts_of() -> Select[Any]:
    return (
        select(DRAFT.field, DRAFT.body, DRAFT.saved_at)
        .join(T["reviewer"], REVIEWER.id == DRAFT.reviewer_id)
        .where(DRAFT.claim_id == bindparam("claim"), REVIEWER.public_id == bindparam("reviewer"))
        .order_by(DRAFT.saved_at.desc())
    )


def _history(connection: Connection, claim: str) -> tuple[HistoryRow, ...]:
    rows = connection.execute(_history_of(), {"claim": claim})
    return tuple(HistoryRow(row.sequence, row.at, row.name or "", row.action, _summary(row)) for row in rows)


@cache
def _history_of() -> Select[Any]:
    return (
        select(
            func.max(JOURNAL.sequence).label("sequence"),
            func.min(JOURNAL.entity).label("first"),
            func.max(JOURNAL.entity).label("last"),
            JOURNAL.at,
            REVIEWER.name,
            JOURNAL.action,
        )
        .outerjoin(T["reviewer"], REVIEWER.public_id == JOURNAL.actor)
        .where(JOURNAL.claim == bindparam("claim"))
        .group_by(JOURNAL.group_id, JOURNAL.at, REVIEWER.name, JOURNAL.action)
        .order_by(func.max(JOURNAL.sequence).desc())
        .limit(_HISTORY)
    )


def _summary(row: Row[*tuple[Any, ...]]) -> str:
    """Say what happened; a lease that changed hands beside another claim's verdict is only that."""
    action: Action = row.action
    if row.first == row.last == "lease":
        return "handed back" if action is Action.CLAIM_HANDED_BACK else "taken"
    subject, _, verb = action.value.partition(".")
    return f"{subject} {verb}".replace("_", " ").strip()
