"""One ClaimReview of schema.org, as feeds and pages write it, made a prior check."""

import re
from collections.abc import Iterator

from claims_db.rows import DateRow, PriorEntry
from workbench.domain.dates import parse_date
from workbench.domain.text import storable
from workbench.errors import BadInput
from workbench.sources.json_ld import Node, kinds, names, nodes, words

_NO_TEXT = "it is no text in UTF-8"
LONGEST_CLAIM, _LONGEST = 10_000, 1_000
"""A longer claim is none; other texts are cut."""

_WITHIN = (
    *("@graph", "mainEntity", "mainEntityOfPage"),
    *("dataFeedElement", "item", "review", "claimReview"),
)
_ID = re.compile(r"(?:https?://|urn:)\S{1,900}", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s/]{1,300}\S{0,3800}", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def reviews(value: object) -> Iterator[Node]:
    """Give the ClaimReviews in a value, wherever it has them."""
    for node in nodes(value, _WITHIN):
        if "ClaimReview" in kinds(node):
            yield node


def entry_of(review: Node) -> PriorEntry:
    """Make a prior check of a ClaimReview.

    Raises:
        BadInput: the claim or the address is missing, or can't be used.

    """
    claim = review.get("claimReviewed")
    if isinstance(claim, str) and storable(claim) != claim:
        raise BadInput(_NO_TEXT)
    rating, item = _node(review.get("reviewRating")), _node(review.get("itemReviewed"))
    return checked(
        PriorEntry(
            claim=words(claim, LONGEST_CLAIM + 1),
            url=words(review.get("url"), 4_200),
            claimer=names(item.get("author"), _LONGEST),
            said_on=date_of(words(item.get("datePublished"), _LONGEST)),
            rating=_value(rating.get("ratingValue")),
            rating_name=words(rating.get("alternateName"), _LONGEST) or words(rating.get("name"), _LONGEST),
            worst=_value(rating.get("worstRating")),
            best=_value(rating.get("bestRating")),
            outlet=names(review.get("author"), _LONGEST) or names(review.get("publisher"), _LONGEST),
            title=words(review.get("headline"), _LONGEST) or words(review.get("name"), _LONGEST),
            reviewed=date_of(words(review.get("datePublished"), _LONGEST)),
            language=language_of(_language(review.get("inLanguage"))),
            record=_record(review),
        )
    )


def checked(entry: PriorEntry) -> PriorEntry:
    """Give an entry as it is, where it can be used.

    Raises:
        BadInput: it can't; the message says why.

    """
    if storable(entry.claim) != entry.claim:
        raise BadInput(_NO_TEXT)
    if not entry.claim:
        raise BadInput("there is no claim")
    if len(entry.claim) > LONGEST_CLAIM:
        raise BadInput(f"the claim is longer than {LONGEST_CLAIM:,} characters")
    if not entry.url:
        raise BadInput("there is no url")
    if _ADDRESS.fullmatch(entry.url) is None:
        raise BadInput("its url is no web address")
    return entry


def date_of(text: str) -> DateRow | None:
    """Read a date; one that can't be read is not known."""
    try:
        return parse_date(text) if text else None
    except BadInput:
        return None


def language_of(text: str) -> str:
    """Give a language tag, ``und`` where there is none."""
    return text if _LANGUAGE.fullmatch(text) else "und"


def _node(value: object) -> Node:
    one = value[0] if isinstance(value, list) and value else value
    return one if isinstance(one, dict) else {}


def _value(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:g}" if abs(value) < 1e9 else ""
    return words(value, _LONGEST)


def _language(value: object) -> str:
    node = _node(value)
    return words(node.get("alternateName") or node.get("name") if node else value, _LONGEST)


def _record(review: Node) -> str:
    """Give the id that is a record's everywhere; many pages name their nodes only within themselves."""
    for value in (review.get("@id"), review.get("identifier"), _node(review.get("identifier")).get("value")):
        found = words(value, _LONGEST)
        if _ID.fullmatch(found):
            return found
    return ""
