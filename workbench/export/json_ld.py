"""Reviews as JSON-LD: what every review of a finding says, and how one is written into a file or a page."""

import json
from typing import Any

from claims_db.rows import PublisherRow
from workbench.domain.publisher import page_url
from workbench.export.finding import Finding

CONTEXT = "https://schema.org"

Json = dict[str, Any]

_ACTIVE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def dates_and_author(finding: Finding, publisher: PublisherRow) -> Json:
    """Say when a finding went out, in which language, and who checked."""
    return {
        "datePublished": day(finding.first_published),
        "dateModified": day(finding.published) if finding.published != finding.first_published else "",
        "inLanguage": finding.language if finding.language != "und" else "",
        "author": {
            "@type": "Organization",
            "name": publisher.name or finding.desk,
            "url": publisher.url,
            "correctionsPolicy": publisher.corrections,
        },
    }


def part_of_page(finding: Finding, publisher: PublisherRow, name: str) -> str:
    """Give the id of a review on the page of a finding, by which another review of the page refers to it."""
    return f"{page_url(publisher, finding.slug)}#{name}"


def json_ld(review: Json) -> bytes:
    """Write a review as a file."""
    return (json.dumps(review, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def script(review: Json) -> str:
    """Write a review as it stands inside of a page: nothing in it can end the script or begin another element."""
    return json.dumps(review, ensure_ascii=False).translate(_ACTIVE)


def day(instant: str) -> str:
    """Give the day of an instant."""
    return instant[:10]


def without_gaps(value: Json) -> Json:
    """Leave out what is empty, inside as well: of an object its type alone is nothing."""
    found: Json = {}
    for name, part in value.items():
        kept = without_gaps(part) if isinstance(part, dict) else part
        if isinstance(kept, list):
            kept = [without_gaps(one) if isinstance(one, dict) else one for one in kept]
        if kept not in ("", [], {}, None) and not (isinstance(kept, dict) and set(kept) == {"@type"}):
            found[name] = kept
    return found
