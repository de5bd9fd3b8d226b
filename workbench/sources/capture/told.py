"""What a page says of itself: first in JSON-LD, then as the extractor reads it; each with where it was found."""

import html
import re
from collections.abc import Iterator, Mapping

from workbench.sources.capture.found_text import Told
from workbench.sources.json_ld import Node, blocks, kinds, names, nodes, words

Said = tuple[tuple[str, Told], ...]
"""What a document says of itself, by field."""

FIELDS = ("title", "author", "outlet", "published", "language", "canonical_url")

_CANONICAL = re.compile(r"<link\b[^>]{0,300}\brel=[\"']?canonical\b[^>]{0,1000}>", re.IGNORECASE)
_HREF = re.compile(r"\bhref=[\"']?([^\"'\s>]{1,900})", re.IGNORECASE)
_PLACE = re.compile(r"\S{1,255}:\d{1,5}|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:.]{2,45}\]|localhost")
_HEAD = 200_000
_ARTICLES = frozenset(
    {
        *("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BlogPosting"),
        *("BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "LiveBlogPosting", "Report"),
        *("SocialMediaPosting", "DiscussionForumPosting", "ScholarlyArticle", "TechArticle", "VideoObject", "Dataset"),
        *("ClaimReview", "WebPage"),
    }
)
_LAST = frozenset({"WebPage"})
_LONGEST = 500


def told_of(page: str) -> Said:
    """Give what a page says of itself in JSON-LD, and the address it gives itself."""
    found: dict[str, Told] = {}
    for article in _articles(page):
        for field, value in _of_article(article):
            if value and field not in found:
                found[field] = Told(value, "JSON-LD")
    link = _CANONICAL.search(page[:_HEAD])
    address = _HREF.search(link[0]) if link else None
    if address:
        found["canonical_url"] = Told(html.unescape(address[1])[:_LONGEST], "link rel=canonical")
    return tuple((field, found[field]) for field in FIELDS if field in found)


def told_of_both(own: Said, extracted: Mapping[str, str]) -> Said:
    """Add what the extractor made of a page where the page itself says nothing."""
    found = dict(own)
    for field, value in extracted.items():
        if value and field not in found and not (field == "outlet" and is_place(value)):
            found[field] = Told(value[:_LONGEST], "trafilatura")
    return tuple((field, found[field]) for field in FIELDS if field in found)


def is_place(outlet: str) -> bool:
    """Say whether what an extractor takes for an outlet is only a host with its port, or a numeric address."""
    return _PLACE.fullmatch(outlet.strip()) is not None


def _articles(page: str) -> list[Node]:
    """Give the articles that the page's blocks describe, those that are only a page last."""
    found = [node for block in blocks(page) for node in nodes(block) if kinds(node) & _ARTICLES]
    return sorted(found, key=lambda node: bool(kinds(node) & _LAST))


def _of_article(node: Node) -> Iterator[tuple[str, str]]:
    yield "title", words(node.get("headline"), _LONGEST) or words(node.get("name"), _LONGEST)
    yield "author", names(node.get("author"), _LONGEST)
    yield "outlet", names(node.get("publisher"), _LONGEST)
    yield "published", words(node.get("datePublished"), _LONGEST)
    yield "language", words(node.get("inLanguage"), _LONGEST)
