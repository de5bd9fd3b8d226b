"""An excerpt whose words don't stand in the source as they are given: where most of them do, and what differs."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.changes import Change, changes_between, kind_of, span_of
from workbench.domain.evidence.cut_numbers import number_cut
from workbench.domain.evidence.near_passage import nearest_passage
from workbench.domain.evidence.occurrences import NEAR, occurrences
from workbench.domain.evidence.pieces import Piece

_SHARE = 0.6
"""So much of an excerpt's words has to stand together, or the excerpt is not there at all."""


class Altered(NamedTuple):
    """Where pieces stand or nearly stand, each with its span in the excerpt and in the source, and what differs.

    Without any change only blanks differ, unless a number is cut.
    """

    spans: tuple[tuple[int, int, int, int], ...]
    changes: tuple[Change, ...]
    remarks: tuple[str, ...]
    cuts_number: bool


class _Placed(NamedTuple):
    source_start: int
    source_end: int
    changes: tuple[Change, ...]
    cuts_number: bool = False


def altered_passages(pieces: Sequence[Piece], source: CapturedText) -> Altered | None:
    """Find the pieces one by one, as they are or nearly; None where most of the words are not in the source."""
    placed = [_placed(piece, source) for piece in pieces]
    length = sum(piece.end - piece.start for piece in pieces)
    there = sum(piece.end - piece.start for piece, place in zip(pieces, placed, strict=True) if place is not None)
    if not there or there < _SHARE * length:
        return None
    spans, changes = [], []
    for piece, place in zip(pieces, placed, strict=True):
        if place is None:
            words = piece.folded.text
            changes.append(Change(kind_of(words, ""), piece.start, piece.end, words, 0, 0, ""))
            continue
        spans.append((piece.start, piece.end, place.source_start, place.source_end))
        changes += place.changes
    return Altered(
        tuple(spans), tuple(changes), _order(spans), any(place is not None and place.cuts_number for place in placed)
    )


def _placed(piece: Piece, source: CapturedText) -> _Placed | None:
    found = occurrences(piece, source.folded)
    if found:
        return _Placed(*source.folded.to_source(found[0].start, found[0].end), ())
    mine = CapturedText(piece.folded.text)
    passage = nearest_passage(mine.words.keys, source.words)
    if passage is None or passage.share < _SHARE:
        return None
    changes = (
        change._replace(start=piece.start + start, end=piece.start + end)
        for change in changes_between(mine, source, passage.blocks, passage.start)
        for start, end in [piece.folded.to_source(change.start, change.end)]
    )
    start, end = source.words.starts[passage.start], source.words.ends[passage.end - 1]
    cut = number_cut(source.with_cells_apart, start, end) is not None
    return _Placed(*span_of(source, passage.start, passage.end), tuple(changes), cut)


def _order(spans: Sequence[tuple[int, int, int, int]]) -> tuple[str, ...]:
    gaps = [later[2] - earlier[3] for earlier, later in pairwise(spans)]
    if any(gap < 0 for gap in gaps):
        return ("The pieces stand in another order in the source.",)
    return ("The pieces stand far apart in the source.",) if any(gap > NEAR for gap in gaps) else ()
