"""SQLModel tables, one file for each aggregate."""

from claims_db.tables.article import Article, Outlet, Revision
from claims_db.tables.base import METADATA, Keyed, Record
from claims_db.tables.claim import Appearance, Claim, Claimer, Cluster
from claims_db.tables.desk import Desk, Reviewer
from claims_db.tables.evidence import Capture, Evidence, Source
from claims_db.tables.journal import JournalEntry
from claims_db.tables.match import Match, PriorCheck
from claims_db.tables.queue import Draft, Lease, Place, Queue
from claims_db.tables.review import Correction, Finding, Publication, Rating, Scale, Skip, Verdict

__all__ = [
    "METADATA",
    "Appearance",
    "Article",
    "Capture",
    "Claim",
    "Claimer",
    "Cluster",
    "Correction",
    "Desk",
    "Draft",
    "Evidence",
    "Finding",
    "JournalEntry",
    "Keyed",
    "Lease",
    "Match",
    "Outlet",
    "Place",
    "PriorCheck",
    "Publication",
    "Queue",
    "Rating",
    "Record",
    "Reviewer",
    "Revision",
    "Scale",
    "Skip",
    "Source",
    "Verdict",
]
