"""The passage of a captured text that is nearest to words that don't stand in it as they are given."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from workbench.domain.evidence.word_difference import Block, word_blocks
from workbench.domain.evidence.words import Words, is_word

_LONGEST = 4_000
"""Longer excerpts are set against the whole text, which parts itself at words that stand once."""
_PLACES = 6
_MEETINGS = 8
"""How often a pair of words of the excerpt votes, where it stands in it many times."""
_SKIPPED = 0.15
"""What a word of the source that the excerpt leaves out costs, where a word of both counts one."""
_TIGHTER = 6
_SENTENCE_ENDS = frozenset(".!?")


class NearPassage(NamedTuple):
    """Words of the source, by their numbers, how they differ from the excerpt's, and what share of its words stands there."""

    start: int
    end: int
    blocks: tuple[Block, ...]
    share: float


def nearest_passage(excerpt: Sequence[str], source: Words) -> NearPassage | None:
    """Find where most of the excerpt's words stand in its order; None where no two of them stand together."""
    if not excerpt or not len(source):
        return None
    return max(near_passages(excerpt, source), key=lambda one: (one.share, one.start - one.end), default=None)


def near_passages(excerpt: Sequence[str], source: Words) -> list[NearPassage]:
    """Give the places where words of the excerpt stand together, each as its best passage."""
    if len(excerpt) > _LONGEST:
        windows = [(0, len(source))]
    else:
        width = max(8, len(excerpt) // 2)
        windows = [
            (max(0, bucket * width - width), min(len(source), (bucket + 2) * width + 2 * len(excerpt)))
            for bucket in _busiest(excerpt, source.keys, width)
        ]
    found = (_best(excerpt, source, start, end) for start, end in windows)
    return list({(one.start, one.end): one for one in found if one is not None}.values())


def _busiest(excerpt: Sequence[str], source: Sequence[str], width: int) -> list[int]:
    """Give the stretches of the source where pairs of the excerpt's words stand as far from its beginning as in it."""
    pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in range(len(excerpt) - 1):
        places = pairs[excerpt[index], excerpt[index + 1]]
        if len(places) < _MEETINGS:
            places.append(index)
    votes: Counter[int] = Counter()
    counts = Counter(pair for pair in pairwise(source) if pair in pairs)
    for at, pair in enumerate(pairwise(source)):
        if pair in counts:
            for index in pairs[pair]:
                # A pair that stands everywhere tells little about the place.
                votes[(at - index) // width] += 1 + 40 // counts[pair]
    together = Counter({bucket: count + votes.get(bucket + 1, 0) for bucket, count in votes.items()})
    return [bucket for bucket, _ in together.most_common(_PLACES)]


def _best(excerpt: Sequence[str], source: Words, start: int, end: int) -> NearPassage | None:
    """Set the excerpt against a window, and cut the window to what belongs to it."""
    first, last = _weightiest(word_blocks(excerpt, source.keys[start:end]))
    if first is None or last is None:
        return None
    low, high = _tightened(excerpt, source.keys, start + first.other_start, start + last.other_end)
    blocks = word_blocks(excerpt, source.keys[low:high])
    same = [block for block in blocks if block.same]
    low = _reached(source.keys, low, -same[0].start, start)
    high = _reached(source.keys, high, len(excerpt) - same[-1].end, end)
    blocks = word_blocks(excerpt, source.keys[low:high])
    common = sum(_words(excerpt, block.start, block.end) for block in blocks if block.same)
    return NearPassage(low, high, blocks, common / max(1, _words(excerpt, 0, len(excerpt))))


def _tightened(excerpt: Sequence[str], keys: Sequence[str], low: int, high: int) -> tuple[int, int]:
    """Give up words at an edge that stand apart from the others, where they stand next to them as well."""
    blocks = word_blocks(excerpt, keys[low:high])
    for _ in range(_TIGHTER):
        edges = (low + blocks[0].other_end, high), (low, low + blocks[-1].other_start)
        tighter = [(edge, word_blocks(excerpt, keys[slice(*edge)])) for edge in edges if edge[0] < edge[1]]
        good = [(edge, found) for edge, found in tighter if _common(found) >= _common(blocks)]
        if not good:
            break
        (low, high), blocks = good[0]
    return low, high


def _common(blocks: Sequence[Block]) -> int:
    return sum(block.end - block.start for block in blocks if block.same)


def _weightiest(blocks: Sequence[Block]) -> tuple[Block | None, Block | None]:
    """Give the first and the last block of the row that has most in common for what it leaves out."""
    row: tuple[Block | None, Block | None] = (None, None)
    best = 0.0
    running, begun = 0.0, blocks[0]
    for block in blocks:
        if block.same:
            if running <= 0:
                running, begun = 0.0, block
            running += block.end - block.start
            if running > best:
                best, row = running, (begun, block)
        else:
            running -= _SKIPPED * (block.other_end - block.other_start)
    return row


def _reached(keys: Sequence[str], edge: int, missing: int, bound: int) -> int:
    """Move an edge over as many words as the excerpt has beyond it, but not over the end of a sentence."""
    step = 1 if missing > 0 else -1
    for _ in range(abs(missing)):
        following = edge if step > 0 else edge - 1
        if edge == bound or not 0 <= following < len(keys) or keys[following] in _SENTENCE_ENDS:
            break
        edge += step
    return edge


def _words(keys: Sequence[str], start: int, end: int) -> int:
    return sum(is_word(key) for key in keys[start:end])
