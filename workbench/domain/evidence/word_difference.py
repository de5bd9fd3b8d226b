"""The difference of two rows of words, in time that grows with their length."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

_LARGEST = 16_000_000
"""How many pairs of words are compared each with each: two rows of 4,000."""
_RUNS = (1, 3)
"""A word, or three in a row, that each side has once ties the two sides together."""


class Block(NamedTuple):
    """A stretch of one row and what stands in its place in the other; one of them may be empty."""

    same: bool
    start: int
    end: int
    other_start: int
    other_end: int


def word_blocks(one: Sequence[str], other: Sequence[str]) -> tuple[Block, ...]:
    """Set two rows of words against each other, from left to right without gaps.

    Long rows are parted at words that each side has once; where they have none, a stretch counts as replaced.
    """
    found: list[Block] = []
    for block in _parted(one, other):
        last = found[-1] if found else None
        if last is not None and last.same == block.same:
            found[-1] = last._replace(end=block.end, other_end=block.other_end)
        else:
            found.append(block)
    return tuple(found)


def _parted(one: Sequence[str], other: Sequence[str]) -> Iterator[Block]:
    waiting = [(0, len(one), 0, len(other), 0)]
    while waiting:
        start, end, other_start, other_end, tried = waiting.pop()
        begun, other_begun = start, other_start
        while start < end and other_start < other_end and one[start] == other[other_start]:
            start, other_start = start + 1, other_start + 1
        if start > begun:
            yield Block(True, begun, start, other_begun, other_start)
        if start == end or other_start == other_end:
            yield from _unlike(start, end, other_start, other_end)
        elif (end - start) * (other_end - other_start) <= _LARGEST:
            yield from _compared(one, other, start, end, other_start, other_end)
        elif tried < len(_RUNS):
            ties = _ties(one, other, (start, end, other_start, other_end), _RUNS[tried])
            edges = [(start, other_start), *ties, (end, other_end)]
            # A stretch with ties is tried again the same way, one without by longer runs; the left one comes first.
            again = 0 if ties else tried + 1
            waiting += reversed([(a, c, b, d, again) for (a, b), (c, d) in pairwise(edges) if (a, b) != (c, d)])
        else:
            yield from _unlike(start, end, other_start, other_end)


def _unlike(start: int, end: int, other_start: int, other_end: int) -> Iterator[Block]:
    if start < end or other_start < other_end:
        yield Block(False, start, end, other_start, other_end)


def _compared(
    one: Sequence[str], other: Sequence[str], start: int, end: int, other_start: int, other_end: int
) -> Iterator[Block]:
    for step in LCSseq.opcodes(list(one[start:end]), list(other[other_start:other_end])):
        yield Block(
            step.tag == "equal",
            start + step.src_start,
            start + step.src_end,
            other_start + step.dest_start,
            other_start + step.dest_end,
        )


def _ties(
    one: Sequence[str], other: Sequence[str], bounds: tuple[int, int, int, int], run: int
) -> list[tuple[int, int]]:
    """Give places, rising on both sides, where a run of words stands that each side has once."""
    start, end, other_start, other_end = bounds
    mine, theirs = _once(one, start, end, run), _once(other, other_start, other_end, run)
    pairs = [(at, theirs[words]) for words, at in mine.items() if words in theirs]
    ties = rising([other_at for _, other_at in pairs])
    # A tie at the very beginning would leave the stretch as it is.
    return [pairs[index] for index in ties if pairs[index] != (start, other_start)]


def _once(row: Sequence[str], start: int, end: int, run: int) -> dict[tuple[str, ...], int]:
    runs = [tuple(row[at : at + run]) for at in range(start, end - run + 1)]
    counts = Counter(runs)
    return {words: start + index for index, words in enumerate(runs) if counts[words] == 1}


def rising(values: Sequence[int]) -> list[int]:
    """Give the indexes of a longest part of the values that rises."""
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(values)
    for index, value in enumerate(values):
        at = bisect_left(tails, value)
        before[index] = ends[at - 1] if at else -1
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [index]
    found: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]
