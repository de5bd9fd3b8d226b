"""Words that stand against each other, written by hand in ``axes.txt``: each line is an axis with its two ends.

Words at one end mean much the same where claims are compared; words at the two ends reverse each other. Words of more
than one part are joined by ``_``. A line with one end alone holds words of one meaning.
"""

from functools import cache
from pathlib import Path

AXES = Path(__file__).with_name("axes.txt")
"""The axes; written by hand."""


@cache
def table() -> dict[str, tuple[tuple[int, bool], ...]]:
    """Give the axes of each word, each with the end at which the word stands."""
    found: dict[str, list[tuple[int, bool]]] = {}
    for axis, line in enumerate(AXES.read_text("utf-8").splitlines()):
        for end, words in enumerate(line.split(" / ")):
            for word in dict.fromkeys(words.split()):
                found.setdefault(word, []).append((axis, bool(end)))
    return {word: tuple(ends) for word, ends in found.items()}


def ends(word: str) -> tuple[tuple[int, bool], ...]:
    """Give the axes of a base form, each with the end at which it stands."""
    return table().get(word, ())


def phrases() -> tuple[str, ...]:
    """Give what is written in more than one word."""
    return tuple(word for word in table() if "_" in word)
