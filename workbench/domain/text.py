"""Text from outside: what may be drawn on a terminal, and what the program reads."""

import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

from workbench.domain.source_map import Piece, SourceMap

_REPLACEMENT = "\ufffd"
_MARKS_IN_A_ROW = 8

_CONTROL_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x09: " "}
_UNSAFE = (
    [0x7F, *range(0x80, 0xA0)]
    + [0x061C, 0x180E, *range(0x200B, 0x200D), *range(0x200E, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070)]
    + [0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xFDD0, 0xFDF0)]
    + [0x00AD, *range(0xE0000, 0xE0080)]
    + [plane | low for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)]
)
_DRAWN = {**_CONTROL_PICTURES, **dict.fromkeys(_UNSAFE, _REPLACEMENT)}
_LINE = _DRAWN | {0x0A: " ", 0x0D: " "}
_LINES = {code: drawn for code, drawn in _DRAWN.items() if code != 0x0A}

_SURROGATE = re.compile("[\ud800-\udfff]")
_NEEDS_CARE = re.compile("[^\x20-\x7e]")


def printable(text: str, *, newlines: bool = False) -> str:
    """Make a text safe to draw: no control, no direction override, nothing hidden reaches the terminal.

    Controls become their pictures, what is invisible or can't be encoded becomes U+FFFD, more than eight
    combining marks in a row are cut. Line ends stay with ``newlines`` and become spaces without. Drawing
    what this gives changes nothing; what is stored is never put through it.
    """
    if not _NEEDS_CARE.search(text):
        return text
    drawn = _SURROGATE.sub(_REPLACEMENT, text.translate(_LINES if newlines else _LINE))
    return _without_heaps(drawn)


def storable(text: str) -> str:
    """Replace what no database can store: halves of surrogate pairs and NUL."""
    return _SURROGATE.sub(_REPLACEMENT, text).replace("\0", _REPLACEMENT)


def _without_heaps(text: str) -> str:
    marks = 0
    kept: list[str] = []
    for character in text:
        marks = marks + 1 if character > "\u02ff" and unicodedata.combining(character) else 0
        if marks <= _MARKS_IN_A_ROW:
            kept.append(character)
    return text if len(kept) == len(text) else "".join(kept)


class NormalisedText(NamedTuple):
    """A text as the program reads it, and the way back to the text as it came."""

    text: str
    source_map: SourceMap


_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_SPECIAL = re.compile(
    "\r\n?|[\t\x0b\x0c\x85\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|[\u00ad\ufeff\u200b\u2060]|[\ufb00-\ufb06]"
)
_DROPPED = frozenset("\u00ad\ufeff\u200b\u2060")
_LONGEST_CLUSTER = 64


def normalise(source: str) -> NormalisedText:
    """Give the text in one form: NFC, line feeds, plain spaces, no soft hyphens, no ligatures.

    Curly quotes stay. The map gives for every span of the result the span of the source that it was made
    from, exactly.
    """
    pieces: list[Piece] = []
    parts: list[str] = []
    length = 0
    for start, end, replacement in _replacements(source):
        made = source[start:end] if replacement is None else replacement
        parts.append(made)
        pieces.append(Piece(length, len(made), start, end - start))
        length += len(made)
    return NormalisedText("".join(parts), SourceMap(tuple(pieces)))


def _replacements(source: str) -> "list[tuple[int, int, str | None]]":
    """Cut the source into runs that stay (None) and pieces with what they become."""
    cuts = {match.start(): (match.end(), _becomes(match.group())) for match in _SPECIAL.finditer(source)}
    if not unicodedata.is_normalized("NFC", source):
        for start, end in _clusters(source):
            composed = unicodedata.normalize("NFC", source[start:end])
            if composed != source[start:end] and not any(at in cuts for at in range(start, end)):
                cuts[start] = (end, composed)
    found: list[tuple[int, int, str | None]] = []
    position = 0
    for start in sorted(cuts):
        end, replacement = cuts[start]
        if start > position:
            found.append((position, start, None))
        found.append((start, end, replacement))
        position = end
    if position < len(source):
        found.append((position, len(source), None))
    return found


def _becomes(special: str) -> str:
    if special[0] == "\r":
        return "\n"
    if special in _DROPPED:
        return ""
    return _LIGATURES.get(special, " ")


def _clusters(source: str) -> "list[tuple[int, int]]":
    """Cut the source where composing can't reach across; characters below U+0300 always start anew."""
    bounds = [0]
    for index in range(1, len(source)):
        character = source[index]
        if (
            character < "\u0300"
            or index - bounds[-1] >= _LONGEST_CLUSTER
            or not _joins(source[bounds[-1] : index], character)
        ):
            bounds.append(index)
    return list(pairwise([*bounds, len(source)])) if source else []


def _joins(cluster: str, character: str) -> bool:
    if unicodedata.combining(character):
        return True
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", character)
    return unicodedata.normalize("NFC", cluster + character) != apart
