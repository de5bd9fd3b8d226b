"""Reads, one for each screen or export: columns into tuples, never objects of the session."""

from claims_db.views.articles import article_rows, article_sheet
from claims_db.views.claims import claim_numbers, claim_rows, statements
from claims_db.views.desks import desk, drafts, queue_summary, reviewer, scale
from claims_db.views.reports import reports
from claims_db.views.sheets import claim_sheet

__all__ = [
    "article_rows",
    "article_sheet",
    "claim_numbers",
    "claim_rows",
    "claim_sheet",
    "desk",
    "drafts",
    "queue_summary",
    "reports",
    "reviewer",
    "scale",
    "statements",
]
