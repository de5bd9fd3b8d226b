"""Find quoted words again in a new capture or a new revision: an honest orphan rather than a lookalike."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from claims_db.rows import QuoteRow
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.changes import Change, changes_between, span_of
from workbench.domain.evidence.near_passage import NearPassage, near_passages
from workbench.domain.evidence.occurrences import literal_occurrences
from workbench.domain.evidence.pieces import whole
from workbench.domain.evidence.sameness import unlike
from workbench.domain.evidence.surroundings import Place, Surroundings
from workbench.domain.evidence.words import is_word

_FEWEST_WORDS = 5
"""Fewer words say nothing about where they come from, if nothing around them is as it was."""
_SHARE = 0.75
"""So much of the words has to stand together before they can be the same ones, reworded."""
_SEEN_AT = 0.5
"""From this share on a passage is shown as what looks like them."""


class Fate(StrEnum):
    """What became of words in a newer text."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    REWORDED = "reworded"
    ORPHAN = "orphan"


@dataclass(frozen=True)
class Reanchored:
    """What became of quoted words, and where they stand now.

    Attributes:
        fate: what became of them.
        span: where they stand in the newer text; None for an orphan.
        changes: in what the newer words differ.
        lookalike: of an orphan, the passage that looks most like it, for a person to judge; None where nothing does.
        reasons: why that passage was not taken, or what else to know.

    """

    fate: Fate
    span: tuple[int, int] | None = None
    changes: tuple[Change, ...] = ()
    lookalike: tuple[int, int] | None = None
    reasons: tuple[str, ...] = ()


def reanchor(quote: QuoteRow, newer: CapturedText, start: int = -1, older: CapturedText | None = None) -> Reanchored:
    """Find the words of a quote in a newer text.

    Args:
        quote: the words, and up to 32 characters before and behind.
        newer: the newer text.
        start: where they began in the older text, -1 where that is not known.
        older: the older text, if it is still there: it tells more about what stood around them.

    """
    around = Surroundings(quote, start, older)
    pieces = whole(quote.exact).pieces
    if not pieces:
        return Reanchored(Fate.ORPHAN, reasons=("There are no words to look for.",))
    found = [newer.folded.to_source(one.start, one.end) for one in literal_occurrences(pieces[0], newer.folded)]
    places = [around.place(newer, *span) for span in found]
    if places:
        return _standing(places, around, newer)
    return _reworded(quote, newer, around)


def _standing(places: Sequence[Place], around: Surroundings, newer: CapturedText) -> Reanchored:
    """Judge places where the words themselves stand."""
    same = [place for place in places if place.same_sentence]
    if same:
        place = around.chosen(same)
        if place is None:
            reasons = (f"The words stand {len(same)} times, and nothing tells which place is meant.",)
            return Reanchored(Fate.ORPHAN, lookalike=same[0].span, reasons=reasons)
        if place.held:
            return Reanchored(Fate.UNCHANGED, place.span)
        if around.was_repeated > len(same):
            reasons = ("The words stood several times in the older text, and those around them are gone.",)
            return Reanchored(Fate.ORPHAN, lookalike=place.span, reasons=reasons)
        if _word_count(newer.text[slice(*place.sentence)]) < _FEWEST_WORDS:
            reasons = ("Too few words to know them again: nothing around them is as it was.",)
            return Reanchored(Fate.ORPHAN, lookalike=place.span, reasons=reasons)
        return Reanchored(Fate.MOVED, place.span)
    alike = [place for place in places if place.alike_sentence and place.held]
    if len(alike) == 1:
        return Reanchored(Fate.REWORDED, alike[0].span, reasons=alike[0].differences)
    best = max(places, key=lambda place: place.common)
    return Reanchored(Fate.ORPHAN, lookalike=best.span, reasons=best.differences)


class _Candidate(NamedTuple):
    passage: NearPassage
    place: Place
    changes: tuple[Change, ...]
    reasons: tuple[str, ...]


def _reworded(quote: QuoteRow, newer: CapturedText, around: Surroundings) -> Reanchored:
    """Judge the passages that are nearest to the words."""
    mine = CapturedText(quote.exact)
    candidates = [
        _candidate(mine, passage, newer, around)
        for passage in near_passages(mine.words.keys, newer.words)
        if passage.share >= _SEEN_AT
    ]
    good = [one for one in candidates if not one.reasons]
    good.sort(key=lambda one: (one.place.held, one.passage.share, one.place.common), reverse=True)
    if good and not (len(good) > 1 and good[0][1:] == good[1][1:]):
        return Reanchored(Fate.REWORDED, good[0].place.span, good[0].changes)
    if not candidates:
        return Reanchored(Fate.ORPHAN, reasons=("Nothing in the newer text looks like these words.",))
    best = max(candidates, key=lambda one: (one.passage.share, one.place.common))
    return Reanchored(Fate.ORPHAN, None, best.changes, best.place.span, best.reasons)


def _candidate(mine: CapturedText, passage: NearPassage, newer: CapturedText, around: Surroundings) -> _Candidate:
    span = span_of(newer, passage.start, passage.end)
    place = around.place(newer, *span)
    changes = changes_between(mine, newer, passage.blocks, passage.start)
    reasons = list(unlike(mine.text, newer.text[slice(*span)], changes))
    if passage.share < _SHARE and not reasons:
        reasons.append("Too few of the words are the same.")
    if not (place.same_sentence or place.alike_sentence):
        reasons += place.differences
    if not place.held and _word_count(mine.text) < 2 * _FEWEST_WORDS:
        reasons.append("Nothing around the words is as it was.")
    return _Candidate(passage, place, changes, tuple(reasons))


def _word_count(text: str) -> int:
    return sum(is_word(key) for key in CapturedText(text).words.keys)
