"""What leaves the database: plain tuples, one type for each thing a screen or an export shows.

References (claim C-12, article A-3, evidence E-40) are the numbers that people type. Keys of the
database never appear here; ``public_id`` is the UUIDv7 that exports and the journal use.
Instants are microseconds since 1970 in UTC.
"""

from claims_db.rows.articles import (
    ArticleReport,
    ArticleRow,
    ArticleSheet,
    ClaimReport,
    Intake,
    NearClaim,
    NearPair,
    PlacedClaim,
)
from claims_db.rows.claims import (
    AppearanceRow,
    ClaimFilter,
    ClaimMarks,
    ClaimRow,
    ClaimSheet,
    CommentRow,
    CorrectionRow,
    EvidenceRow,
    FindingRow,
    HistoryRow,
    PublicationRow,
    SkipRow,
    SourceRow,
    VerdictRow,
)
from claims_db.rows.desks import (
    DeskRow,
    DraftRow,
    JudgementRow,
    LeaseRow,
    LeftDraftRow,
    NoticeRow,
    QueueRow,
    QueueSummary,
    RatingRow,
    ReviewerRow,
    ScaleRow,
    SecondReviewRule,
)
from claims_db.rows.values import DateRow, QuoteRow, ReasonRow, SpanRow

__all__ = [
    "AppearanceRow",
    "ArticleReport",
    "ArticleRow",
    "ArticleSheet",
    "ClaimFilter",
    "ClaimMarks",
    "ClaimReport",
    "ClaimRow",
    "ClaimSheet",
    "CommentRow",
    "CorrectionRow",
    "DateRow",
    "DeskRow",
    "DraftRow",
    "EvidenceRow",
    "FindingRow",
    "HistoryRow",
    "Intake",
    "JudgementRow",
    "LeaseRow",
    "LeftDraftRow",
    "NearClaim",
    "NearPair",
    "NoticeRow",
    "PlacedClaim",
    "PublicationRow",
    "QueueRow",
    "QueueSummary",
    "QuoteRow",
    "RatingRow",
    "ReasonRow",
    "ReviewerRow",
    "ScaleRow",
    "SecondReviewRule",
    "SkipRow",
    "SourceRow",
    "SpanRow",
    "VerdictRow",
]
