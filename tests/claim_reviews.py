"""ClaimReviews as other desks publish them."""

import json
from typing import Any


def review(number: int = 1, **changes: object) -> dict[str, Any]:
    """Give a ClaimReview as the feeds write it."""
    return {
        "@type": "ClaimReview",
        "url": f"https://checks.example/{number}",
        "claimReviewed": f"The ferry sank {number} times.",
        "author": {"@type": "Organization", "name": "Checks", "url": "https://checks.example"},
        "datePublished": "2021-03-04",
        "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Inga Holm"}, "datePublished": "2021-03"},
        "reviewRating": {"@type": "Rating", "ratingValue": 2, "worstRating": "1", "bestRating": "5", "alternateName": "Falsch"},
        **changes,
    }  # fmt: skip


def item(*reviews: object) -> dict[str, Any]:
    """Give an element of a feed with these reviews."""
    return {"@type": "DataFeedItem", "dateCreated": "2021-03-05", "item": list(reviews)}


def feed(*items: object) -> str:
    """Give a feed with these elements."""
    return json.dumps({"@context": "http://schema.org", "@type": "DataFeed", "dataFeedElement": list(items)})
