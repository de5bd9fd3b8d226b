"""Foreign words in Markdown, written so that every renderer shows them as they are.

What is escaped is what CommonMark, GitHub, Goldmark or pandoc, or the shortcodes of site generators
that run before them, would read as more than words. Any ASCII punctuation may follow a backslash in
all of them, and the words stay searchable.
"""

import re
import unicodedata
from functools import lru_cache

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$^&@])")
_PAIRED = re.compile(r"(?<=-)-|(?<=/)/|(?<=[{<])%")
_SCHEME = re.compile(r"(?<=[A-Za-z]):(?=/)|(?<=mailto):|(?<=xmpp):", re.IGNORECASE)
_EMOJI = re.compile(r":(?!\d{1,3}:\d|\d\dZ:)(?=(?:[A-Za-z0-9+-]|\\_){1,60}:)")
_HOST = re.compile(r"(?<=\S)\.(?=[^\W\d_]{2})|(?<=\bwww)\.", re.IGNORECASE)
_STARTS = ("-", "+", "=", ":", "%")
_LIST_START = re.compile(
    r"(\d{1,9}|[ivxlcdm]{1,9}|[IVXLCDM]{2,9}|[a-z]|[A-Z](?=\))|\((?:\d{1,9}|[A-Za-z]{1,9}))([.)])(?= |$)"
)
_UNDRAWABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_OFTEN = 120
_SPACES = re.compile("[ \t\n\x0b\x0c\r]{2,}|[\t\n\x0b\x0c\r]")
_NOT_IN_ADDRESS = re.compile(r"[^A-Za-z0-9:/?#@!$&'()*+,;=%._~\[\]-]")
_NOT_IN_IDENTIFIER = re.compile(r"[^A-Za-z0-9-]")
_WEB_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_SHORT = 160


def words(text: str) -> str:
    """Write foreign words as plain text on one line: no link, no markup, no HTML comes out of them.

    Runs of spaces and line ends become one space. Controls, direction overrides and what can't be
    encoded become U+FFFD. Nothing else is changed: what a renderer shows are the words as they came.
    """
    return _words(text) if len(text) <= _OFTEN else _as_words(text)


def _as_words(text: str) -> str:
    marked = _MARKUP.sub(r"\\\1", one_line(text))
    # Most words have none of these marks, and looking for one character takes a tenth of looking for a pattern.
    if ":" in marked:
        marked = _SCHEME.sub(r"\\:", _EMOJI.sub(r"\\:", marked))
    if "." in marked:
        marked = _HOST.sub(r"\\.", marked)
    if "-" in marked or "/" in marked or "%" in marked:
        marked = _PAIRED.sub(r"\\\g<0>", marked)
    if marked[:1] in _STARTS:
        return f"\\{marked}"
    return _LIST_START.sub(r"\1\\\2", marked, count=1) if _LIST_START.match(marked) else marked


_words = lru_cache(maxsize=4096)(_as_words)
"""Names, labels and instants come again on each page."""


def one_line(text: str) -> str:
    """Give words that can be drawn on one line: runs of spaces and line ends become one space."""
    drawn = drawable(text)
    return (drawn if drawn.isprintable() and "  " not in drawn else _SPACES.sub(" ", drawn)).strip(" ")


def shortened(text: str, longest: int = _SHORT) -> str:
    """Give words on one line, cut between two of them and with an ellipsis where they are too many."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rsplit(' ', 1)[0]}…"


def drawable(text: str) -> str:
    """Give words with U+FFFD for controls, direction overrides and what can't be encoded."""
    return text if text.isprintable() else _UNDRAWABLE.sub("\ufffd", text)


def lines(text: str) -> list[str]:
    """Write words of several lines: paragraphs stay apart by an empty line, line ends inside one are kept.

    A line end is written as a backslash before the line feed.
    """
    found: list[str] = []
    for kept in paragraphs(text):
        *first, last = map(words, kept)
        found += [*([""] if found else []), *(f"{line}\\" for line in first), last]
    return found


def paragraphs(text: str) -> list[list[str]]:
    """Part words into paragraphs, which an empty line ends, and these into their lines; none is empty."""
    blocks = re.split(r"\n[ \t]*\n", re.sub(r"\r\n?|\x85|\u2028|\u2029", "\n", text))
    parted = ([line for line in block.split("\n") if one_line(line)] for block in blocks)
    return [block for block in parted if block]


def code(identifier: str) -> str:
    """Write an id or a hash in code style; what can't be part of one is left out."""
    return f"`{_NOT_IN_IDENTIFIER.sub('', identifier) or '-'}`"


def link(url: str) -> str:
    """Write a web address as a link to itself; what is no http or https address as plain words."""
    return f"<{address(url)}>" if _WEB_ADDRESS.match(url) else words(url)


def address(url: str) -> str:
    """Write a web address with every character percent-encoded that could end it or start something else."""
    return _NOT_IN_ADDRESS.sub(_percent, url.strip())


def bold(before: str, exact: str, after: str) -> str:
    """Set words in bold between others, all three escaped.

    Between a letter and a punctuation mark, stars are not read as bold: there a line feed, which renderers
    show as a space, stands before or after the words.
    """
    words_in_bold = words(exact.strip())
    if not words_in_bold:
        return words(before + exact + after)
    left = _gap(before, before[-1:], exact[:1])
    right = _gap(after, after[:1], exact[-1:])
    return f"{words(before)}{left}**{words_in_bold}**{right}{words(after)}"


def _gap(context: str, neighbour: str, edge: str) -> str:
    if not context.strip():
        return ""
    if neighbour.isspace() or edge.isspace():
        return " "
    return "" if edge.isalnum() or unicodedata.category(neighbour).startswith("P") else "\n"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "replace"))
