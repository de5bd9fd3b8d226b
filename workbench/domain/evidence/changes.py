"""What differs between two passages, as spans on both sides, and what sort of difference each one is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from workbench.domain.amounts import amounts_in
from workbench.domain.dates import MONTHS
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.folding import same_hyphens
from workbench.domain.evidence.word_difference import Block
from workbench.domain.turning_words import directions_of, negates


class ChangeKind(StrEnum):
    """What sort of difference there is between two passages, what weighs most first."""

    NEGATION = "negation"
    NUMBER = "number"
    DIRECTION = "direction"
    NAME = "name"
    WORDS = "words"
    CAPITALS = "capitals"
    PUNCTUATION = "punctuation"


class Change(NamedTuple):
    """Words of one passage and what stands for them in the other; one of the two may be empty.

    Attributes:
        kind: what sort of difference it is.
        start, end, words: the words of the excerpt, or of the older text.
        source_start, source_end, source_words: those of the source, or of the newer text.

    """

    kind: ChangeKind
    start: int
    end: int
    words: str
    source_start: int
    source_end: int
    source_words: str

    def __str__(self) -> str:
        """Write the two against each other, such as ``“rose” against “fell”``."""
        mine, theirs = (f"“{side}”" if side else "nothing" for side in (self.words, self.source_words))
        return f"{mine} against {theirs}"


_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundreds?|thousands?|millions?|billions?"
    r"|trillions?|dozens?|half|halves|one|twice|double[ds]?|tripled?)\b|\d",
    re.IGNORECASE,
)
_UNIT_MARK = re.compile(r"[$£€¥₹¢%‰°§+=<>/]")
_DATE = re.compile(rf"\b(?:{'|'.join(MONTHS)}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-z]\w*")


def changes_between(
    excerpt: CapturedText, source: CapturedText, blocks: Iterable[Block], source_first: int = 0
) -> tuple[Change, ...]:
    """List the differences of two passages whose words were set against each other.

    Args:
        excerpt: the text with the one passage, such as the excerpt, or the older text.
        source: the text with the other.
        blocks: their words against each other; numbers of words in the source are counted from ``source_first``.
        source_first: the number of the source's word at which the passage begins.

    """
    found: list[Change] = []
    for block in blocks:
        moved = block._replace(other_start=block.other_start + source_first, other_end=block.other_end + source_first)
        found += _in_words(excerpt, source, moved) if moved.same else [_change(excerpt, source, moved)]
    return tuple(one for one in found if one.words != one.source_words)


def kind_of(words: str, source_words: str) -> ChangeKind:
    """Say what sort of difference it is when one of these stands for the other."""
    if words.casefold() == source_words.casefold():
        return ChangeKind.CAPITALS
    if not any(character.isalnum() for character in words + source_words):
        return ChangeKind.NUMBER if _UNIT_MARK.search(words + source_words) else ChangeKind.PUNCTUATION
    if negates(words) != negates(source_words):
        return ChangeKind.NEGATION
    both = f"{words} | {source_words}"
    if _ORDINAL.search(both) or _DATE.search(both) or amounts_in(both):
        return ChangeKind.NUMBER
    if directions_of(words) != directions_of(source_words):
        return ChangeKind.DIRECTION
    return ChangeKind.NAME if _CAPITAL.search(words) or _CAPITAL.search(source_words) else ChangeKind.WORDS


def _in_words(excerpt: CapturedText, source: CapturedText, block: Block) -> Iterator[Change]:
    """Give the differences of words that have the same letters: capitals and hyphens."""
    text, other_text = excerpt.folded.text, source.folded.text
    if _same_letters(excerpt, source, block):
        return
    for index, other in zip(range(block.start, block.end), range(block.other_start, block.other_end), strict=True):
        start, end = excerpt.words.starts[index], excerpt.words.ends[index]
        other_start, other_end = source.words.starts[other], source.words.ends[other]
        capitals = text[start:end] != other_text[other_start:other_end]
        hyphens = not same_hyphens(excerpt.folded.hyphens(start, end), source.folded.hyphens(other_start, other_end))
        if capitals or hyphens:
            yield _change(excerpt, source, Block(False, index, index + 1, other, other + 1))


def _same_letters(excerpt: CapturedText, source: CapturedText, block: Block) -> bool:
    """Say at once of a whole stretch whether it has the same capitals and no hyphens, as most have."""
    if block.start == block.end:
        return True
    start, end = excerpt.words.starts[block.start], excerpt.words.ends[block.end - 1]
    other_start, other_end = source.words.starts[block.other_start], source.words.ends[block.other_end - 1]
    same_text = excerpt.folded.text[start:end] == source.folded.text[other_start:other_end]
    return same_text and same_hyphens(excerpt.folded.hyphens(start, end), source.folded.hyphens(other_start, other_end))


def _change(excerpt: CapturedText, source: CapturedText, block: Block) -> Change:
    start, end = span_of(excerpt, block.start, block.end)
    other_start, other_end = span_of(source, block.other_start, block.other_end)
    words, other_words = excerpt.text[start:end], source.text[other_start:other_end]
    return Change(kind_of(words, other_words), start, end, words, other_start, other_end, other_words)


def span_of(text: CapturedText, first: int, stop: int) -> tuple[int, int]:
    """Give the span of a text that some of its words take, by their numbers; a place where there are none."""
    words = text.words
    if first >= stop:
        at = words.ends[first - 1] if first else 0
        return text.folded.to_source(at, at)
    return text.folded.to_source(words.starts[first], words.ends[stop - 1])


def weightiest(changes: Sequence[Change]) -> Change | None:
    """Give the difference that weighs most."""
    order = list(ChangeKind)
    return min(changes, key=lambda one: order.index(one.kind), default=None)
