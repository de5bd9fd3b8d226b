"""What a ClaimReview must have so that others read it: own rules after the field table of Google's documentation."""

from collections.abc import Iterator

from workbench.domain.lint.about_words import ADVISED, verdict_words
from workbench.domain.publisher import is_web_address
from workbench.export.json_ld import Json


def faults(review: Json) -> tuple[str, ...]:
    """Say what keeps a ClaimReview from being used; nothing where it is whole."""
    return tuple(_faults(review))


def warnings(review: Json) -> tuple[str, ...]:
    """Say what makes a ClaimReview less useful than it could be."""
    return tuple(_warnings(review))


def _faults(review: Json) -> Iterator[str]:
    if review.get("@type") != "ClaimReview" or review.get("@context") != "https://schema.org":
        yield "it is not marked as a ClaimReview of schema.org"
    if not is_web_address(str(review.get("url", ""))):
        yield "it has no address of a page (url)"
    if not str(review.get("claimReviewed", "")).strip():
        yield "it does not say which claim was checked (claimReviewed)"
    rating = review.get("reviewRating") or {}
    if not str(rating.get("alternateName", "")).strip():
        yield "its rating has no words (reviewRating.alternateName)"
    yield from _numbers(rating)
    author = (review.get("itemReviewed") or {}).get("author")
    if author is not None and not str(author.get("name", "")).strip():
        yield "who made the claim has no name (itemReviewed.author.name)"


def _numbers(rating: Json) -> Iterator[str]:
    there = [rating.get(name) for name in ("worstRating", "ratingValue", "bestRating")]
    if all(one is None for one in there):
        return
    if not all(isinstance(one, int) and not isinstance(one, bool) for one in there):
        yield "its rating has some of the three numbers, or one that is no number"
        return
    worst, value, best = there
    if not 1 <= worst <= value <= best or worst == best:  # type: ignore[operator]
        yield "its rating is not between the worst, which is 1 or more, and the best"


def _warnings(review: Json) -> Iterator[str]:
    claim = str(review.get("claimReviewed", ""))
    if len(claim) > ADVISED:
        yield f"the claim has {len(claim)} characters; after {ADVISED} some readers cut it"
    if verdict_words(claim):
        yield "the words of the claim tell what came out"
    item = review.get("itemReviewed") or {}
    if "author" not in item:
        yield "nobody is named who made the claim"
    if not {"appearance", "firstAppearance"} & set(item):
        yield "no address is known at which the claim can be read"
