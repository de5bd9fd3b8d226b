"""Rows of the desk, its people, its scale and its queue."""

from typing import NamedTuple

from claims_db.vocabulary import DraftField, NoticeKind, Role


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
    login: str = ""
    left_at: int | None = None


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


class KeptScale(NamedTuple):
    """A scale of the desk, whether the desk rates on it, and whether it is retired."""

    scale: ScaleRow
    in_use: bool
    retired: bool


class SecondReviewRule(NamedTuple):
    """Which verdicts need a second one; ``share`` of all the others in ten-thousandths."""

    ratings: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    legal: bool = False
    share: int = 0


class NumberTolerance(NamedTuple):
    """How far a claimed number may be from the source's, in ten-thousandths of it; ``about`` where one is about so much."""

    share: int = 100
    about: int = 1_000


class PublisherRow(NamedTuple):
    """Who publishes the desk's findings; empty words where the desk has not said.

    Attributes:
        name: of the publisher, as readers know it.
        url: its home page.
        pages: the address of the page of a finding, with ``{slug}`` where the finding's own name stands.
        corrections: the address at which its policy on corrections can be read.

    """

    name: str = ""
    url: str = ""
    pages: str = ""
    corrections: str = ""


class QueueRules(NamedTuple):
    """What people set on a queue, as ``QueueRow`` has it."""

    takes: str
    orders: tuple[str, ...]


class QueueRow(NamedTuple):
    """A queue, its rules, and how many claims wait in it.

    ``takes`` says in the language of filters which new claims enter, empty for all; ``orders`` what they are
    ordered by, the first deciding most.
    """

    name: str
    takes: str
    orders: tuple[str, ...]
    waiting: int

    def rules(self) -> QueueRules:
        """Give what people set on it."""
        return QueueRules(self.takes, self.orders)


class QueueSummary(NamedTuple):
    """Why a queue gives what it gives: counts, and when the next held or postponed claim comes free.

    ``assigned`` counts those assigned to others, ``barred`` those that wait for a second verdict or a decision
    that this reviewer can't give.
    """

    name: str
    free: int
    leased: int
    postponed: int
    done: int
    next_lease_expires_at: int | None
    next_postponed_until: int | None
    assigned: int = 0
    barred: int = 0


class NoticeRow(NamedTuple):
    """Something that waits for this reviewer: a mention, an assignment, a deadline that has passed."""

    kind: NoticeKind
    claim: int
    at: int
    who: str
    words: str


class JudgementRow(NamedTuple):
    """One of two ratings that were given of a claim in the same round, neither reviewer knowing the other's.

    ``value`` is None for a rating without number.
    """

    claim: int
    round: int
    reviewer: str
    scale: str
    rating: str
    value: int | None


class LeaseRow(NamedTuple):
    """Who holds a claim, until when, and the fencing token that a save must show."""

    claim: int
    holder: str
    token: int
    expires_at: int


class LeftDraftRow(NamedTuple):
    """What somebody else was typing on a claim that changed hands."""

    reviewer: str
    field: DraftField
    body: str
    saved_at: int


class DraftRow(NamedTuple):
    """What somebody was typing; ``body`` is JSON text whose shape the field decides."""

    claim: int
    field: DraftField
    body: str
    saved_at: int
