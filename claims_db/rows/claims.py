"""Rows of claims: in a list, and with everything that belongs to them."""

from typing import NamedTuple

from claims_db.capture_vocabulary import RecheckOutcome
from claims_db.rows.clusters import SameAsRow
from claims_db.rows.desks import DraftRow, LeaseRow, LeftDraftRow, RatingRow
from claims_db.rows.logs import CorrectionRequestRow, ReplyRow, SearchEntryRow
from claims_db.rows.media import MediaRow
from claims_db.rows.numbers import NumberRow
from claims_db.rows.sources import SourceCount, SourceRow
from claims_db.rows.values import DateRow, QuoteRow, ReasonRow, RecheckDate, SpanRow
from claims_db.vocabulary import (
    AppearanceForm,
    ClaimKind,
    ClaimState,
    EvidenceForm,
    Priority,
    QuoteVerdict,
    Severity,
    SkipReason,
    Stance,
)


class ClaimRow(NamedTuple):
    """A claim in a list; ``left_text`` says whether its words are not in the newest text of an article any more."""

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
    assigned_to: str = ""
    priority: Priority = Priority.NORMAL
    deadline: int | None = None
    left_text: bool = False
    tags: tuple[str, ...] = ()


class AppearanceRow(NamedTuple):
    """Where a claim stands: in an article (span and quote), or elsewhere (locator such as a time code).

    ``newest`` is the number of the article's newest revision.
    """

    form: AppearanceForm
    article: int | None
    article_title: str
    revision: int | None
    span: SpanRow | None
    quote: QuoteRow | None
    locator: str
    url: str
    newest: int | None = None


class QuoteCheckRow(NamedTuple):
    """How an excerpt stands to the text of its capture.

    ``quote`` has the source's own words, None where there are none like it. ``start`` and ``end`` are their place in
    that text, None where they stand outside of it, as beside the article of a page. ``remarks`` say in sentences what differs, what is left out, and what else a reader should know.
    """

    verdict: QuoteVerdict
    start: int | None
    end: int | None
    quote: QuoteRow | None
    remarks: tuple[str, ...]


class LookRow(NamedTuple):
    """When what evidence rests on was looked at last, what was found, and whether the page answered at all."""

    at: int
    outcome: RecheckOutcome
    answered: bool


class EvidenceRow(NamedTuple):
    """One piece of evidence of a claim; without ``check`` its excerpt was not compared with a captured text.

    ``look`` is None where nobody has looked at its source again. ``numbers`` are those of the claim beside the source's,
    where the words of the source have any.
    """

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
    check: QuoteCheckRow | None = None
    look: LookRow | None = None
    numbers: tuple[NumberRow, ...] = ()


class VerdictRow(NamedTuple):
    """A verdict by one reviewer.

    ``stands`` is true for the one that the desk would print, ``counts`` for each reviewer's latest of the round
    under way. ``scale`` is the slug of the scale that it is on, ``scale_name`` what people call it.
    """

    public_id: str
    rating: RatingRow
    scale: str
    rationale: str
    reviewer: str
    recorded_at: int
    stands: bool
    counts: bool = True
    scale_name: str = ""


class SkipRow(NamedTuple):
    """Why a claim was set aside, by whom, when."""

    reason: SkipReason
    note: str
    reviewer: str
    at: int


class CorrectionRow(NamedTuple):
    """A correction of a published finding."""

    severity: Severity
    reason: str
    by: str
    at: int


class FindingRow(NamedTuple):
    """The verdict that stands after review, and who signed it off."""

    verdict: str
    signed_off_by: str
    signed_off_at: int
    note: str


class PublicationRow(NamedTuple):
    """A frozen revision of a finding; ``content`` is the claim as it went out, as JSON."""

    number: int
    published_by: str
    published_at: int
    content: str
    correction: CorrectionRow | None


class GoneOutRow(NamedTuple):
    """A revision that went out, in the list of all of them; ``severity`` is None for the first one of a finding."""

    claim: int
    statement: str
    revision: int
    by: str
    at: int
    severity: Severity | None
    reason: str


class CommentRow(NamedTuple):
    """A remark in the discussion of a claim; ``number`` counts the remarks of this claim from 1."""

    number: int
    public_id: str
    author: str
    body: str
    written_at: int
    mentions: tuple[str, ...]
    resolved_by: str
    resolved_at: int | None


class ClaimMarks(NamedTuple):
    """What people of the desk set on a claim; ``deadline`` in microseconds UTC."""

    priority: Priority
    deadline: int | None
    demand: int
    legal: bool
    kind: ClaimKind


class ClaimWording(NamedTuple):
    """What the desk says of a claim in its own words: the statement, who asserts it, through whom it came, until when it holds."""

    statement: str
    claimer: str
    via: tuple[str, ...]
    recheck: RecheckDate = RecheckDate()


class HistoryRow(NamedTuple):
    """One thing that happened to a claim."""

    sequence: int
    at: int
    actor: str
    action: str
    summary: str


class ClaimSheet(NamedTuple):
    """Everything that one claim's screen shows to one reviewer.

    ``blind`` is true where another's verdict is kept back until this reviewer has given a second one.
    ``duplicate_of`` is the claim that this one is the same as, ``duplicates`` are those that are the same as this one.
    ``sources`` is there where the evidence rests on any. ``joined`` says that somebody accepted it as the same as another
    claim, ``same_as`` of which cluster it is then.
    """

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
    priority: Priority = Priority.NORMAL
    deadline: int | None = None
    demand: int = 0
    legal: bool = False
    assigned_to: str = ""
    assignment_note: str = ""
    postponed_until: int | None = None
    queues: tuple[str, ...] = ()
    finding: FindingRow | None = None
    publications: tuple[PublicationRow, ...] = ()
    comments: tuple[CommentRow, ...] = ()
    left_drafts: tuple[LeftDraftRow, ...] = ()
    blind: bool = False
    duplicate_of: int | None = None
    duplicates: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    search_log: tuple[SearchEntryRow, ...] = ()
    replies: tuple[ReplyRow, ...] = ()
    correction_requests: tuple[CorrectionRequestRow, ...] = ()
    sources: SourceCount | None = None
    joined: bool = False
    same_as: SameAsRow | None = None
    media: tuple[MediaRow, ...] = ()
    recheck: RecheckDate = RecheckDate()

    def marks(self) -> ClaimMarks:
        """Give what people of the desk set on the claim."""
        return ClaimMarks(self.priority, self.deadline, self.demand, self.legal, self.kind)

    def wording(self) -> ClaimWording:
        """Give what the desk says of the claim in its own words."""
        return ClaimWording(self.statement, self.claimer, self.via, self.recheck)
