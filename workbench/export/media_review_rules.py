"""What a MediaReview must have so that others read it: own rules after the fields of schema.org and of the user guide."""

from collections.abc import Iterator

from workbench.domain.publisher import is_web_address
from workbench.export.json_ld import Json

_ORIGINAL, _MISSING_CONTEXT = "OriginalMediaContent", "DecontextualizedContent"
_ALTERED = ("EditedOrCroppedContent", "TransformedContent")
_KNOWN = frozenset({_ORIGINAL, _MISSING_CONTEXT, *_ALTERED, "StagedContent", "SatireOrParodyContent"})
_CONTRARY = frozenset({*_ALTERED, "StagedContent"})
_OBJECTS = frozenset({"ImageObject", "VideoObject", "AudioObject"})


def faults(review: Json) -> tuple[str, ...]:
    """Say what keeps a MediaReview from being used; nothing where it is whole."""
    return tuple(_faults(review))


def warnings(review: Json) -> tuple[str, ...]:
    """Say what makes a MediaReview less useful than it could be."""
    return tuple(_warnings(review))


def _faults(review: Json) -> Iterator[str]:
    if review.get("@type") != "MediaReview" or review.get("@context") != "https://schema.org":
        yield "it is not marked as a MediaReview of schema.org"
    if not is_web_address(str(review.get("url", ""))):
        yield "it has no address of a page (url)"
    yield from _categories(review.get("mediaAuthenticityCategory") or [])
    original = review.get("originalMediaLink")
    if original is not None and not is_web_address(str(original)):
        yield "the original has no web address (originalMediaLink)"
    item = review.get("itemReviewed") or {}
    appearances = item.get("mediaItemAppearance") or []
    if not appearances:
        yield "it is not known where the media was seen (itemReviewed.mediaItemAppearance)"
    elif item.get("@type") != "MediaReviewItem":
        yield "what was reviewed is no MediaReviewItem (itemReviewed)"
    for appearance in appearances:
        yield from _appearance(appearance)


def _categories(categories: list[str]) -> Iterator[str]:
    if not categories:
        yield "it does not say what became of the media (mediaAuthenticityCategory)"
    unknown = [one for one in categories if one not in _KNOWN]
    if unknown:
        yield f"schema.org has no category {unknown[0]} (mediaAuthenticityCategory)"
    if _ORIGINAL in categories and _CONTRARY.intersection(categories):
        yield "its categories contradict each other (mediaAuthenticityCategory)"


def _appearance(appearance: Json) -> Iterator[str]:
    if appearance.get("@type") not in _OBJECTS:
        yield "what was seen is no image, video or audio (mediaItemAppearance)"
    if not is_web_address(str(appearance.get("contentUrl", ""))):
        yield "where it was seen has no web address (mediaItemAppearance.contentUrl)"
    for part in appearance.get("hasPart", ()):
        start, end = part.get("startOffset"), part.get("endOffset")
        if not isinstance(start, int) or start < 0 or (end is not None and (not isinstance(end, int) or end <= start)):
            yield "an edited part ends before it begins (mediaItemAppearance.hasPart)"


def _warnings(review: Json) -> Iterator[str]:
    categories = review.get("mediaAuthenticityCategory") or []
    if any(one in _ALTERED for one in categories) and "originalMediaLink" not in review:
        yield "it was altered, and no original is linked"
    if _MISSING_CONTEXT in categories and "originalMediaContextDescription" not in review:
        yield "it misses context, and nobody says what it shows"
