"""SQLModel tables, one file for each aggregate."""

from claims_db.tables.article import Article, Outlet, Revision
from claims_db.tables.base import METADATA, Keyed, Record
from claims_db.tables.claim import BEFORE_CLAIMER, BEFORE_VIA, Appearance, Claim, Claimer, Cluster, fold
from claims_db.tables.desk import Desk, Reviewer
from claims_db.tables.discussion import Comment, Mention
from claims_db.tables.evidence import Capture, Evidence, Source
from claims_db.tables.journal import JournalEntry
from claims_db.tables.lint import LintRule, Waiver
from claims_db.tables.logs import CorrectionRequest, ReplyRequest, SearchEntry
from claims_db.tables.match import Match, PriorCheck
from claims_db.tables.media import MediaItem
from claims_db.tables.party import ClaimerGroup
from claims_db.tables.queue import GAP, WITHIN_ORDER, Draft, Lease, Place, Queue
from claims_db.tables.recheck import Recheck
from claims_db.tables.review import Correction, Finding, Publication, Rating, Scale, Skip, Verdict
from claims_db.tables.saved import SavedSearch
from claims_db.tables.tag import Tag
from claims_db.tables.witness import JournalStamp, Witness

RECORDS: dict[str, type[Record]] = {
    str(kind.__tablename__): kind
    for kind in (
        Appearance,
        Article,
        Capture,
        Claim,
        Claimer,
        ClaimerGroup,
        Cluster,
        Comment,
        Correction,
        CorrectionRequest,
        Desk,
        Evidence,
        Finding,
        JournalStamp,
        Lease,
        LintRule,
        Match,
        MediaItem,
        Mention,
        Outlet,
        Place,
        PriorCheck,
        Publication,
        Queue,
        Rating,
        Recheck,
        ReplyRequest,
        Reviewer,
        Revision,
        SavedSearch,
        Scale,
        SearchEntry,
        Skip,
        Source,
        Tag,
        Verdict,
        Waiver,
        Witness,
    )
}
"""The journalled tables by their names."""

__all__ = [
    "BEFORE_CLAIMER",
    "BEFORE_VIA",
    "GAP",
    "METADATA",
    "RECORDS",
    "WITHIN_ORDER",
    "Appearance",
    "Article",
    "Capture",
    "Claim",
    "Claimer",
    "ClaimerGroup",
    "Cluster",
    "Comment",
    "Correction",
    "CorrectionRequest",
    "Desk",
    "Draft",
    "Evidence",
    "Finding",
    "JournalEntry",
    "JournalStamp",
    "Keyed",
    "Lease",
    "LintRule",
    "Match",
    "MediaItem",
    "Mention",
    "Outlet",
    "Place",
    "PriorCheck",
    "Publication",
    "Queue",
    "Rating",
    "Recheck",
    "Record",
    "ReplyRequest",
    "Reviewer",
    "Revision",
    "SavedSearch",
    "Scale",
    "SearchEntry",
    "Skip",
    "Source",
    "Tag",
    "Verdict",
    "Waiver",
    "Witness",
    "fold",
]
