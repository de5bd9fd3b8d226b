"""A text without what typesetting alone changes, and the way back to the text as it came.

Marks of quotation, dashes, blanks, ligatures, full width, soft hyphens and words broken at line ends come out one way.
Letters, numbers, capitals and all other marks stay.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from types import MappingProxyType
from typing import NamedTuple

from workbench.domain.normalising import normalise
from workbench.domain.source_map import Piece


class Folded:
    """A folded text; offsets of it lead back to the text it was made from.

    Hyphens inside words are taken out of it, so that a word that was broken at a line end is found: where one was
    stands in ``hyphens``, and whether it may as well not have been.
    """

    def __init__(self, text: str, starts: Sequence[int], ends: Sequence[int], hyphens: Sequence["Hyphen"]) -> None:
        self.text = text
        self._starts = starts
        self._ends = ends
        self._hyphens = hyphens
        self._places = [hyphen.at for hyphen in hyphens]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the source that a span of the folded text was made from."""
        if start >= end:
            at = self._starts[start] if start < len(self._starts) else self._ends[-1] if self._ends else 0
            return at, at
        return self._starts[start], self._ends[end - 1]

    def from_source(self, position: int) -> int:
        """Give the first place in the folded text that was made from the source at this place or behind it."""
        return bisect_left(self._ends, position + 1)

    def hyphens(self, start: int, end: int) -> tuple["Hyphen", ...]:
        """Give the hyphens that stood inside a span, their places counted from its start."""
        inside = range(bisect_left(self._places, start + 1), bisect_left(self._places, end))
        return tuple(self._hyphens[index]._replace(at=self._places[index] - start) for index in inside)


class Hyphen(NamedTuple):
    """Where a hyphen stood inside a word, and whether a line ended behind it: then it may be none."""

    at: int
    at_line_end: bool


def same_hyphens(one: Sequence[Hyphen], other: Sequence[Hyphen]) -> bool:
    """Say whether two spans of equal letters have the same hyphens, apart from those at line ends."""
    firm, other_firm = ({hyphen.at for hyphen in side if not hyphen.at_line_end} for side in (one, other))
    every, other_every = ({hyphen.at for hyphen in side} for side in (one, other))
    return firm <= other_every and other_firm <= every


_ONE_FORM = {
    "'": '“”„‟«»‹›"‘’‚‛`´＂＇〝〞',
    "-": "‐‑‒–−﹣－",
    "—": "―﹘",
    " ": "\t",
    "¢": "￠",
    "£": "￡",
    "¥": "￥",
}
_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SAME_LENGTH = MappingProxyType(_WIDE | {mark: form for form, marks in _ONE_FORM.items() for mark in marks})
_OTHER_FORM = re.compile(f"[{re.escape(''.join(_SAME_LENGTH))}]")
_JOINED = re.compile("[\u0590-\u1fff\u20d0-\ufffc\U00010000-\U0010ffff]")
"""Joiners shape Persian and Hindi letters and join emoji; anywhere else they only hide."""
_LONG = re.compile(r"\s\s+|\s%|…|\.(?: \.){2}|''|[\ufe0e\ufe0f]|[\u200c\u200d]+")
_DASHES = re.compile(r"[-—\n]+ ?")
_TWO_PARTS = re.compile(r"(?:and|or|to)\b")
_KEPT = MappingProxyType({"…": "...", "''": "'"})


def one_form(text: str) -> str:
    """Write marks of quotation, dashes and full width one way, place for place; the cheap part of folding."""
    return _OTHER_FORM.sub(lambda mark: _SAME_LENGTH[mark[0]], text)


def fold(source: str) -> Folded:
    """Fold a text; its length is bounded by three times the source's, the time by the length."""
    normal = normalise(source)
    starts, ends = _places(normal.source_map.between(0, len(normal.text)))
    stage = _Stage(one_form(normal.text), starts, ends)
    stage = _rewritten(stage, _LONG, _plain)
    hyphens: list[Hyphen] = []
    stage = _rewritten(stage, _DASHES, lambda match, at: _dash(match, at, hyphens))
    return Folded(stage.text, stage.starts, stage.ends, hyphens)


class _Stage(NamedTuple):
    text: str
    starts: "array[int]"
    ends: "array[int]"


def _places(pieces: Iterable[Piece]) -> tuple["array[int]", "array[int]"]:
    starts, ends = array("L"), array("L")
    for piece in pieces:
        first, length = piece.source_start, piece.length
        if piece.whole:
            starts.extend([first] * length)
            ends.extend([first + piece.source_length] * length)
        else:
            starts.extend(range(first, first + length))
            ends.extend(range(first + 1, first + length + 1))
    return starts, ends


def _rewritten(stage: _Stage, pattern: re.Pattern[str], becomes: Callable[[re.Match[str], int], str]) -> _Stage:
    """Replace what a pattern finds; ``becomes`` is told where in the new text the replacement will stand."""
    parts: list[str] = []
    starts, ends = array("L"), array("L")
    position = length = 0
    for match in pattern.finditer(stage.text):
        start, end = match.span()
        length += start - position
        replacement = becomes(match, length)
        parts += (stage.text[position:start], replacement)
        starts += stage.starts[position:start]
        ends += stage.ends[position:start]
        starts.extend([stage.starts[start]] * len(replacement))
        ends.extend([stage.ends[end - 1]] * len(replacement))
        length += len(replacement)
        position = end
    if not parts:
        return stage
    parts.append(stage.text[position:])
    return _Stage("".join(parts), starts + stage.starts[position:], ends + stage.ends[position:])


def _plain(match: re.Match[str], _: int) -> str:
    """Give one blank for many; a line end stays one for now, since a hyphen before it may be none."""
    words, text = match.group(), match.string
    if words[-1] == "%":
        return "%"
    if words.isspace():
        return "\n" if "\n" in words else " "
    if words[0] in "\u200c\u200d":
        joins = _JOINED.match(text, match.start() - 1) if match.start() else None
        return words if joins and _JOINED.match(text, match.end()) else ""
    return _KEPT.get(words, "..." if words[0] == "." else "")


def _dash(match: re.Match[str], at: int, hyphens: list[Hyphen]) -> str:
    """Give nothing for a hyphen inside a word, a hyphen with a blank on each side for a dash and between numbers.

    A blank before it stands already.
    """
    words, text = match.group(), match.string
    before, after = (
        text[match.start() - 1 : match.start()] if match.start() else "",
        text[match.end() : match.end() + 1],
    )
    mark = words.strip("\n ")
    begins, ends = words[0] == "\n", words[-1] in "\n "
    lead = " " if begins else ""
    if not mark:
        return " "
    if mark != "-" or (ends and (begins or before == " ")):
        return f"{lead}- " if begins or before in {"", " "} else " - "
    if before.isalpha() and after.isalpha() and not begins:
        if words == "- " and _TWO_PARTS.match(text, match.end()):
            return "- "
        hyphens.append(Hyphen(at, len(words) > 1))
        return ""
    return " - " if before.isdecimal() and after.isdecimal() else f"{lead}-{' ' if ends else ''}"
