"""Tell places with equal words apart by what stands around them."""

from collections.abc import Sequence
from typing import NamedTuple

from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.folding import fold

_TELLING = 6
"""So many equal characters next to the words are more than chance."""


class Around(NamedTuple):
    """What stood before and behind some words, and the offset at which they began, -1 where it is not known."""

    prefix: str = ""
    suffix: str = ""
    start: int = -1


class Choice(NamedTuple):
    """The place that fits best, by its index, and whether another fits as well."""

    at: int
    tied: bool


def best_by_context(places: Sequence[tuple[int, int]], source: CapturedText, around: Around | None) -> Choice:
    """Choose among spans of the folded source the one whose neighbours are those given.

    Where neighbours tell nothing, an offset does; without both, it is the first one.
    """
    if len(places) == 1 or around is None:
        return Choice(0, tied=len(places) > 1)
    prefix, suffix = fold(around.prefix).text, fold(around.suffix).text
    scores = [sum(common_sides(source.folded.text, start, end, prefix, suffix)) for start, end in places]
    best = max(scores)
    rivals = [index for index, score in enumerate(scores) if score == best] if best >= _TELLING else []
    if len(rivals) == 1:
        return Choice(rivals[0], tied=False)
    rivals = rivals or list(range(len(places)))
    if around.start < 0:
        return Choice(rivals[0], tied=True)
    away = [abs(source.folded.to_source(*places[index])[0] - around.start) for index in rivals]
    nearest = min(away)
    return Choice(rivals[away.index(nearest)], tied=nearest > 0)


def common_sides(text: str, start: int, end: int, prefix: str, suffix: str) -> tuple[int, int]:
    """Count how many characters before and behind a span are those given; blanks at the edges count for nothing."""
    before = _common(text[max(0, start - 2 * len(prefix) - 2) : start].rstrip()[::-1], prefix.rstrip()[::-1])
    behind = _common(text[end : end + 2 * len(suffix) + 2].lstrip(), suffix.lstrip())
    return before, behind


def _common(one: str, other: str) -> int:
    return next(
        (index for index, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs),
        min(len(one), len(other)),
    )
