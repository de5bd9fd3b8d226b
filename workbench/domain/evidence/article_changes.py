"""What changed between two texts of an article, and what that does to the claims that were taken from it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.changes import Change, changes_between, span_of
from workbench.domain.evidence.paragraph_pairs import Pair, Paragraph, ParagraphFate, paired, paragraphs_of
from workbench.domain.evidence.reanchoring import Fate, reanchor
from workbench.domain.evidence.sameness import frames_alike, unlike
from workbench.domain.evidence.sentence_around import before_in_sentence, behind_in_sentence
from workbench.domain.evidence.word_difference import Block, word_blocks
from workbench.domain.evidence.words import is_word
from workbench.domain.spans import quote_at

_LEFT = 0.4
"""If less of a claim's words is left in its place, it was taken out, not reworded."""
_FRAMED = "The sentence around these words denies, supposes or only alleges otherwise than it did."
_UNTOUCHED = frozenset({ParagraphFate.KEPT, ParagraphFate.MOVED})


class ClaimFate(StrEnum):
    """What became of a claim's words in a new text of the article."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    REWORDED = "reworded"
    REMOVED = "removed"


_FATES = MappingProxyType(
    {Fate.UNCHANGED: ClaimFate.MOVED, Fate.MOVED: ClaimFate.MOVED, Fate.REWORDED: ClaimFate.REWORDED}
)


class ParagraphChange(NamedTuple):
    """A paragraph in both texts: its spans, None where it is not there, and what was changed in it."""

    fate: ParagraphFate
    old: tuple[int, int] | None
    new: tuple[int, int] | None
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class ClaimChange:
    """What became of a claim's words.

    Attributes:
        fate: what became of them.
        old, new: their span in the older and in the newer text; ``new`` is None where they were taken out.
        changes: how they were reworded.
        reasons: why they say something else now; empty where they still say the same.

    """

    fate: ClaimFate
    old: tuple[int, int]
    new: tuple[int, int] | None
    changes: tuple[Change, ...] = ()
    reasons: tuple[str, ...] = ()


class ArticleChanges:
    """Two texts of an article set against each other, paragraph by paragraph and word by word."""

    def __init__(self, older: CapturedText, newer: CapturedText) -> None:
        self._older, self._newer = older, newer
        self._old, self._new = paragraphs_of(older, newer)
        self._firsts = [one.first_word for one in self._old]
        self._stops = [one.stop_word for one in self._old]
        self._pairs = paired(older, newer, self._old, self._new)

    @cached_property
    def paragraphs(self) -> tuple[ParagraphChange, ...]:
        """All paragraphs, in the order of the newer text."""
        return tuple(self._paragraph(pair) for pair in self._pairs)

    @property
    def changed(self) -> bool:
        """Whether anything but typesetting changed."""
        return any(one.fate is not ParagraphFate.KEPT or one.changes for one in self.paragraphs)

    def claims(self, spans: Iterable[tuple[int, int]]) -> tuple[ClaimChange, ...]:
        """Say for each span of the older text what became of its words."""
        return tuple(self._claim(start, end) for start, end in spans)

    def _paragraph(self, pair: Pair) -> ParagraphChange:
        old = self._old[pair.old] if pair.old >= 0 else None
        new = self._new[pair.new] if pair.new >= 0 else None
        changes: tuple[Change, ...] = ()
        if old is not None and new is not None:
            blocks = [_at_word(block, old.first_word) for block in self._blocks[pair]]
            changes = changes_between(self._older, self._newer, blocks, new.first_word)
        return ParagraphChange(
            pair.fate, (old.start, old.end) if old else None, (new.start, new.end) if new else None, changes
        )

    @cached_property
    def _blocks(self) -> dict[Pair, tuple[Block, ...]]:
        """The words of each pair of paragraphs against each other, counted from the paragraphs' beginnings."""
        found = {}
        for pair in self._pairs:
            if pair.old < 0 or pair.new < 0:
                continue
            old, new = self._old[pair.old], self._new[pair.new]
            mine = self._older.words.keys[old.first_word : old.stop_word]
            theirs = self._newer.words.keys[new.first_word : new.stop_word]
            same = pair.fate in _UNTOUCHED
            found[pair] = (Block(True, 0, len(mine), 0, len(theirs)),) if same else word_blocks(mine, theirs)
        return found

    @cached_property
    def _successors(self) -> dict[int, Pair]:
        return {pair.old: pair for pair in self._pairs if pair.old >= 0}

    def _claim(self, start: int, end: int) -> ClaimChange:
        """Follow a claim through its paragraph; one that runs over several, through the first and the last of them."""
        words = self._older.words.inside(self._older.folded.from_source(start), self._older.folded.from_source(end))
        first_part = bisect_right(self._stops, words.start)
        parts = [(index, self._successors[index]) for index in range(first_part, bisect_left(self._firsts, words.stop))]
        there = [(self._old[index], pair) for index, pair in parts if pair.new >= 0]
        if not there or not words:
            return self._elsewhere(start, end)
        first, last, blocks = self._followed(there, words)
        kept = sum(
            sum(is_word(key) for key in self._older.words.keys[block.start : block.end])
            for block in blocks
            if block.same
        )
        total = sum(is_word(key) for key in self._older.words.keys[words.start : words.stop])
        if kept < _LEFT * total or not kept or first >= last:
            return self._elsewhere(start, end)
        new = span_of(self._newer, first, last)
        changes = changes_between(self._older, self._newer, blocks)
        if not changes and len(there) == len(parts):
            if not self._framed_alike((start, end), new):
                return ClaimChange(ClaimFate.REWORDED, (start, end), new, reasons=(_FRAMED,))
            moved = any(pair.fate in {ParagraphFate.MOVED, ParagraphFate.MOVED_AND_CHANGED} for _, pair in there)
            return ClaimChange(ClaimFate.MOVED if moved else ClaimFate.UNCHANGED, (start, end), new)
        reasons = unlike(self._older.text[start:end], self._newer.text[slice(*new)], changes)
        return ClaimChange(ClaimFate.REWORDED, (start, end), new, changes, reasons)

    def _elsewhere(self, start: int, end: int) -> ClaimChange:
        """Look for a claim that is gone from its paragraph in the rest of the text: its sentence may have moved."""
        found = reanchor(quote_at(self._older.text, start, end), self._newer, start, self._older)
        fate = _FATES.get(found.fate, ClaimFate.REMOVED)
        return ClaimChange(fate, (start, end), found.span, found.changes if found.span else ())

    def _framed_alike(self, old: tuple[int, int], new: tuple[int, int]) -> bool:
        """Say whether the rest of the sentence leaves a claim as true as it left it before."""
        mine, theirs = (
            f"{before_in_sentence(text, start)} {behind_in_sentence(text, end)}"
            for text, (start, end) in ((self._older.text, old), (self._newer.text, new))
        )
        return frames_alike(mine, theirs)

    def _followed(self, there: list[tuple[Paragraph, Pair]], words: range) -> tuple[int, int, list[Block]]:
        """Give the words of the newer text that a claim's words became, and the two against each other."""
        blocks = []
        for old, pair in there:
            new = self._new[pair.new]
            rows = self._blocks[pair]
            begin = bisect_left(rows, words.start - old.first_word, key=lambda block: block.end)
            stop = bisect_right(rows, words.stop - old.first_word, key=lambda block: block.start)
            for block in rows[begin:stop]:
                moved = _at_word(block, old.first_word)
                cut = _cut(moved, words.start, words.stop)
                if cut is not None:
                    shift = new.first_word
                    blocks.append(cut._replace(other_start=cut.other_start + shift, other_end=cut.other_end + shift))
        first = min((block.other_start for block in blocks), default=0)
        last = max((block.other_end for block in blocks), default=0)
        return first, last, blocks


def article_changes(older: str, newer: str) -> ArticleChanges:
    """Set two texts of an article against each other."""
    return ArticleChanges(CapturedText(older), CapturedText(newer))


def _at_word(block: Block, first: int) -> Block:
    return block._replace(start=block.start + first, end=block.end + first)


def _cut(block: Block, start: int, stop: int) -> Block | None:
    """Cut a block to a claim's words; words that were put in at the claim's edge are not the claim's."""
    first, last = max(block.start, start), min(block.end, stop)
    if first > last or (first == last and not start < first < stop):
        return None
    if not block.same:
        return block._replace(start=first, end=last)
    begun = block.other_start + first - block.start
    return Block(True, first, last, begun, begun + last - first)
