"""Text from outside: what may be drawn on a terminal, and what the program reads."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workbench.domain.character_references import character_references
from workbench.domain.source_map import SourceMap, SourceMapBuilder

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
_MAY_BE_HEAP = re.compile(f"[\u0300-\U0010ffff]{{{_MARKS_IN_A_ROW + 1}}}")

# Joiners shape letters of Persian, Hindi and others, and join emoji; anywhere else they only hide.
_JOINED = "[\u0590-\u1fff\u20d0-\ufffc\U00010000-\U0010ffff]"
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
_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""They order what is drawn. Behind a stop or around a name they would only hide where a sentence or a word ends."""

_DROPPED = frozenset(f"\u00ad\ufeff\u200b\u2060{_DIRECTIONS}")
_SPECIAL = re.compile(
    "\r\n?|[\x0b\x0c\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
    f"|[\u00ad\ufeff\u200b\u2060{_DIRECTIONS}]|[\ufb00-\ufb06]"
)
_LINE_ENDS = frozenset("\r\u2028\u2029")
_COMPOSABLE = re.compile("[^\u0300-\U0010ffff]?[\u0300-\U0010ffff]+|[\u00c0-\u02ff]")
_LONGEST_CLUSTER = 64
"""Composing costs the square of a heap's length: a longer heap of marks is composed in parts."""


def normalise(source: str) -> NormalisedText:
    """Give the text in one form: NFC, line feeds, plain spaces, no soft hyphens, no marks of direction, no ligatures, no ``&nbsp;``.

    Curly quotes, tabs and tags stay; a heap of more than 64 marks on one letter is composed in parts. The map
    gives for every span of the result the span of the source that it was made from, exactly.
    """
    found = _with_plain_marks(source)
    if not unicodedata.is_normalized("NFC", found.text):
        found = _rewritten(found, _compositions(found.text))
    return _rewritten(found, character_references(found.text)) if "&" in found.text else found


def _rewritten(before: NormalisedText, changes: Iterable[tuple[int, int, str]]) -> NormalisedText:
    """Replace stretches of a text, given in order, and find the way back through what it was made from."""
    way = SourceMapBuilder()
    parts: list[str] = []
    position = 0
    for start, end, replacement in changes:
        parts += (before.text[position:start], replacement)
        way.keep(position, start - position)
        way.replace(start, end - start, len(replacement))
        position = end
    parts.append(before.text[position:])
    way.keep(position, len(before.text) - position)
    return NormalisedText("".join(parts), way.built().after(before.source_map))


def _with_plain_marks(source: str) -> NormalisedText:
    """Replace line ends, spaces and ligatures, and drop what has no width."""
    way = SourceMapBuilder()
    parts: list[str] = []
    position = 0
    for match in _SPECIAL.finditer(source):
        start, end = match.span()
        replacement = _becomes(match.group())
        parts += (source[position:start], replacement)
        way.keep(position, start - position)
        if len(replacement) == end - start:
            way.keep(start, 1)
        else:
            way.replace(start, end - start, len(replacement))
        position = end
    parts.append(source[position:])
    way.keep(position, len(source) - position)
    return NormalisedText("".join(parts), way.built())


def _becomes(special: str) -> str:
    if special[0] in _LINE_ENDS:
        return "\n"
    if special in _DROPPED:
        return ""
    return _LIGATURES.get(special, " ")


def _compositions(text: str) -> Iterator[tuple[int, int, str]]:
    """Give each stretch that composing changes, and what it becomes."""
    for match in _COMPOSABLE.finditer(text):
        if unicodedata.is_normalized("NFC", match.group()):
            continue
        for start, end in _clusters(text, match.start(), match.end()):
            composed = unicodedata.normalize("NFC", text[start:end])
            if composed != text[start:end]:
                yield start, end, composed


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch where composing can't reach across."""
    begun = start
    for index in range(start + 1, end):
        if index - begun >= _LONGEST_CLUSTER or not _joins(text[begun:index], text[index]):
            yield begun, index
            begun = index
    yield begun, end


def _joins(cluster: str, character: str) -> bool:
    if unicodedata.combining(unicodedata.normalize("NFD", character)[0]):
        return True
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", character)
    return unicodedata.normalize("NFC", cluster + character) != apart
