"""Whether an article is a wire copy of another: one report that went out twice, cut short, headed anew, brought up to date.

A copy shares so many words of the shorter of the two, in stretches of five words at least and in more than one
paragraph: what outlets put under all their articles is one. Reports that fill a form with other figures or other names
share as much, and are not copies: of what they tell, hardly anything is the same.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from workbench.domain.evidence.changes import ChangeKind, kind_of
from workbench.domain.evidence.compared_text import FEWEST, ComparedText
from workbench.domain.evidence.shared_text import SharedText, Stretch, inside, shared_text
from workbench.domain.evidence.word_difference import word_blocks

COPIED = 0.33
"""From which share of the shorter text on it is a copy: it may have been headed anew, and have paragraphs of its own."""

_GAP = 15
"""Between stretches at most so many words were exchanged for others; more are a passage of its own."""

_FIGURES, _FEW = 6, 0.25
"""Where so many figures are others and so few the same, another day is told in the same words, as of a market."""

_TOLD, _KEPT = 3, 0.4
"""The same of names and figures together: an update of a report has the names that it had."""


class SharedStretch(NamedTuple):
    """Words that stand in both texts, as half-open spans of code points in the copy and in the original."""

    start: int
    end: int
    original_start: int
    original_end: int


class Rewording(NamedTuple):
    """Words of the copy that stand for others in the original; one of the two may be empty.

    ``start`` and ``end`` are their span in the copy.
    """

    kind: ChangeKind
    start: int
    end: int
    words: str
    original_words: str


class WireCopy(NamedTuple):
    """What a copy has of its original.

    Attributes:
        share: what share of the words of the shorter text stands in the other.
        of_copy: what share of the copy's words stands in the original.
        stretches: the words that both have, in the order of the copy.
        rewordings: what was changed between them, in that order.

    """

    share: float
    of_copy: float
    stretches: tuple[SharedStretch, ...]
    rewordings: tuple[Rewording, ...]

    @property
    def figures(self) -> tuple[Rewording, ...]:
        """The rewordings that change a number or a date."""
        return tuple(one for one in self.rewordings if one.kind is ChangeKind.NUMBER)


def wire_copy(copy: ComparedText, original: ComparedText) -> WireCopy | None:
    """Give what a text has of another, None where it is no copy of it; which of the two came first is not asked."""
    if copy.few or original.few:
        return WireCopy(1.0, 1.0, (), ()) if copy.whole and copy.whole == original.whole else None
    shared = shared_text(copy, original)
    if shared.share < COPIED:
        return None
    gaps = list(_gaps(shared.stretches))
    if _fills_a_form(copy, original, shared, gaps) or _one_paragraph(copy, original, shared):
        return None
    stretches = tuple(
        SharedStretch(*copy.span(one.start, one.end), *original.span(one.other_start, one.other_end))
        for one in shared.stretches
    )
    return WireCopy(
        shared.share,
        shared.of_one,
        stretches,
        tuple(one for gap in gaps for one in _rewordings(copy, original, gap)),
    )


class _Gap(NamedTuple):
    """Words of the copy between two stretches, and those between the same two in the original."""

    start: int
    end: int
    other_start: int
    other_end: int


def _gaps(stretches: Sequence[Stretch]) -> Iterator[_Gap]:
    for one, after in pairwise(stretches):
        gap = _Gap(one.end, after.start, one.other_end, after.other_start)
        if after.start - one.end <= _GAP and 0 <= after.other_start - one.other_end <= _GAP:
            yield gap


def _fills_a_form(copy: ComparedText, original: ComparedText, shared: SharedText, gaps: Sequence[_Gap]) -> bool:
    """Say whether the two tell other things in the same words: most figures were exchanged, or names and figures."""
    figures, names = (_told(copy, original, shared, gaps, what) for what in (_figures, _names))
    if figures.exchanged >= _FIGURES and figures.kept < _FEW * (figures.kept + figures.exchanged):
        return True
    kept, exchanged = figures.kept + names.kept, figures.exchanged + names.exchanged
    return names.exchanged > 0 and exchanged >= _TOLD and kept < _KEPT * (kept + exchanged)


class _Told(NamedTuple):
    """How many things that an original tells are the same in a copy, and how many others stand in their place."""

    kept: int
    exchanged: int


def _told(
    copy: ComparedText,
    original: ComparedText,
    shared: SharedText,
    gaps: Sequence[_Gap],
    what: Callable[[ComparedText, int, int], set[str]],
) -> _Told:
    kept = {word for one in shared.stretches for word in what(copy, one.start, one.end)}
    exchanged = set[str]()
    for gap in gaps:
        mine, theirs = what(copy, gap.start, gap.end), what(original, gap.other_start, gap.other_end)
        kept |= mine & theirs
        exchanged |= theirs - mine
    return _Told(len(kept), len(exchanged - kept))


def _one_paragraph(copy: ComparedText, original: ComparedText, shared: SharedText) -> bool:
    """Say whether both have several paragraphs and no more than one of them in common."""
    mine = [(one.start, one.end) for one in shared.stretches]
    theirs = [(one.other_start, one.other_end) for one in shared.stretches]
    return all(_common(text, spans) == (1, True) for text, spans in ((copy, mine), (original, theirs)))


def _common(text: ComparedText, spans: Sequence[tuple[int, int]]) -> tuple[int, bool]:
    """Count the paragraphs of which half is shared, and say whether there are others."""
    both = inside(text, spans)
    shared = several = 0
    for first, stop in text.paragraphs:
        if stop - first >= FEWEST:
            several += 1
            shared += 2 * sum(both[first:stop]) >= stop - first
    return shared, several > 1


def _figures(text: ComparedText, start: int, end: int) -> set[str]:
    return {key for key in text.keys[start:end] if key[0].isdecimal()}


def _names(text: ComparedText, start: int, end: int) -> set[str]:
    """Give the words with a capital that does not begin a sentence."""
    starts, letters = text.places[0], text.text
    return {
        text.keys[at]
        for at in range(start, end)
        if (place := starts[at]) > 1
        and letters[place].isupper()
        and letters[place - 1] == " "
        and letters[place - 2] not in ".!?:'"
        and len(text.keys[at]) > 1
    }


def _rewordings(copy: ComparedText, original: ComparedText, gap: _Gap) -> Iterator[Rewording]:
    blocks = word_blocks(copy.keys[gap.start : gap.end], original.keys[gap.other_start : gap.other_end])
    for block in blocks:
        if not block.same:
            start, end = _place(copy, gap.start + block.start, gap.start + block.end)
            other = _place(original, gap.other_start + block.other_start, gap.other_start + block.other_end)
            words, other_words = copy.source[start:end], original.source[slice(*other)]
            yield Rewording(kind_of(words, other_words), start, end, words, other_words)


def _place(text: ComparedText, first: int, stop: int) -> tuple[int, int]:
    """Give where some words stand, an empty place behind the word before where there are none."""
    if first < stop:
        return text.span(first, stop)
    behind = text.places[1][first - 1] if first else 0
    return behind, behind
