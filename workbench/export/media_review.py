"""MediaReview as JSON-LD, one for each picture, film or recording (schema.org/MediaReview, as of 2026-11).

Each says where the thing was seen, what became of it and where the original is. The reviews of one page point to each
other as schema.org has it for a check that has both: ``associatedClaimReview`` and ``associatedMediaReview``.
"""

from collections.abc import Mapping
from types import MappingProxyType

from claims_db.media_vocabulary import MediaCategory, MediaKind
from claims_db.rows import PublisherRow
from workbench.domain.media import part_seconds
from workbench.domain.publisher import is_web_address, page_url
from workbench.export.finding import Finding, MediaItem
from workbench.export.json_ld import CONTEXT, Json, dates_and_author, part_of_page, without_gaps
from workbench.export.media_review_rules import faults

CATEGORIES: Mapping[MediaCategory, str] = MappingProxyType(
    {
        MediaCategory.ORIGINAL: "OriginalMediaContent",
        MediaCategory.MISSING_CONTEXT: "DecontextualizedContent",
        MediaCategory.EDITED: "EditedOrCroppedContent",
        MediaCategory.TRANSFORMED: "TransformedContent",
        MediaCategory.STAGED: "StagedContent",
        MediaCategory.SATIRE: "SatireOrParodyContent",
    }
)
"""What schema.org calls the categories."""

CLAIM_REVIEW = "claimreview"
"""What the ClaimReview of a page is called on it."""

_TYPES: Mapping[MediaKind, str] = MappingProxyType(
    {
        MediaKind.IMAGE: "ImageObject",
        MediaKind.IMAGE_WITH_TEXT: "ImageObject",
        MediaKind.VIDEO: "VideoObject",
        MediaKind.AUDIO: "AudioObject",
    }
)


def media_reviews(finding: Finding, publisher: PublisherRow) -> tuple[Json, ...]:
    """Give the MediaReviews of a finding that readers can use; a withdrawn finding has none."""
    if finding.withdrawn:
        return ()
    return tuple(review for review in every_media_review(finding, publisher) if not faults(review))


def every_media_review(finding: Finding, publisher: PublisherRow) -> tuple[Json, ...]:
    """Give a MediaReview for each of the media, also where something is missing that readers need."""
    return tuple(_review(finding, publisher, number, item) for number, item in enumerate(finding.media, 1))


def together(reviews: tuple[Json, ...]) -> Json:
    """Give the MediaReviews of one page as one document: a single one as it is, several as a graph."""
    if len(reviews) == 1:
        return reviews[0]
    bare = [{name: part for name, part in review.items() if name != "@context"} for review in reviews]
    return {"@context": CONTEXT, "@graph": bare}


def _review(finding: Finding, publisher: PublisherRow, number: int, item: MediaItem) -> Json:
    return without_gaps(
        {
            "@context": CONTEXT,
            "@type": "MediaReview",
            "@id": part_of_page(finding, publisher, f"mediareview-{number}"),
            "url": page_url(publisher, finding.slug),
            **dates_and_author(finding, publisher),
            "mediaAuthenticityCategory": [CATEGORIES[one] for one in item.categories],
            "originalMediaLink": item.original if is_web_address(item.original) else "",
            "originalMediaContextDescription": item.context,
            "itemReviewed": {
                "@type": "MediaReviewItem",
                "mediaItemAppearance": [_appearance(item, link) for link in item.links if is_web_address(link)],
            },
            "associatedClaimReview": {
                "@type": "ClaimReview",
                "@id": part_of_page(finding, publisher, CLAIM_REVIEW),
            },
        }
    )


def _appearance(item: MediaItem, link: str) -> Json:
    parts = [part for part in map(part_seconds, item.edited) if part is not None]
    return {
        "@type": _TYPES[item.kind],
        "contentUrl": link,
        "embeddedTextCaption": item.overlaid,
        "hasPart": [without_gaps(_clip(*part)) for part in parts],
    }


def _clip(start: int, end: int | None) -> Json:
    return {"@type": "Clip", "name": "Edited part", "startOffset": start, "endOffset": end}
