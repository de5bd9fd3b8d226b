"""ClaimReview as JSON-LD, one for a page (schema.org/ClaimReview; the field table of Google's documentation, 2026-09).

Only what the desk knows is written: no author where nobody is named, no number for a rating that is no point between
false and true.
"""

import json
import re
from typing import Any

from claims_db.rows import PublisherRow
from claims_db.vocabulary import AppearanceForm, Severity
from workbench.domain.publisher import is_web_address, page_url
from workbench.export.finding import Finding, Place

WORST, BEST = 1, 5
"""The scale of ``ratingValue``: 1 false to 5 true."""

_BODIES = re.compile(
    r"\b(?:ministry|government|agency|pentagon|kremlin|white house|state media|department|committee|commission|party|"
    r"council|bank|office|university|institute|association|company|corporation|police|army|court|parliament|union|"
    r"administration|bureau|group|newspaper|times|post|news|media|press|ltd|inc|gmbh)\b",
    re.IGNORECASE,
)
_ACTIVE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})

Json = dict[str, Any]


def claim_review(finding: Finding, publisher: PublisherRow) -> Json:
    """Give the ClaimReview of a finding as JSON can hold it; what is not known is not there."""
    return _without_gaps(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": page_url(publisher, finding.slug),
            "claimReviewed": finding.statement.strip(),
            "datePublished": _day(finding.first_published),
            "dateModified": _day(finding.published) if finding.published != finding.first_published else "",
            "inLanguage": finding.language if finding.language != "und" else "",
            "author": {
                "@type": "Organization",
                "name": publisher.name or finding.desk,
                "url": publisher.url,
                "correctionsPolicy": publisher.corrections,
            },
            "itemReviewed": _claim(finding),
            "reviewRating": _rating(finding),
            "correction": [
                {"@type": "CorrectionComment", "text": one.reason, "datePublished": _day(one.at)}
                for one in finding.corrections
                if one.severity is not Severity.TYPO
            ],
        }
    )


def json_ld(review: Json) -> bytes:
    """Write a ClaimReview as a file."""
    return (json.dumps(review, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def script(review: Json) -> str:
    """Write a ClaimReview as it stands inside of a page: nothing in it can end the script or begin another element."""
    return json.dumps(review, ensure_ascii=False).translate(_ACTIVE)


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


def _day(instant: str) -> str:
    return instant[:10]


def _without_gaps(value: Json) -> Json:
    """Leave out what is empty, inside as well: of an object its type alone is nothing."""
    found: Json = {}
    for name, part in value.items():
        kept = _without_gaps(part) if isinstance(part, dict) else part
        if isinstance(kept, list):
            kept = [_without_gaps(one) for one in kept]
        if kept not in ("", [], {}, None) and not (isinstance(kept, dict) and set(kept) == {"@type"}):
            found[name] = kept
    return found
