"""The words that the store, the program and its exports share, each with one fixed spelling on disk."""

from enum import StrEnum


class ClaimState(StrEnum):
    """Where a claim stands in the work; never how true it is."""

    PROPOSED = "proposed"
    QUEUED = "queued"
    RECORDED = "recorded"
    SECOND_REVIEW = "second_review"
    ADJUDICATION = "adjudication"
    SIGNED_OFF = "signed_off"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    SKIPPED = "skipped"
    DUPLICATE = "duplicate"


STANDING = frozenset({ClaimState.SIGNED_OFF, ClaimState.PUBLISHED, ClaimState.CORRECTED})
"""The states in which the finding of a claim stands."""


class ClaimKind(StrEnum):
    """What sort of statement a claim makes."""

    QUANTITY = "quantity"
    SUPERLATIVE = "superlative"
    COMPARISON = "comparison"
    TREND = "trend"
    EVENT = "event"
    CAUSAL = "causal"
    QUOTATION = "quotation"
    PREDICTION = "prediction"
    RULE = "rule"
    OTHER = "other"


class Stance(StrEnum):
    """What a piece of evidence does to the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class EvidenceForm(StrEnum):
    """In what form evidence was attached."""

    LINK = "link"
    FILE = "file"
    QUOTATION = "quotation"
    NOTE = "note"


class SourceKind(StrEnum):
    """How near a source is to what it tells of."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    WIRE_COPY = "wire_copy"


class QuoteVerdict(StrEnum):
    """What the comparison of an excerpt with its source comes to."""

    EXACT = "exact"
    TYPOGRAPHIC = "typographic"
    WITH_ELLIPSES = "with_ellipses"
    WITH_INSERTIONS = "with_insertions"
    ALTERED = "altered"
    NOT_FOUND = "not_found"

    @property
    def stands(self) -> bool:
        """Whether the words are the source's; if not, the excerpt has to be marked."""
        return self not in {QuoteVerdict.ALTERED, QuoteVerdict.NOT_FOUND}


class NumberOutcome(StrEnum):
    """What setting a number of a claim beside its source comes to."""

    AGREES = "agrees"
    WITHIN_TOLERANCE = "within_tolerance"
    DIFFERS = "differs"
    NOT_COMPARABLE = "not_comparable"
    NONE_THERE = "none_there"
    """The source has no number that it could be compared with."""


class SkipReason(StrEnum):
    """Why a reviewer set a claim aside; the reasons double as an audit of what the desk selects."""

    OPINION = "opinion"
    PREDICTION = "prediction"
    NOT_CHECKABLE = "not_checkable"
    ALREADY_CHECKED = "already_checked"
    TRIVIAL = "trivial"
    NO_PUBLIC_INTEREST = "no_public_interest"
    NOT_A_CLAIM = "not_a_claim"
    OTHER = "other"


class Role(StrEnum):
    """What a person of the desk may do."""

    REVIEWER = "reviewer"
    EDITOR = "editor"
    ADMIN = "admin"


class Priority(StrEnum):
    """How pressing a claim is, as a person of the desk set it; the most pressing first."""

    URGENT = "urgent"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class RankKey(StrEnum):
    """What a queue can order its claims by."""

    PRIORITY = "priority"
    DEADLINE = "deadline"
    DEMAND = "demand"
    CHECK_WORTHINESS = "check_worthiness"


class Spot(StrEnum):
    """Where in a queue a claim is moved to."""

    FIRST = "first"
    LAST = "last"
    BEFORE = "before"
    AFTER = "after"


class LintLevel(StrEnum):
    """What it means that a rule is not met before a verdict is signed off."""

    BLOCK = "block"
    WARN = "warn"
    OFF = "off"


class Severity(StrEnum):
    """How much a correction changes a published finding."""

    TYPO = "typo"
    CLARIFICATION = "clarification"
    RATING_CHANGED = "rating_changed"
    WITHDRAWN = "withdrawn"


class DatePrecision(StrEnum):
    """How exactly a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"


class SavedForm(StrEnum):
    """What somebody keeps under a name: a filter of lists, or a search."""

    FILTER = "filter"
    SEARCH = "search"


class DraftField(StrEnum):
    """What is being typed."""

    VERDICT = "verdict"
    EVIDENCE = "evidence"
    SKIP = "skip"
    CLAIM = "claim"
    ARTICLE = "article"
    COMMENT = "comment"
    WORDING = "wording"
    SEARCH_LOG = "search_log"
    REPLY = "reply"
    CORRECTION_REQUEST = "correction_request"
    SOURCE = "source"
    MEDIA = "media"


class NoticeKind(StrEnum):
    """Why the desk asks for a reviewer's attention."""

    MENTION = "mention"
    ASSIGNED = "assigned"
    DEADLINE = "deadline"
    REQUEST = "request"
    RECHECK = "recheck"


class AppearanceForm(StrEnum):
    """Where a claim that was entered by hand was met."""

    ARTICLE = "article"
    TIP = "tip"
    SPEECH = "speech"
    POST = "post"
    OTHER = "other"


class ClaimOrder(StrEnum):
    """In what order a list of claims stands."""

    QUEUE = "queue"
    ARTICLE = "article"
    NEWEST = "newest"


class Action(StrEnum):
    """What happened, as the journal names it."""

    DESK_OPENED = "desk.opened"
    RULES_CHANGED = "desk.rules_changed"
    SCALE_ADDED = "scale.added"
    SCALE_CHOSEN = "scale.chosen"
    SCALE_RETIRED = "scale.retired"
    SEARCH_KEPT = "search.kept"
    SEARCH_REMOVED = "search.removed"
    REVIEWER_JOINED = "reviewer.joined"
    REVIEWER_CHANGED = "reviewer.changed"
    ARTICLE_TAKEN_IN = "article.taken_in"
    ARTICLE_REFETCHED = "article.refetched"
    QUEUE_ADDED = "queue.added"
    QUEUE_CHANGED = "queue.changed"
    QUEUE_REMOVED = "queue.removed"
    CLAIM_ADDED = "claim.added"
    CLAIM_TAKEN_IN = "claim.taken_in"
    CLAIM_TAKEN = "claim.taken"
    CLAIM_TAKEN_OVER = "claim.taken_over"
    CLAIM_HANDED_BACK = "claim.handed_back"
    CLAIM_SKIPPED = "claim.skipped"
    CLAIM_QUEUED = "claim.queued"
    CLAIM_MOVED = "claim.moved"
    CLAIM_ASSIGNED = "claim.assigned"
    CLAIM_POSTPONED = "claim.postponed"
    CLAIM_EDITED = "claim.edited"
    CLAIM_RECHECK_SET = "claim.recheck_set"
    CLAIM_TAGGED = "claim.tagged"
    CLAIM_RESTATED = "claim.restated"
    CLAIM_REATTRIBUTED = "claim.reattributed"
    CLAIM_SPAN_CHANGED = "claim.span_changed"
    CLAIM_SPLIT = "claim.split"
    CLAIM_LINKED = "claim.linked"
    CLAIM_MARKED_DUPLICATE = "claim.marked_duplicate"
    CLAIM_RETURNED = "claim.returned"
    CLAIM_REOPENED = "claim.reopened"
    EVIDENCE_ATTACHED = "evidence.attached"
    EVIDENCE_DETACHED = "evidence.detached"
    EVIDENCE_RECHECKED = "evidence.rechecked"
    PRIORS_IMPORTED = "priors.imported"
    MATCH_DECIDED = "match.decided"
    WITNESS_ASKED = "witness.asked"
    WITNESS_ANSWERED = "witness.answered"
    JOURNAL_TIMESTAMPED = "journal.timestamped"
    SOURCE_DESCRIBED = "source.described"
    SOURCE_MADE_CONFIDENTIAL = "source.made_confidential"
    SOURCE_ERASED = "source.erased"
    SEARCH_LOGGED = "search_log.entered"
    REPLY_ASKED = "reply.asked"
    REPLY_ANSWERED = "reply.answered"
    MEDIA_ADDED = "media.added"
    MEDIA_CHANGED = "media.changed"
    MEDIA_REMOVED = "media.removed"
    CORRECTION_ASKED = "correction.asked"
    CORRECTION_ANSWERED = "correction.answered"
    PARTY_SET = "party.set"
    PARTY_REMOVED = "party.removed"
    VERDICT_RECORDED = "verdict.recorded"
    RULE_WAIVED = "rule.waived"
    FINDING_SIGNED_OFF = "finding.signed_off"
    FINDING_PUBLISHED = "finding.published"
    FINDING_CORRECTED = "finding.corrected"
    FINDING_WITHDRAWN = "finding.withdrawn"
    COMMENT_WRITTEN = "comment.written"
    COMMENT_RESOLVED = "comment.resolved"
    MENTION_SEEN = "mention.seen"
    DRAFT_SAVED = "draft.saved"
    UNDONE = "undone"
    REDONE = "redone"
