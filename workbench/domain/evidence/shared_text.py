"""How much of their text two texts share: stretches of words that stand in both, in whatever order."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.domain.evidence.compared_text import RUN, ComparedText, sampled

SHARED = 0.5
"""From which share of the shorter text on two texts are one."""

_LONG = 2_000
_HOLDERS = 40
_PLACES = 8
"""In so many places a run that comes again and again is looked at."""
_LEAST_RUNS = 0.3
"""If a tenth of the words is exchanged, a share of the words has little more than half of it in whole runs."""


class Overlap(NamedTuple):
    """Two texts, by their numbers, and what share of the shorter one's words stands in the other."""

    one: int
    other: int
    share: float


class Stretch(NamedTuple):
    """Words of one text that stand in the other as well; both are half-open and count words."""

    start: int
    end: int
    other_start: int

    @property
    def other_end(self) -> int:
        """Where it ends in the other text."""
        return self.other_start + self.end - self.start


@dataclass(frozen=True)
class SharedText:
    """What two texts share.

    Attributes:
        stretches: in the order of the one text.
        of_one: what share of the one's words stands in the other.
        of_other: what share of the other's words stands in the one.
        share: that of the shorter.

    """

    stretches: tuple[Stretch, ...]
    of_one: float
    of_other: float
    share: float


def shared_text(one: ComparedText, other: ComparedText) -> SharedText:
    """Find the stretches of five words and more that two texts share, in time that grows with their lengths."""
    stretches = tuple(_stretches(one, other))
    of_one = _covered(one, [(stretch.start, stretch.end) for stretch in stretches])
    of_other = _covered(other, [(stretch.other_start, stretch.other_end) for stretch in stretches])
    share = of_one if sum(one.counted) <= sum(other.counted) else of_other
    return SharedText(stretches, of_one, of_other, share)


def inside(text: ComparedText, spans: Sequence[tuple[int, int]]) -> bytearray:
    """Give for each word of a text 1 where it stands in one of the spans, which count words."""
    found = bytearray(len(text.keys))
    for start, end in spans:
        found[start:end] = b"\x01" * (end - start)
    return found


def twins(texts: Sequence[ComparedText]) -> tuple[tuple[int, int], ...]:
    """Give the texts that are, word for word, one before them, each with the first of those."""
    first: dict[int, int] = {}
    found = ((first.setdefault(text.whole, index), index) for index, text in enumerate(texts) if text.whole)
    return tuple((one, other) for one, other in found if one != other)


def overlaps(texts: Sequence[ComparedText], least: float) -> tuple[Overlap, ...]:
    """Give pairs of texts that share so much, each text with the first ones that hold its runs."""
    marks = [text.prints if _long(text) else text.marks for text in texts]
    holders: dict[int, list[int]] = defaultdict(list)
    found = []
    for index, text in enumerate(texts):
        if text.few:
            continue
        common: Counter[int] = Counter()
        for mark in marks[index]:
            row = holders[mark]
            common.update(row)
            if len(row) < _HOLDERS:
                row.append(index)
        for other, count in common.items():
            # Of a long text only the prints can be shared.
            printed = _long(text) or _long(texts[other])
            fewer = min(len(sampled(marks[one]) if printed else marks[one]) for one in (index, other))
            if count >= _LEAST_RUNS * least * fewer:
                share = shared_text(texts[other], text).share
                if share >= least:
                    found.append(Overlap(other, index, share))
    return tuple(sorted(found))


def _long(text: ComparedText) -> bool:
    return len(text.marks) > _LONG


def _stretches(one: ComparedText, other: ComparedText) -> Iterator[Stretch]:
    places = _places(other)
    stop = expected = 0
    for at in [at for at, run in enumerate(one.runs) if run in places]:
        if at < stop:
            continue
        lengths = [(_length(one, other, at, place), place == expected, place) for place in places[one.runs[at]]]
        length, _, place = max(lengths)
        if length >= RUN:
            yield Stretch(at, at + length, place)
            stop, expected = at + length, place + length


def _places(text: ComparedText) -> dict[int, Sequence[int]]:
    """Give where each run stands; of one that comes again and again, only the first places."""
    last = {run: at for at, run in enumerate(text.runs)}
    found: dict[int, Sequence[int]] = {run: (at,) for run, at in last.items()}
    if len(last) < len(text.runs):
        again: dict[int, list[int]] = defaultdict(list)
        for at, run in enumerate(text.runs):
            if last[run] != at or run in again:
                again[run].append(at)
        found |= {run: places[:_PLACES] for run, places in again.items()}
    return found


def _length(one: ComparedText, other: ComparedText, at: int, place: int) -> int:
    """Count how many words from two places on are the same."""
    begun, stop = at, min(len(one.keys), at + len(other.keys) - place)
    while at < stop and one.keys[at] == other.keys[place]:
        at, place = at + 1, place + 1
    return at - begun


def _covered(text: ComparedText, spans: Sequence[tuple[int, int]]) -> float:
    """Give what share of the words that count stands in spans."""
    whole = sum(text.counted)
    if not whole:
        return 0.0
    return sum(one & other for one, other in zip(inside(text, spans), text.counted, strict=True)) / whole
