"""HTML that was left in a text: what is no word is blanked, so that every place stays where it was."""

import re

_BLOCKS = frozenset(
    "address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head "
    "header hr html iframe legend li main nav ol option p picture pre section select summary table tbody tfoot thead title tr ul video".split()
)
_CELLS = frozenset(["td", "th"])
_INLINE = frozenset(
    "a abbr acronym audio b big button cite code em embed font i img input ins label link mark meta object param q s samp small source span "
    "strike strong sub sup svg time u var".split()
)
_UNSEEN = frozenset(["script", "style", "noscript", "template"])
_TAG = re.compile(
    r"<(?P<closes>/?)(?P<name>[A-Za-z][A-Za-z0-9]{0,11})(?:\s[^<>=]*=[^<>]*|\s*/?)>|<!--|<![A-Za-z][^<>]*>"
)
_THIN = "\u2009"
"""A blank that no normalised text holds: wide gaps where words stood out in bold are no borders of a table."""


def without_markup(text: str) -> str:
    """Blank tags, comments, scripts and styles of HTML; what is given is as long as the text, place for place.

    A tag that starts a new block ends the line, one of a cell becomes a tab. Signs that only look like tags
    (``a < b``, ``<Roe>``) stay.
    """
    if "<" not in text:
        return text
    parts: list[str] = []
    position = 0
    endless: set[str] = set()
    while match := _TAG.search(text, position):
        name = (match["name"] or "").casefold()
        filler, end = _filler(name), match.end()
        if match.group() == "<!--":
            end = _behind(text, end, "-->", endless)
        elif name in _UNSEEN and not match["closes"]:
            end = _behind(text, end, f"</{match['name']}>", endless)
        parts += (text[position : match.start()], _blank(end - match.start(), filler) if filler else match.group())
        position = end
    return "".join([*parts, text[position:]])


def _filler(name: str) -> str:
    """Give what stands in the place of a tag; nothing where there is no such tag."""
    if name in _BLOCKS or name in _UNSEEN:
        return "\n"
    if name in _CELLS:
        return "\t"
    return _THIN if name in _INLINE or not name else ""


def _blank(length: int, filler: str) -> str:
    return filler + ("\n" if filler == "\n" else _THIN) * (length - 1)


def _behind(text: str, at: int, closing: str, endless: set[str]) -> int:
    """Give the place behind what closes a stretch; one that is never closed is looked for once."""
    found = -1 if closing in endless else text.find(closing, at)
    if found < 0:
        endless.add(closing)
        return at
    return found + len(closing)
