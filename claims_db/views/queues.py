"""Reads of queues: what waits in them, in which order, and why they give nothing."""

from array import array

from sqlalchemy import ColumnElement, Connection, func, select

from claims_db.errors import NotFound
from claims_db.leasing import WAITING, live_lease, open_to
from claims_db.repositories.people import QUEUE as OWN
from claims_db.rows import NoticeRow, QueueRow, QueueSummary
from claims_db.tables import WITHIN_ORDER
from claims_db.views.columns import (
    CLAIM,
    COMMENT,
    JOURNAL,
    KEPT_BACK,
    LEASE,
    MENTION,
    PLACE,
    QUEUE,
    REPLY,
    REQUEST,
    REVIEWER,
    T,
)
from claims_db.views.recheck_dates import recheck_notices
from claims_db.vocabulary import Action, ClaimState, NoticeKind, Role

_REVIEWED = tuple(state for state in WAITING if state is not ClaimState.QUEUED)


def queue_rows(connection: Connection) -> tuple[QueueRow, ...]:
    """List the queues, the desk's own first."""
    waiting = (
        select(func.count())
        .select_from(T["place"])
        .where(PLACE.queue_id == QUEUE.id, PLACE.waiting)
        .correlate(T["queue"])
        .scalar_subquery()
    )
    rows = connection.execute(select(QUEUE.name, QUEUE.takes, QUEUE.orders, waiting).order_by(QUEUE.id))
    return tuple(QueueRow(*row) for row in rows)


def queue_rules(connection: Connection) -> tuple[tuple[str, str], ...]:
    """Give the names of the queues and which new claims each one takes, the desk's own first."""
    rows = connection.execute(select(QUEUE.name, QUEUE.takes).order_by(QUEUE.id))
    return tuple((row.name, row.takes) for row in rows)


def queue_numbers(connection: Connection, name: str) -> "array[int]":
    """Give the numbers of the claims that wait in a queue, in its order.

    Raises:
        NotFound: there is no such queue.

    """
    rows = connection.execute(
        select(CLAIM.number)
        .select_from(T["place"].join(T["claim"], CLAIM.id == PLACE.claim_id))
        .where(PLACE.queue_id == _key(connection, name), PLACE.waiting)
        .order_by(PLACE.rank, WITHIN_ORDER)
    )
    return array("q", (row[0] for row in rows))


def queue_summary(connection: Connection, now: int, name: str = OWN, viewer: str = "") -> QueueSummary:
    """Say for one reviewer how many claims of a queue are free, and what becomes of the others.

    Raises:
        NotFound: there is no such queue.

    """
    # Most places are counted in the index alone; few rows are looked at one by one.
    key = _key(connection, name)
    here = (PLACE.queue_id == key, PLACE.waiting)
    # The sum keeps SQLite from going through all places, in search of the few rows that the other table gives.
    few = (PLACE.queue_id + 0 == key, PLACE.waiting)
    claims = T["place"].join(T["claim"], CLAIM.id == PLACE.claim_id)
    waiting = connection.execute(select(func.count()).select_from(T["place"]).where(*here)).scalar_one()
    placed = select(PLACE.id).where(PLACE.claim_id == LEASE.claim_id, *here).correlate(T["lease"]).exists()
    leased, lease_ends = connection.execute(
        select(func.count(), func.min(LEASE.expires_at)).where(LEASE.reviewer_id > 0, live_lease(now), placed)
    ).one()
    held = select(LEASE.id).where(LEASE.claim_id == CLAIM.id, live_lease(now)).correlate(T["claim"]).exists()
    postponed, postponed_until = connection.execute(
        select(func.count(), func.min(CLAIM.postponed_until))
        .select_from(claims)
        .where(CLAIM.postponed_until > now, ~held, *few)
    ).one()

    def count(*conditions: ColumnElement[bool]) -> int:
        free = (CLAIM.postponed_until.is_(None) | (CLAIM.postponed_until <= now), ~held)
        return connection.execute(select(func.count()).select_from(claims).where(*free, *few, *conditions)).scalar_one()

    me, adjudicates = _viewer(connection, viewer)
    mine = CLAIM.assigned_to_id.is_(None) | (CLAIM.assigned_to_id == me)
    assigned = count(CLAIM.assigned_to_id > 0, CLAIM.assigned_to_id != me)
    barred = count(CLAIM.state.in_(_REVIEWED), ~open_to(me, adjudicates=adjudicates), mine)
    open_claims = connection.execute(
        select(func.count()).select_from(T["claim"]).where(CLAIM.state.in_([*WAITING, ClaimState.PROPOSED]))
    ).scalar_one()
    done = connection.execute(select(func.count()).select_from(T["claim"])).scalar_one() - open_claims
    free = waiting - leased - postponed - assigned - barred
    return QueueSummary(name, free, leased, postponed, done, lease_ends, postponed_until, assigned, barred)


def notices(connection: Connection, viewer: str, now: int) -> tuple[NoticeRow, ...]:
    """Give what waits for a reviewer: mentions, claims assigned to them, deadlines and rechecks that are due."""
    me, edits = _viewer(connection, viewer)
    mentions = connection.execute(
        select(CLAIM.number, COMMENT.written_at, REVIEWER.name, COMMENT.body)
        .select_from(
            T["mention"]
            .join(T["comment"], COMMENT.id == MENTION.comment_id)
            .join(T["claim"], CLAIM.id == COMMENT.claim_id)
            .join(T["reviewer"], REVIEWER.id == COMMENT.reviewer_id)
        )
        .where(MENTION.reviewer_id == me, MENTION.seen_at.is_(None), COMMENT.retracted_at.is_(None), ~KEPT_BACK)
        .order_by(COMMENT.id.desc()),
        {"viewer": viewer},
    )
    assigner = (
        select(REVIEWER.name)
        .join(T["journal"], JOURNAL.actor == REVIEWER.public_id)
        .where(JOURNAL.claim == CLAIM.public_id, JOURNAL.action == Action.CLAIM_ASSIGNED)
        .order_by(JOURNAL.sequence.desc())
        .limit(1)
        .correlate(T["claim"])
        .scalar_subquery()
    )
    assigned = connection.execute(
        select(CLAIM.number, CLAIM.added_at, func.coalesce(assigner, ""), CLAIM.assignment_note)
        .where(CLAIM.assigned_to_id == me, CLAIM.state.in_(WAITING))
        .order_by(CLAIM.number)
    )
    holder = (
        select(LEASE.claim_id).where(LEASE.claim_id == CLAIM.id, LEASE.reviewer_id == me).correlate(T["claim"]).exists()
    )
    due = T["claim"].alias("due")
    late = connection.execute(
        select(CLAIM.number, CLAIM.deadline, CLAIM.statement)
        .where(CLAIM.id.in_(select(due.c.id).where(due.c.deadline <= now)), CLAIM.state.in_(WAITING))
        .where((CLAIM.assigned_to_id == me) | CLAIM.assigned_to_id.is_(None) | holder)
        .order_by(CLAIM.deadline, CLAIM.number)
    )
    to_correct = select(CLAIM.number, REQUEST.deadline, REQUEST.asked, REQUEST.request).where(
        CLAIM.id == REQUEST.claim_id,
        REQUEST.outcome.is_(None),
        *(REQUEST.deadline <= now, REQUEST.retracted_at.is_(None), REQUEST.reviewer_id == me),
    )
    to_reply = select(CLAIM.number, REPLY.deadline, REPLY.asked, REPLY.question).where(
        CLAIM.id == REPLY.claim_id,
        REPLY.answered_at.is_(None),
        *(REPLY.deadline <= now, REPLY.retracted_at.is_(None), REPLY.reviewer_id == me),
    )
    unanswered = sorted(
        (row for asked in (to_correct, to_reply) for row in connection.execute(asked)), key=lambda row: row[1]
    )
    return (
        *(NoticeRow(NoticeKind.MENTION, *row) for row in mentions),
        *(NoticeRow(NoticeKind.DEADLINE, row[0], row[1], "", row[2]) for row in late),
        *(NoticeRow(NoticeKind.REQUEST, *row) for row in unanswered),
        *recheck_notices(connection, me, now, edits=edits),
        *(NoticeRow(NoticeKind.ASSIGNED, *row) for row in assigned),
    )


def _viewer(connection: Connection, public_id: str) -> tuple[int, bool]:
    """Give a reviewer's key and whether they edit, and so may adjudicate; 0 for nobody."""
    row = connection.execute(select(REVIEWER.id, REVIEWER.role).where(REVIEWER.public_id == public_id)).first()
    return (0, False) if row is None else (row.id, row.role is not Role.REVIEWER)


def _key(connection: Connection, name: str) -> int:
    key = connection.execute(select(QUEUE.id).where(QUEUE.name == name)).scalar()
    if key is None:
        raise NotFound(f"There is no queue {name!r}.", "'workbench queue list' names them.")
    return int(key)
