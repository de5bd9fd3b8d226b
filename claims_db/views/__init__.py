"""Reads, one for each screen or export: columns into tuples, never objects of the session."""

from claims_db.views.articles import (
    article_at,
    article_rows,
    article_sheet,
    claims_of_revision,
    claims_that_left,
    revision_text,
)
from claims_db.views.balance import balance, parties
from claims_db.views.changed import journal_point_before, touched_findings
from claims_db.views.claims import claim_numbers, claim_rows, first_numbers, let_through
from claims_db.views.clusters import cluster
from claims_db.views.desks import desk, drafts, number_tolerance, people, publisher, reviewer, second_review_rule
from claims_db.views.evidence import (
    captured_texts,
    captures,
    confidential_sources,
    evidence_card,
    evidence_cards,
    known_source,
    source_cards,
)
from claims_db.views.impact import corrections_made, first_published
from claims_db.views.insight import (
    came_in,
    holds,
    kept_back,
    skips_made,
    verdicts_given,
    waiting,
    waiting_longest,
)
from claims_db.views.journal import journal_entry, journal_numbers, journal_rows
from claims_db.views.linting import lint_levels, linted_claims
from claims_db.views.logs import every_correction_request
from claims_db.views.matching import (
    claim_known,
    claims_known,
    claims_named,
    decisions,
    prior,
    prior_count,
    prior_rows,
    priors_after,
    priors_named,
    priors_numbered,
)
from claims_db.views.pooling import (
    pool_count,
    pool_touched,
    pooled_checks,
    pooled_checks_after,
    pooled_claims,
    pooled_claims_after,
)
from claims_db.views.precedents import precedents
from claims_db.views.publications import (
    gone_out,
    latest_publications,
    publication_contents,
    published_claims,
    rated_claims,
)
from claims_db.views.queues import notices, queue_numbers, queue_rows, queue_rules, queue_summary
from claims_db.views.rechecks import rechecks, resting_on, watched
from claims_db.views.reports import reports
from claims_db.views.reviews import judgements
from claims_db.views.saved import saved_rows
from claims_db.views.scales import scale, scales
from claims_db.views.searching import (
    searched_articles,
    searched_articles_after,
    searched_articles_numbered,
    searched_claims,
    searched_claims_after,
    searched_claims_seen,
    searched_count,
    touched,
)
from claims_db.views.sheets import claim_sheet
from claims_db.views.tags import tag_rows
from claims_db.views.witnesses import last_asked, stamps, witnesses

__all__ = [
    "article_at",
    "article_rows",
    "article_sheet",
    "balance",
    "came_in",
    "captured_texts",
    "captures",
    "claim_known",
    "claim_numbers",
    "claim_rows",
    "claim_sheet",
    "claims_known",
    "claims_named",
    "claims_of_revision",
    "claims_that_left",
    "cluster",
    "confidential_sources",
    "corrections_made",
    "decisions",
    "desk",
    "drafts",
    "every_correction_request",
    "evidence_card",
    "evidence_cards",
    "first_numbers",
    "first_published",
    "gone_out",
    "holds",
    "journal_entry",
    "journal_numbers",
    "journal_point_before",
    "journal_rows",
    "judgements",
    "kept_back",
    "known_source",
    "last_asked",
    "latest_publications",
    "let_through",
    "lint_levels",
    "linted_claims",
    "notices",
    "number_tolerance",
    "parties",
    "people",
    "pool_count",
    "pool_touched",
    "pooled_checks",
    "pooled_checks_after",
    "pooled_claims",
    "pooled_claims_after",
    "precedents",
    "prior",
    "prior_count",
    "prior_rows",
    "priors_after",
    "priors_named",
    "priors_numbered",
    "publication_contents",
    "published_claims",
    "publisher",
    "queue_numbers",
    "queue_rows",
    "queue_rules",
    "queue_summary",
    "rated_claims",
    "rechecks",
    "reports",
    "resting_on",
    "reviewer",
    "revision_text",
    "saved_rows",
    "scale",
    "scales",
    "searched_articles",
    "searched_articles_after",
    "searched_articles_numbered",
    "searched_claims",
    "searched_claims_after",
    "searched_claims_seen",
    "searched_count",
    "second_review_rule",
    "skips_made",
    "source_cards",
    "stamps",
    "tag_rows",
    "touched",
    "touched_findings",
    "verdicts_given",
    "waiting",
    "waiting_longest",
    "watched",
    "witnesses",
]
