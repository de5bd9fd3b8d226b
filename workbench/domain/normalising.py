"""The text that the program reads: one form of a text from outside, with the way back."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workbench.domain.character_references import character_references
from workbench.domain.source_map import SourceMap, SourceMapBuilder


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
