"""Reads of the desk itself, its people, its queue and its drafts."""

from sqlalchemy import Connection, func, select

from claims_db.errors import NotFound
from claims_db.rows import DeskRow, DraftRow, QueueSummary, RatingRow, ReviewerRow, ScaleRow
from claims_db.views.columns import CLAIM, DESK, DRAFT, LEASE, PLACE, QUEUE, RATING, REVIEWER, SCALE, T
from claims_db.vocabulary import ClaimState


def desk(connection: Connection) -> DeskRow:
    """Give the desk's row.

    Raises:
        NotFound: nobody has opened a desk in this database yet.

    """
    row = connection.execute(
        select(DESK.public_id, DESK.name, DESK.time_zone, DESK.language, SCALE.slug).join(
            T["scale"], SCALE.id == DESK.scale_id
        )
    ).first()
    if row is None:
        raise NotFound("There is no desk in this database yet.", "Run 'workbench add' or 'workbench' to open one.")
    return DeskRow(*row)


def reviewer(connection: Connection, name: str) -> ReviewerRow | None:
    """Give the reviewer of this name, or None."""
    row = connection.execute(
        select(REVIEWER.public_id, REVIEWER.name, REVIEWER.role).where(REVIEWER.name == name)
    ).first()
    return None if row is None else ReviewerRow(*row)


def scale(connection: Connection) -> ScaleRow:
    """Give the desk's rating scale."""
    slug, name = connection.execute(select(SCALE.slug, SCALE.name).join(T["desk"], DESK.scale_id == SCALE.id)).one()
    ratings = connection.execute(
        select(RATING.slug, RATING.label, RATING.definition, RATING.value, RATING.averitec)
        .join(T["desk"], DESK.scale_id == RATING.scale_id)
        .order_by(RATING.position)
    )
    return ScaleRow(slug, name, tuple(RatingRow(*row) for row in ratings))


def queue_summary(connection: Connection, now: int) -> QueueSummary:
    """Say how many claims are free, held, postponed and done, and when the next comes free."""
    # A place goes when its claim leaves the queue, so places are counted, and few rows looked at one by one.
    places = select(func.count()).select_from(T["place"])
    held = (LEASE.reviewer_id.is_not(None)) & (LEASE.expires_at > now)
    later = PLACE.postponed_until > now
    leased, lease_ends = connection.execute(
        select(func.count(), func.min(LEASE.expires_at))
        .select_from(T["lease"].join(T["place"], PLACE.claim_id == LEASE.claim_id))
        .where(held)
    ).one()
    postponed, postponed_until = connection.execute(
        select(func.count().filter(LEASE.id.is_(None)), func.min(PLACE.postponed_until))
        .select_from(T["place"].outerjoin(T["lease"], (LEASE.claim_id == PLACE.claim_id) & held))
        .where(later)
    ).one()
    waiting = connection.execute(places).scalar_one()
    open_claims = connection.execute(
        select(func.count()).select_from(T["claim"]).where(CLAIM.state.in_([ClaimState.QUEUED, ClaimState.PROPOSED]))
    ).scalar_one()
    claims = connection.execute(select(func.count()).select_from(T["claim"])).scalar_one()
    name = connection.execute(select(QUEUE.name).order_by(QUEUE.id).limit(1)).scalar() or ""
    return QueueSummary(
        name, waiting - leased - postponed, leased, postponed, claims - open_claims, lease_ends, postponed_until
    )


def drafts(connection: Connection, reviewer_id: str) -> tuple[DraftRow, ...]:
    """List a reviewer's drafts, the newest first."""
    rows = connection.execute(
        select(CLAIM.number, DRAFT.field, DRAFT.body, DRAFT.saved_at)
        .join(T["claim"], CLAIM.id == DRAFT.claim_id)
        .join(T["reviewer"], REVIEWER.id == DRAFT.reviewer_id)
        .where(REVIEWER.public_id == reviewer_id)
        .order_by(DRAFT.saved_at.desc(), CLAIM.number)
    )
    return tuple(DraftRow(*row) for row in rows)
