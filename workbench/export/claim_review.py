"""ClaimReview as JSON-LD, one for a page (schema.org/ClaimReview; the field table of Google's documentation, 2026-09).

Only what the desk knows is written: no author where nobody is named, no number for a rating that is no point between
false and true.
"""

import re

from claims_db.rows import PublisherRow
from claims_db.vocabulary import AppearanceForm, Severity
from workbench.domain.publisher import is_web_address, page_url
from workbench.export.finding import Finding, Place
from workbench.export.json_ld import CONTEXT, Json, dates_and_author, day, part_of_page, without_gaps
from workbench.export.media_review import CLAIM_REVIEW, media_reviews

WORST, BEST = 1, 5
"""The scale of ``ratingValue``: 1 false to 5 true."""

_BODIES = re.compile(
    r"\b(?:ministry|government|agency|pentagon|kremlin|white house|state media|department|committee|commission|party|"
    r"council|bank|office|university|institute|association|company|corporation|police|army|court|parliament|union|"
    r"administration|bureau|group|newspaper|times|post|news|media|press|ltd|inc|gmbh)\b",
    re.IGNORECASE,
)


def claim_review(finding: Finding, publisher: PublisherRow) -> Json:
    """Give the ClaimReview of a finding as JSON can hold it; what is not known is not there."""
    beside = media_reviews(finding, publisher)
    return without_gaps(
        {
            "@context": CONTEXT,
            "@type": "ClaimReview",
            "@id": part_of_page(finding, publisher, CLAIM_REVIEW) if beside else "",
            "url": page_url(publisher, finding.slug),
            "claimReviewed": finding.statement.strip(),
            **dates_and_author(finding, publisher),
            "itemReviewed": _claim(finding),
            "reviewRating": _rating(finding),
            "correction": [
                {"@type": "CorrectionComment", "text": one.reason, "datePublished": day(one.at)}
                for one in finding.corrections
                if one.severity is not Severity.TYPO
            ],
            "associatedMediaReview": [{"@type": "MediaReview", "@id": one["@id"]} for one in beside],
        }
    )


def _claim(finding: Finding) -> Json:
    places = [one for one in finding.places if is_web_address(one.url) or one.title.strip()]
    shown = (
        {"firstAppearance": _work(places[0])} if len(places) == 1 else {"appearance": [_work(one) for one in places]}
    )
    return {
        "@type": "Claim",
        "author": {"@type": _kind(finding.claimer), "name": finding.claimer} if finding.claimer.strip() else {},
        "datePublished": finding.said_on or next((one.published for one in places), ""),
        **shown,
    }


def _work(place: Place) -> Json:
    kind = "NewsArticle" if place.form is AppearanceForm.ARTICLE else "CreativeWork"
    return {
        "@type": kind,
        "url": place.url if is_web_address(place.url) else "",
        "headline": place.title,
        "datePublished": place.published,
        "publisher": {"@type": "Organization", "name": place.outlet} if place.outlet else {},
    }


def _rating(finding: Finding) -> Json:
    rating = finding.rating
    numbers = {} if rating.value is None else {"ratingValue": rating.value, "bestRating": BEST, "worstRating": WORST}
    return {"@type": "Rating", "alternateName": rating.label, "ratingExplanation": rating.definition, **numbers}


def _kind(claimer: str) -> str:
    """Tell a body from a person by its name; schema.org has no third kind."""
    return "Organization" if _BODIES.search(claimer) else "Person"
