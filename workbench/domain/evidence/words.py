"""The words, numbers and marks of a folded text, kept small so that a text of a megabyte stays cheap."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Letters of scripts that put no blanks between words: each is taken for a word."""

_LETTERS = rf"[{_ALONE}]|\d+(?:[.,]\d+)*[^\W{_ALONE}]*|[^\W{_ALONE}]+(?:'[^\W{_ALONE}]+)*"
_WORD = re.compile(rf"{_LETTERS}|[^\w\s]")
WITHOUT_MARKS = re.compile(_LETTERS)
"""The words and numbers of a text alone."""


@dataclass(frozen=True)
class Words:
    """Words in order: where they stand in the folded text, and what they are without their capitals."""

    starts: Sequence[int]
    ends: Sequence[int]
    keys: Sequence[str]

    def __len__(self) -> int:
        return len(self.keys)

    def inside(self, start: int, end: int) -> range:
        """Give the numbers of the words that stand in a span of the folded text, or partly in it."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def words_of(folded_text: str) -> Words:
    """Cut a folded text into words, numbers and marks."""
    starts, ends = array("L"), array("L")
    keys: list[str] = []
    known: dict[str, str] = {}
    for match in _WORD.finditer(folded_text):
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        word = match.group()
        key = known.get(word)
        if key is None:
            key = known[word] = word.casefold()
        keys.append(key)
    return Words(starts, ends, keys)


def is_word(key: str) -> bool:
    """Say whether this is a word or a number, not a mark."""
    return key[:1].isalnum()
