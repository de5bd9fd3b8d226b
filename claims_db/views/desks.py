"""Reads of the desk itself, its people, its rules and their drafts."""

from sqlalchemy import Connection, and_, select

from claims_db.errors import NotFound
from claims_db.rows import (
    DeskRow,
    DraftRow,
    NumberTolerance,
    PublisherRow,
    ReviewerRow,
    SecondReviewRule,
)
from claims_db.views.columns import CLAIM, DESK, DRAFT, REVIEWER, SCALE, T

_PERSON = (REVIEWER.public_id, REVIEWER.name, REVIEWER.role, REVIEWER.login, REVIEWER.left_at)


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
    """Give the reviewer of this name, else the one who is there under this login, or None."""
    for known_by in (REVIEWER.name == name, and_(REVIEWER.login == name, REVIEWER.left_at.is_(None))):
        row = connection.execute(select(*_PERSON).where(known_by)).first()
        if row is not None:
            return ReviewerRow(*row)
    return None


def people(connection: Connection) -> tuple[ReviewerRow, ...]:
    """List everybody who is or was at the desk, by name."""
    rows = connection.execute(select(*_PERSON))
    return tuple(sorted((ReviewerRow(*row) for row in rows), key=lambda row: row.name))


def second_review_rule(connection: Connection) -> SecondReviewRule:
    """Give the rule that sends claims to second review."""
    row = connection.execute(
        select(DESK.second_ratings, DESK.second_names, DESK.second_legal, DESK.second_share)
    ).first()
    return SecondReviewRule() if row is None else SecondReviewRule(*row)


def number_tolerance(connection: Connection) -> NumberTolerance:
    """Give how far a claimed number may be from the source's."""
    row = connection.execute(select(DESK.tolerance_share, DESK.tolerance_about)).first()
    return NumberTolerance() if row is None else NumberTolerance(*row)


def publisher(connection: Connection) -> PublisherRow:
    """Give who publishes the desk's findings, and where."""
    columns = (DESK.publisher_name, DESK.publisher_url, DESK.publisher_pages, DESK.publisher_corrections)
    row = connection.execute(select(*columns)).first()
    return PublisherRow() if row is None else PublisherRow(*row)


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
