"""Character references of HTML that were left in a text: ``&quot;``, ``&#8217;``, ``&amp;amp;``."""

import re
from collections.abc import Iterator

_NAMED = {
    "quot": '"',
    "apos": "'",
    "nbsp": " ",
    "ensp": " ",
    "emsp": " ",
    "thinsp": " ",
    "ndash": "–",
    "mdash": "—",
    "lsquo": "‘",
    "rsquo": "’",
    "sbquo": "‚",
    "ldquo": "“",
    "rdquo": "”",
    "bdquo": "„",
    "laquo": "«",
    "raquo": "»",
    "hellip": "…",
    "bull": "•",
    "middot": "·",
    "pound": "£",
    "euro": "€",
    "yen": "¥",
    "cent": "¢",
    "deg": "°",
    "sect": "§",
    "copy": "©",
    "reg": "®",
    "trade": "™",
    "times": "×",
}
"""Blanks and marks. None is a letter or composes with a mark, so reading them twice changes nothing. ``&lt;`` and
``&gt;`` stay: who writes them writes about signs, and what they enclose is no tag."""

_BY_NUMBER = {ord(character): character for character in _NAMED.values()} | {0xA0: " ", 0x2009: " ", 0x202F: " "}
_AMPERSANDS = r"(?P<ampersands>(?:(?:amp|#0{0,3}38|#[xX]0{0,2}26);)*+)"
_REFERENCE = re.compile(
    rf"&{_AMPERSANDS}(?:(?P<name>[a-z]{{3,6}})|#0{{0,3}}(?P<number>[1-9][0-9]{{1,4}})|#[xX]0{{0,3}}(?P<hex>[1-9a-fA-F][0-9a-fA-F]{{1,3}}));"
    rf"|&{_AMPERSANDS.replace('*+', '++').replace('<ampersands>', '<alone>')}"
)


def of_windows(number: int) -> str:
    """Give the character that browsers read such a number as, empty where they read it as it is.

    Pages give those of 128 to 159 in windows-1252; see the HTML standard, "numeric character reference end state".
    """
    return bytes([number]).decode("cp1252", "replace") if 0x80 <= number <= 0x9F else ""


def character_references(text: str) -> Iterator[tuple[int, int, str]]:
    """Give each reference that is read, from where to where it stands, and its character."""
    for match in _REFERENCE.finditer(text):
        character = _character(match)
        if character:
            yield match.start(), match.end(), character
        elif match["alone"] or match["ampersands"]:
            yield match.start(), match.start() + 1 + len(match["alone"] or match["ampersands"]), "&"


def _character(match: re.Match[str]) -> str:
    if match["name"]:
        return _NAMED.get(match["name"], "")
    number = int(match["number"]) if match["number"] else int(match["hex"] or "0", 16)
    return _BY_NUMBER.get(ord(of_windows(number) or chr(number)), "")
