"""Rows of the desk, its people, its scale and its queue."""

from typing import NamedTuple

from claims_db.vocabulary import DraftField, Role


class DeskRow(NamedTuple):
    """The desk itself."""

    public_id: str
    name: str
    time_zone: str
    language: str
    scale: str


class ReviewerRow(NamedTuple):
    """A person of the desk."""

    public_id: str
    name: str
    role: Role


class RatingRow(NamedTuple):
    """A point on a scale; ``value`` 1 (worst) to 5 (best), None where the rating has no number."""

    slug: str
    label: str
    definition: str
    value: int | None
    averitec: str


class ScaleRow(NamedTuple):
    """A rating scale, its ratings in order."""

    slug: str
    name: str
    ratings: tuple[RatingRow, ...]


class QueueSummary(NamedTuple):
    """Why a queue gives what it gives: counts, and when the next held or postponed claim comes free."""

    name: str
    free: int
    leased: int
    postponed: int
    done: int
    next_lease_expires_at: int | None
    next_postponed_until: int | None


class LeaseRow(NamedTuple):
    """Who holds a claim, until when, and the fencing token that a save must show."""

    claim: int
    holder: str
    token: int
    expires_at: int


class DraftRow(NamedTuple):
    """What somebody was typing; ``body`` is JSON text whose shape the field decides."""

    claim: int
    field: DraftField
    body: str
    saved_at: int
