"""What a page says of itself: first in JSON-LD, then as the extractor reads it; each with where it was found."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from workbench.sources.capture.found_text import Told

Said = tuple[tuple[str, Told], ...]
"""What a document says of itself, by field."""

FIELDS = ("title", "author", "outlet", "published", "language", "canonical_url")

_BLOCK = re.compile(r"<script\b[^>]{0,300}\bapplication/ld\+json\b[^>]{0,300}>", re.IGNORECASE)
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
_MOST_BLOCKS = 20
_LONGEST_BLOCK = 500_000
_MOST_NODES = 2_000
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


def _articles(page: str) -> list[Mapping[str, Any]]:
    """Give the articles that the page's blocks describe, those that are only a page last."""
    found = [node for block in _blocks(page) for node in _nodes(block) if _kinds(node) & _ARTICLES]
    return sorted(found, key=lambda node: bool(_kinds(node) & _LAST))


def _blocks(page: str) -> Iterator[object]:
    for number, start in enumerate(_BLOCK.finditer(page)):
        if number >= _MOST_BLOCKS:
            return
        end = page.find("</", start.end(), start.end() + _LONGEST_BLOCK)
        while end >= 0 and page[end : end + 8].casefold() != "</script":
            end = page.find("</", end + 2, start.end() + _LONGEST_BLOCK)
        try:
            yield json.loads(page[start.end() : end]) if end >= 0 else None
        except (ValueError, RecursionError):
            continue


def _nodes(block: object) -> Iterator[Mapping[str, Any]]:
    todo, seen = [block], 0
    while todo and seen < _MOST_NODES:
        node = todo.pop(0)
        seen += 1
        if isinstance(node, list):
            todo += node[:_MOST_NODES]
        elif isinstance(node, dict):
            yield node
            todo += [node[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in node]


def _kinds(node: Mapping[str, Any]) -> frozenset[str]:
    kinds = node.get("@type")
    given = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(kind.rpartition("/")[2] for kind in given if isinstance(kind, str))


def _of_article(node: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "title", _words(node.get("headline")) or _words(node.get("name"))
    yield "author", _names(node.get("author"))
    yield "outlet", _names(node.get("publisher"))
    yield "published", _words(node.get("datePublished"))
    yield "language", _words(node.get("inLanguage"))


def _names(value: object) -> str:
    given = value if isinstance(value, list) else [value]
    named = [_words(one.get("name")) if isinstance(one, dict) else _words(one) for one in given[:20]]
    return ", ".join(dict.fromkeys(name for name in named if name))[:_LONGEST]


def _words(value: object) -> str:
    one = value[0] if isinstance(value, list) and value else value
    if not isinstance(one, str):
        return ""
    # Many pages write references such as &amp; into it, which are none in JSON.
    return " ".join(html.unescape(one[: 2 * _LONGEST]).encode("utf-8", "replace").decode().split())[:_LONGEST]
