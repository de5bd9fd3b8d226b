"""What stood around quoted words, and whether it stands around a place in a newer text."""

from collections.abc import Sequence
from typing import NamedTuple

from claims_db.rows import QuoteRow
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.context import common_sides
from workbench.domain.evidence.folding import fold
from workbench.domain.evidence.occurrences import literal_occurrences
from workbench.domain.evidence.pieces import whole
from workbench.domain.evidence.sameness import frames_alike, harmless_words
from workbench.domain.evidence.sentence_around import before_in_sentence, behind_in_sentence
from workbench.domain.evidence.words import words_of
from workbench.domain.spans import CONTEXT

_BEYOND = 80
"""So many characters beyond the sentence are looked at where the older text is there."""
_HELD = 12
"""So many equal characters beyond the sentence tell that a neighbour is the old one."""
_ADJACENT = 3


class Place(NamedTuple):
    """A place in a newer text, set against what stood around the words in the older one.

    Attributes:
        span, sentence: the words, and the sentence they stand in.
        same_sentence: whether the rest of the sentence is as it was.
        alike_sentence: whether it differs in nothing that weighs.
        held: whether a neighbour is as it was.
        common: how many characters around are as they were.
        differences: how the rest of the sentence differs, in words.

    """

    span: tuple[int, int]
    sentence: tuple[int, int]
    same_sentence: bool
    alike_sentence: bool
    held: bool
    common: int
    differences: tuple[str, ...]


class Surroundings:
    """What stood around quoted words."""

    def __init__(self, quote: QuoteRow, start: int, older: CapturedText | None) -> None:
        known = older is not None and older.text[start : start + len(quote.exact)] == quote.exact and start >= 0
        text = older.text if older is not None and known else quote.prefix + quote.exact + quote.suffix
        begin = start if known else len(quote.prefix)
        end = begin + len(quote.exact)
        self._start = start
        self._before = before_in_sentence(text, begin)
        self._behind = behind_in_sentence(text, end)
        self._cut_before = not known and len(self._before) == len(quote.prefix) >= CONTEXT
        self._cut_behind = not known and len(self._behind) == len(quote.suffix) >= CONTEXT
        first, last = begin - len(self._before), end + len(self._behind)
        self._prefix = text[max(0, first - _BEYOND) : begin]
        self._suffix = text[end : last + _BEYOND]
        if self._cut_before:
            self._before = self._before.partition(" ")[2]
        if self._cut_behind:
            self._behind = self._behind.rpartition(" ")[0]
        self._order, self.was_repeated = _order(quote.exact, older, start) if older is not None and known else (0, 1)

    def place(self, newer: CapturedText, start: int, end: int) -> Place:
        """Set a span of a newer text against what stood around the words."""
        before, behind = before_in_sentence(newer.text, start), behind_in_sentence(newer.text, end)
        left = _side(self._before, before, cut=self._cut_before, backwards=True)
        right = _side(self._behind, behind, cut=self._cut_behind, backwards=False)
        prefix, suffix = newer.text[:start][-400 - _BEYOND :], newer.text[end : end + 400 + _BEYOND]
        common = _common(self._prefix, prefix, backwards=True), _common(self._suffix, suffix, backwards=False)
        held = _holds(common[0], self._prefix, self._before, cut=self._cut_before) or _holds(
            common[1], self._suffix, self._behind, cut=self._cut_behind
        )
        return Place(
            (start, end),
            (start - len(before), end + len(behind)),
            left.same and right.same,
            left.alike and right.alike,
            held,
            sum(common),
            tuple(side.difference for side in (left, right) if side.difference),
        )

    def chosen(self, places: Sequence[Place]) -> Place | None:
        """Choose among equal words the place that is meant; None where nothing tells it."""
        best = max(place.common for place in places)
        rivals = [place for place in places if place.common == best]
        if len(rivals) == 1:
            return rivals[0] if rivals[0].held or len(places) == 1 else None
        if self.was_repeated == len(places):
            return places[self._order]
        return next((place for place in rivals if place.span[0] == self._start), None)


class _Side(NamedTuple):
    same: bool
    alike: bool
    difference: str


def _side(old: str, new: str, *, cut: bool, backwards: bool) -> _Side:
    """Compare the rest of a sentence on one side; of one that was cut only what is left of it."""
    mine, theirs = (list(words_of(fold(side).text).keys) for side in (old, new))
    if backwards:
        mine, theirs = mine[::-1], theirs[::-1]
    common = next(
        (index for index, pair in enumerate(zip(mine, theirs, strict=False)) if pair[0] != pair[1]),
        min(len(mine), len(theirs)),
    )
    if common == len(mine) and (common == len(theirs) or (cut and common >= _ADJACENT)):
        return _Side(same=True, alike=True, difference="")
    rests = [" ".join(side[common:][::-1] if backwards else side[common:]) for side in (mine, theirs)]
    if cut and common < len(mine):
        rests[1] = " ".join(rests[1].split(" ")[-len(mine) :] if backwards else rests[1].split(" ")[: len(mine)])
    there = " ".join(theirs[::-1] if backwards else theirs)
    given = " ".join(mine[::-1] if backwards else mine)
    near = common >= _ADJACENT or (
        harmless_words(old) and harmless_words(new) and common == min(len(mine), len(theirs))
    )
    if backwards and common < _ADJACENT and rests[1] and not rests[1].endswith(","):
        near = False
    side = "before" if backwards else "behind"
    words = f"{side} them stands “{rests[1].strip()}” where “{rests[0].strip()}” was"
    return _Side(same=False, alike=near and frames_alike(given, there), difference=words)


def _common(old: str, new: str, *, backwards: bool) -> int:
    mine, theirs = fold(old).text, fold(new).text
    if backwards:
        return common_sides(theirs, len(theirs), len(theirs), mine, "")[0]
    return common_sides(theirs, 0, 0, "", mine)[1]


def _holds(common: int, side: str, in_sentence: str, *, cut: bool) -> bool:
    """Say whether what stood beyond the sentence on one side stands there still."""
    length, inside = len(fold(side).text.strip()), len(fold(in_sentence).text.strip())
    if cut:
        return common >= min(_HELD, length)
    if length <= inside:
        return False
    return common >= min(length, inside + _HELD)


def _order(exact: str, older: CapturedText, start: int) -> tuple[int, int]:
    """Give which of the equal words of the older text these are, and how many there are."""
    pieces = whole(exact).pieces
    found = literal_occurrences(pieces[0], older.folded) if pieces else ()
    starts = [older.folded.to_source(one.start, one.end)[0] for one in found]
    begins = start + len(exact) - len(exact.lstrip())
    return (starts.index(begins) if begins in starts else 0), max(1, len(starts))
