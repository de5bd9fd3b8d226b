"""What stood around quoted words, and whether it stands around a place in a newer text."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from claims_db.rows import QuoteRow
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.context import common_sides
from workbench.domain.evidence.folding import fold
from workbench.domain.evidence.occurrences import literal_occurrences
from workbench.domain.evidence.pieces import whole
from workbench.domain.evidence.sameness import frames_alike, harmless_words, without_opener
from workbench.domain.evidence.sentence_around import before_in_sentence, behind_in_sentence
from workbench.domain.evidence.words import words_of
from workbench.domain.spans import CONTEXT

_BEYOND = 80
"""So many characters beyond the sentence are looked at where the older text is there."""
_HELD = 12
"""So many equal characters beyond the sentence tell that a neighbour is the old one."""
_ADJACENT = 3
_SPACED = re.compile(r" ([,.;:!?)])")
_LOOKED_AT = 2 * CONTEXT + _BEYOND + 400


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
        known = older is not None and start >= 0 and older.text[start : start + len(quote.exact)] == quote.exact
        text = older.text if older is not None and known else quote.prefix + quote.exact + quote.suffix
        begin = start if known else len(quote.prefix)
        end = begin + len(quote.exact)
        before, behind = before_in_sentence(text, begin), behind_in_sentence(text, end)
        beyond = text[max(0, begin - len(before) - _BEYOND) : begin], text[end : end + len(behind) + _BEYOND]
        cut = (
            not known and len(before) == len(quote.prefix) >= CONTEXT,
            not known and len(behind) == len(quote.suffix) >= CONTEXT,
        )
        self._left = _OldSide(before, beyond[0], cut=cut[0], backwards=True)
        self._right = _OldSide(behind, beyond[1], cut=cut[1], backwards=False)
        self._start = start
        self._order, self.was_repeated = _order(quote.exact, older, start) if older is not None and known else (0, 1)

    def place(self, newer: CapturedText, start: int, end: int) -> Place:
        """Set a span of a newer text against what stood around the words."""
        before, behind = before_in_sentence(newer.text, start), behind_in_sentence(newer.text, end)
        left = self._left.against(before, newer.text[max(0, start - _LOOKED_AT) : start])
        right = self._right.against(behind, newer.text[end : end + _LOOKED_AT])
        return Place(
            (start, end),
            (start - len(before), end + len(behind)),
            left.same and right.same,
            left.alike and right.alike,
            left.held or right.held,
            left.common + right.common,
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
    held: bool
    common: int
    difference: str


class _OldSide:
    """What stood on one side of the words: the rest of their sentence, and what stood beyond it.

    Words are kept as they lie outwards from the quote. Of a sentence that was ``cut`` only a part is known, and the
    half word at its end is left out.
    """

    def __init__(self, sentence: str, beyond: str, *, cut: bool, backwards: bool) -> None:
        self._cut, self._backwards = cut, backwards
        if cut:
            sentence = sentence.partition(" ")[2] if backwards else sentence.rpartition(" ")[0]
        self._words = self._outwards(sentence)
        self._weighs = not harmless_words(without_opener(sentence))
        self._beyond = fold(beyond).text
        self._inside = len(fold(sentence).text.strip())
        self._seen: dict[tuple[str, str], _Side] = {}

    def against(self, sentence: str, beyond: str) -> _Side:
        """Compare it with the same side of a place in the newer text; a text that repeats itself is compared once."""
        found = self._seen.get((sentence, beyond))
        if found is None:
            found = self._seen[sentence, beyond] = self._compared(sentence, beyond)
        return found

    def _compared(self, sentence: str, beyond: str) -> _Side:
        mine, theirs = self._words, self._outwards(sentence)
        adjacent = next(
            (index for index, pair in enumerate(zip(mine, theirs, strict=False)) if pair[0] != pair[1]),
            min(len(mine), len(theirs)),
        )
        common = self._common(beyond)
        held = self._holds(common)
        if adjacent == len(mine) and (adjacent == len(theirs) or (self._cut and adjacent >= _ADJACENT)):
            return _Side(same=True, alike=True, held=held, common=common, difference="")
        seen = theirs[: len(mine)] if self._cut else theirs
        was, stands = self._written(mine[adjacent:]), self._written(seen[adjacent:])
        side = "before" if self._backwards else "behind"
        words = _difference(side, was, stands)
        alike = self._near(adjacent, theirs, sentence) and frames_alike(self._written(mine), self._written(theirs))
        return _Side(same=False, alike=alike, held=held, common=common, difference=words)

    def _near(self, adjacent: int, theirs: Sequence[str], sentence: str) -> bool:
        """Say whether what differs stands far enough off, or was only added and says nothing of weight."""
        if adjacent >= _ADJACENT:
            return True
        if (
            self._weighs
            or adjacent < min(len(self._words), len(theirs))
            or not harmless_words(without_opener(sentence))
        ):
            return False
        # Words right before a statement, such as ``opponents of``, may be its subject.
        added = theirs[adjacent : adjacent + 1]
        return not (self._backwards and added and added[0] != ",")

    def _outwards(self, sentence: str) -> list[str]:
        words = list(words_of(fold(sentence).text).keys)
        return words[::-1] if self._backwards else words

    def _written(self, words: Sequence[str]) -> str:
        return " ".join(words[::-1] if self._backwards else words)

    def _common(self, beyond: str) -> int:
        theirs = fold(beyond).text
        if self._backwards:
            return common_sides(theirs, len(theirs), len(theirs), self._beyond, "")[0]
        return common_sides(theirs, 0, 0, "", self._beyond)[1]

    def _holds(self, common: int) -> bool:
        """Say whether what stood beyond the sentence stands there still."""
        length = len(self._beyond.strip())
        if self._cut:
            return common >= min(_HELD, length)
        return length > self._inside and common >= min(length, self._inside + _HELD)


def _difference(side: str, was: str, stands: str) -> str:
    was, stands = (_SPACED.sub(r"\1", words) for words in (was, stands))
    if not was:
        return f"“{stands}” stands {side} them now"
    return f"{side} them stands “{stands}” where “{was}” was" if stands else f"“{was}” stood {side} them"


def _order(exact: str, older: CapturedText, start: int) -> tuple[int, int]:
    """Give which of the equal words of the older text these are, and how many there are."""
    pieces = whole(exact).pieces
    found = literal_occurrences(pieces[0], older.folded) if pieces else ()
    starts = [older.folded.to_source(one.start, one.end)[0] for one in found]
    begins = start + len(exact) - len(exact.lstrip())
    return (starts.index(begins) if begins in starts else 0), max(1, len(starts))
