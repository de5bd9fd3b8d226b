"""Read the text of a page: its article, or all of its text where no article can be found or the page is too large."""

import html
from collections.abc import Mapping
from importlib.metadata import version

from workbench.sources.capture.found_text import FoundText, Told
from workbench.sources.capture.told import told_of
from workbench.sources.pages import legal

LARGEST = 5_000_000
MOST_ELEMENTS = 50_000
SETTINGS: Mapping[str, bool | int | str] = {
    "favor_precision": True,
    "include_comments": False,
    "include_tables": True,
    "largest": LARGEST,
    "most_elements": MOST_ELEMENTS,
}
PLAIN, PLAIN_VERSION = "workbench.markup", "1"

_BREAKS = frozenset(
    "p div br li ul ol tr td th table h1 h2 h3 h4 h5 h6 section article header footer blockquote pre hr title".split()
)
_UNREAD = frozenset({"script", "style", "template", "noscript", "svg"})


def read_page(page: str, url: str, encoding: str) -> FoundText:
    """Read a page that was decoded."""
    page = legal(page)
    if len(page) > LARGEST or page.count("<") > 2 * MOST_ELEMENTS:
        return _plain(page, encoding, "the page is too large to look for its article", told_of(page, {}))
    text, extracted = _extracted(page, url)
    told = told_of(page, extracted)
    if not text.strip():
        return _plain(page, encoding, "no article was found in the page", told)
    return FoundText(text, "trafilatura", version("trafilatura"), SETTINGS, encoding, told=told)


def _extracted(page: str, url: str) -> tuple[str, dict[str, str]]:
    import trafilatura  # noqa: PLC0415 - loaded in the process that reads, when it is warmed
    from trafilatura.settings import use_config  # noqa: PLC0415

    config = use_config()
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    found = trafilatura.bare_extraction(
        page,
        url=url or None,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        config=config,
    )
    if found is None:
        return "", {}
    about = found if isinstance(found, dict) else found.as_dict()
    text = "\n\n".join(line for line in (about.get("text") or "").split("\n") if line.strip())
    names = {"title": "title", "author": "author", "outlet": "sitename", "published": "date", "language": "language"}
    extracted = {field: str(about.get(name) or "") for field, name in names.items()}
    return text, {**extracted, "canonical_url": str(about.get("url") or "")}


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
