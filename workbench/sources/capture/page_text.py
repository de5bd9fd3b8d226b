"""Read the text of a page: its article, or all of its text where no article can be found or the page is too large."""

import html
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from typing import Any

from workbench.sources.capture.found_text import PLAIN, PLAIN_VERSION, FoundText, Told
from workbench.sources.capture.hidden_words import parted
from workbench.sources.capture.told import told_of, told_of_both
from workbench.sources.pages import legal

LARGEST = 5_000_000
MOST_ELEMENTS = 50_000
SETTINGS: Mapping[str, bool | int | str] = {
    "fast": True,
    "favor_precision": True,
    "include_comments": False,
    "include_tables": True,
    "largest": LARGEST,
    "most_elements": MOST_ELEMENTS,
    "dates_extensive": False,
    "without_scripts": True,
    "without_hidden": True,
}

_SAID_WITHIN = 200_000
_ASKED = frozenset({"title", "author", "published", "outlet"})
_NAMES = {
    "title": "title",
    "author": "author",
    "outlet": "sitename",
    "published": "date",
    "language": "language",
    "canonical_url": "url",
}
_BREAKS = frozenset(
    "p div br li ul ol tr td th table h1 h2 h3 h4 h5 h6 section article header footer blockquote pre hr title".split()
)
_UNREAD = frozenset({"script", "style", "template", "noscript", "svg"})


def read_page(page: str, url: str, encoding: str) -> FoundText:
    """Read a page that was decoded."""
    own = told_of(page)
    page = legal(_without_scripts(page))
    if len(page) > LARGEST or page.count("<") > 2 * MOST_ELEMENTS:
        return _plain(page, encoding, "the page is too large to look for its article", own)
    parts = parted(page)
    hidden = visible(parts.hidden)
    known = {field for field, _ in own}
    told = own if known >= _ASKED else told_of_both(own, _extracted_about(page, url))
    text = _extracted_text(parts.shown, url)
    if not text.strip():
        return replace(_plain(page, encoding, "no article was found in the page", told), hidden=hidden)
    tool = ("trafilatura", version("trafilatura"))
    return FoundText(text, *tool, SETTINGS, encoding, told=told, whole=visible(page), hidden=hidden)


def _without_scripts(page: str) -> str:
    """Leave out scripts and styles, mostly the larger part of a page, of which no text comes."""
    for name in ("script", "style"):
        kept, place = [], 0
        for start in re.finditer(rf"<{name}\b", page, re.IGNORECASE):
            if start.start() >= place:
                end = _end(page, name, start.end())
                kept.append(page[place : start.start()])
                place = end
        page = "".join(kept) + page[place:]
    return page


def _end(page: str, name: str, start: int) -> int:
    """Give where an element ends, the end of the page where nothing ends it."""
    place = page.find("</", start)
    while place >= 0 and page[place + 2 : place + 2 + len(name)].casefold() != name:
        place = page.find("</", place + 2)
    return len(page) if place < 0 else page.find(">", place) + 1 or len(page)


def _extracted_text(page: str, url: str) -> str:
    import trafilatura  # noqa: PLC0415 - loaded in the process that reads, when it is warmed

    found = trafilatura.bare_extraction(
        page,
        url=url or None,
        fast=True,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        with_metadata=False,
        config=_config(),
    )
    about = {} if found is None else found if isinstance(found, dict) else found.as_dict()
    return "\n\n".join(line for line in (about.get("text") or "").split("\n") if line.strip())


def _extracted_about(page: str, url: str) -> Mapping[str, str]:
    """Give what the extractor finds in the first part of a page, where it is said."""
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 - as above

    # The extensive search for a date guesses from any number in the page.
    about = extract_metadata(page[:_SAID_WITHIN], url or None, extensive=False)
    found = {} if about is None else about.as_dict()
    return {field: str(found.get(name) or "") for field, name in _NAMES.items()}


@cache
def _config() -> Any:  # noqa: ANN401 - trafilatura has no types
    from trafilatura.settings import use_config  # noqa: PLC0415 - as above

    config = use_config()
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    return config


def _plain(page: str, encoding: str, why: str, told: tuple[tuple[str, Told], ...]) -> FoundText:
    return FoundText(visible(page), PLAIN, PLAIN_VERSION, {}, encoding, told=told, note=why)


def visible(page: str) -> str:
    """Give the text between the tags of a page, in one pass and with no tree."""
    found: list[str] = []
    skipped = ""
    first, *rest = page.split("<")
    found.append(first)
    for piece in rest:
        tag, closed, words = piece.partition(">")
        name = tag.split(None, 1)[0].casefold() if tag[:1].strip() else ""
        if skipped:
            if name == f"/{skipped}":
                skipped = ""
                found.append(words)
            continue
        if not name or not (name[0].isalpha() or name[0] in "/!?") or not closed:
            found.append("<" + piece)
            continue
        plain = name.strip("/")
        if plain in _UNREAD and not name.startswith("/"):
            skipped = plain
            continue
        found.append(("\n" if plain in _BREAKS else "") + words)
    lines = (" ".join(line.split()) for line in html.unescape("".join(found)).split("\n"))
    return "\n\n".join(line for line in lines if line)
