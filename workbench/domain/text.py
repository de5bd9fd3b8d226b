"""Text from outside: what may be drawn on a terminal, and what can be stored."""

import re
import unicodedata

_REPLACEMENT = "\ufffd"
_MARKS_IN_A_ROW = 8

_CONTROL_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x09: " "}
_UNSAFE = (
    [0x7F, *range(0x80, 0xA0), 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810)]
    + [0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0x3164, 0xFEFF, 0xFFA0]
    + [*range(0xFDD0, 0xFDF0), *range(0xFFF0, 0xFFFC), *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B)]
    + [*range(0xE0000, 0xE0100), *range(0xE01F0, 0xE1000)]
    + [plane | low for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)]
)
"""Controls, direction overrides, tags, fillers, noncharacters: all that is invisible or acts on a terminal."""

_DRAWN = {**_CONTROL_PICTURES, **dict.fromkeys(_UNSAFE, _REPLACEMENT)}
_LINE = _DRAWN | {0x0A: " ", 0x0D: " "}
_LINES = {code: drawn for code, drawn in _DRAWN.items() if code != 0x0A}

_SURROGATE = re.compile("[\ud800-\udfff]")
_NEEDS_CARE = re.compile("[^\x20-\x7e]")
# What is left out is named: of a range, every character is looked at when the pattern is compiled, at each start.
_MAY_BE_HEAP = re.compile(f"[^\x00-\u02ff]{{{_MARKS_IN_A_ROW + 1}}}")

# Joiners shape letters of Persian, Hindi and others, and join emoji; anywhere else they only hide.
_JOINED = "[^\x00-\u058f\u2000-\u20cf\ufffd-\uffff]"
_STRAY_JOINER = re.compile(f"(?<!{_JOINED})[\u200c\u200d]|[\u200c\u200d](?!{_JOINED})")


def printable(text: str, *, newlines: bool = False) -> str:
    """Make a text safe to draw: no control, no direction override, nothing hidden reaches the terminal.

    Controls become their pictures, what is invisible or can't be encoded becomes U+FFFD, more than eight
    combining marks in a row are cut. Line ends stay with ``newlines`` and become spaces without. Drawing
    what this gives changes nothing; what is stored is never put through it.
    """
    if not _NEEDS_CARE.search(text):
        return text
    drawn = _SURROGATE.sub(_REPLACEMENT, text.translate(_LINES if newlines else _LINE))
    if _MAY_BE_HEAP.search(drawn):
        drawn = _without_heaps(drawn)
    return _STRAY_JOINER.sub(_REPLACEMENT, drawn)


def storable(text: str) -> str:
    """Replace what no database can store: halves of surrogate pairs and NUL."""
    return _SURROGATE.sub(_REPLACEMENT, text).replace("\0", _REPLACEMENT)


def _without_heaps(text: str) -> str:
    marks = 0
    kept: list[str] = []
    for character in text:
        marks = marks + 1 if character > "\u02ff" and unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks <= _MARKS_IN_A_ROW:
            kept.append(character)
    return text if len(kept) == len(text) else "".join(kept)
