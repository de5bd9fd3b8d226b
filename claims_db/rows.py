"""What leaves the database: plain tuples, one type for each thing a screen or an export shows.

References (claim C-12, article A-3, evidence E-40) are the numbers that people type. Keys of the
database never appear here; ``public_id`` is the UUIDv7 that exports and the journal use.
Instants are microseconds since 1970 in UTC.
"""

from typing import NamedTuple

from claims_db.vocabulary import (
    AppearanceForm,
    ClaimKind,
    ClaimOrder,
    ClaimState,
    DatePrecision,
    DraftField,
    EvidenceForm,
    Relation,
    Role,
    SkipReason,
    Stance,
)


class DateRow(NamedTuple):
    """A date as well as it is known: ISO 8601 value, its precision, and the zone it was given in."""

    value: str
    precision: DatePrecision
    zone: str = ""


class ReasonRow(NamedTuple):
    """One named reason for a check-worthiness, with what it added or took away."""

    name: str
    weight: float


class QuoteRow(NamedTuple):
    """Exact words and what stands around them (W3C TextQuoteSelector), up to 32 characters each side."""

    exact: str
    prefix: str
    suffix: str


class SpanRow(NamedTuple):
    """A half-open range of code points in the normalised text and the same range in the source text."""

    start: int
    end: int
    source_start: int
    source_end: int


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


class ArticleRow(NamedTuple):
    """An article in a list."""

    number: int
    public_id: str
    title: str
    outlet: str
    url: str
    published: DateRow | None
    language: str
    taken_in_at: int
    claims: int
    open_claims: int


class LeaseRow(NamedTuple):
    """Who holds a claim, until when, and the fencing token that a save must show."""

    claim: int
    holder: str
    token: int
    expires_at: int


class ClaimRow(NamedTuple):
    """A claim in a list."""

    number: int
    state: ClaimState
    kind: ClaimKind
    statement: str
    claimer: str
    via: tuple[str, ...]
    check_worthiness: float
    article: int | None
    article_title: str
    rating: str
    evidence: int
    holder: str
    lease_expires_at: int | None
    postponed_until: int | None


class AppearanceRow(NamedTuple):
    """Where a claim stands: in an article (span and quote), or elsewhere (locator such as a time code)."""

    form: AppearanceForm
    article: int | None
    article_title: str
    revision: int | None
    span: SpanRow | None
    quote: QuoteRow | None
    locator: str
    url: str


class SourceRow(NamedTuple):
    """What evidence rests on. Empty strings and None mean: not known, and so not shown."""

    public_id: str
    url: str
    title: str
    author: str
    publisher: str
    published: DateRow | None
    archived_url: str
    archived_at: int | None
    retrieved_at: int | None
    sha256: str
    confidential: bool


class EvidenceRow(NamedTuple):
    """One piece of evidence of a claim."""

    number: int
    public_id: str
    form: EvidenceForm
    stance: Stance
    excerpt: str
    locator: str
    note: str
    source: SourceRow | None
    attached_by: str
    attached_at: int


class VerdictRow(NamedTuple):
    """A verdict by one reviewer; ``stands`` is false for one that was taken back or superseded."""

    public_id: str
    rating: RatingRow
    scale: str
    rationale: str
    reviewer: str
    recorded_at: int
    stands: bool


class SkipRow(NamedTuple):
    """Why a claim was set aside, by whom, when."""

    reason: SkipReason
    note: str
    reviewer: str
    at: int


class CorrectionRow(NamedTuple):
    """A correction of a published finding."""

    severity: str
    reason: str
    by: str
    at: int


class DraftRow(NamedTuple):
    """What somebody was typing; ``body`` is JSON text whose shape the field decides."""

    claim: int
    field: DraftField
    body: str
    saved_at: int


class HistoryRow(NamedTuple):
    """One thing that happened to a claim."""

    sequence: int
    at: int
    actor: str
    action: str
    summary: str


class ClaimSheet(NamedTuple):
    """Everything that one claim's screen shows."""

    number: int
    public_id: str
    state: ClaimState
    kind: ClaimKind
    statement: str
    claimer: str
    via: tuple[str, ...]
    said_on: DateRow | None
    language: str
    check_worthiness: float
    reasons: tuple[ReasonRow, ...]
    assumptions: tuple[str, ...]
    appearances: tuple[AppearanceRow, ...]
    evidence: tuple[EvidenceRow, ...]
    verdicts: tuple[VerdictRow, ...]
    skip: SkipRow | None
    lease: LeaseRow | None
    drafts: tuple[DraftRow, ...]
    history: tuple[HistoryRow, ...]


class PlacedClaim(NamedTuple):
    """A claim of an article: where it stands in the text and how far it is."""

    number: int
    span: SpanRow
    state: ClaimState
    rating: str


class ArticleSheet(NamedTuple):
    """One article with its text and where its claims stand, in the order of the text."""

    row: ArticleRow
    byline: str
    revision: int
    text: str
    claims: tuple[PlacedClaim, ...]


class QueueSummary(NamedTuple):
    """Why a queue gives what it gives: counts, and when the next held or postponed claim comes free."""

    name: str
    free: int
    leased: int
    postponed: int
    done: int
    next_lease_expires_at: int | None
    next_postponed_until: int | None


class NearClaim(NamedTuple):
    """A claim of the desk that is nearly equal to another one, and how the two differ."""

    number: int
    statement: str
    relation: Relation
    score: int
    differences: tuple[str, ...]


class NearPair(NamedTuple):
    """A new claim and the claim of the desk that it is nearly equal to."""

    claim: int
    near: NearClaim


class Intake(NamedTuple):
    """What taking in an article did. ``known`` is true where the desk had the article already."""

    article: ArticleRow
    known: bool
    claims: tuple[int, ...]
    near: tuple[NearPair, ...]


class ClaimFilter(NamedTuple):
    """Which claims a list shows; empty means no restriction.

    ``words`` must all occur in the statement, the quote or the claimer, whatever their case.
    """

    states: tuple[ClaimState, ...] = ()
    kinds: tuple[ClaimKind, ...] = ()
    article: int | None = None
    claimer: str = ""
    via: str = ""
    rating: str = ""
    holder: str = ""
    words: tuple[str, ...] = ()
    minimum_worth: float = 0.0
    order: ClaimOrder = ClaimOrder.QUEUE


class ClaimReport(NamedTuple):
    """One claim as an export needs it."""

    sheet: ClaimSheet
    corrections: tuple[CorrectionRow, ...]
    publication: int | None


class ArticleReport(NamedTuple):
    """An article (None for claims entered by hand) and its claims as an export needs them."""

    desk: DeskRow
    article: ArticleRow | None
    byline: str
    claims: tuple[ClaimReport, ...]
    journal_head: str
