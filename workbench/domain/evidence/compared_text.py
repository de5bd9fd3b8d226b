"""A text as it is compared with others: its words without bylines, credits and boilerplate, and runs of five of them."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import chain, compress, pairwise
from typing import NamedTuple

from workbench.domain.evidence.folding import one_form
from workbench.domain.evidence.words import WITHOUT_MARKS
from workbench.domain.standing_lines import behind_slug, standing_line

RUN = 5
"""So many words in a row tell a text from others; fewer are a turn of speech."""

FEWEST = 12
"""Fewer runs tell nothing: two outlets may give one sentence in the same words by chance."""

_SAMPLE = 4
"""Of so many runs one is a print, the same ones in every text: what two texts share, their prints share."""

MANNER = hash(tuple(range(RUN))) & 0xFFFF
"""Changes should the language ever hash a row of numbers otherwise: prints that were kept are none then."""

_TELLING = 2
"""One print that is common does not make its paragraph so."""

_UNSIGNED = (1 << 63) - 1
_REMEMBERED = 1 << 17
"""How many words are kept in memory with what they are compared by."""

_LINE = re.compile(r"[^\n]+")
_QUOTED = re.compile(r"“[^“”]{1,2000}”|\"[^\"]{1,2000}\"|«[^«»]{1,2000}»")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)")


class _Part(NamedTuple):
    """A stretch of a text whose words are compared; ``own`` where they are not quoted."""

    start: int
    end: int
    own: bool


@dataclass(frozen=True)
class ComparedText:
    """The words of a text that are compared, in order; words are named by where they stand in this row.

    Attributes:
        source: the text itself.
        text: the same with marks in one form, place for place.
        parts: the stretches of the text in which the words stand.
        keys: each word without capitals, a number without what parts its thousands.
        own: for each word 1, or 0 where it is quoted: whoever heard it may quote it.
        runs: the codes of five words in a row, by the first of them; ``MANNER`` tells codes that were made otherwise.

    """

    source: str
    text: str
    parts: Sequence[_Part]
    keys: Sequence[str]
    own: bytearray
    runs: Sequence[int]

    @cached_property
    def counted(self) -> bytearray:
        """For each word 1 where it counts: the own words, all where hardly any are own."""
        return self.own if sum(self.own) >= FEWEST + RUN - 1 else bytearray(b"\x01") * len(self.own)

    @property
    def few(self) -> bool:
        """Whether there are not enough words to tell anything."""
        return len(self.runs) < FEWEST

    @cached_property
    def whole(self) -> int:
        """The code of all words: two short texts of the same words are one text. 0 where there are none."""
        return hash(tuple(self.keys)) if self.keys else 0

    @cached_property
    def marks(self) -> frozenset[int]:
        """All runs that hold no word that does not count."""
        counted = self.counted
        if all(counted):
            return frozenset(self.runs)
        uncounted = array("l", [0])
        for one in counted:
            uncounted.append(uncounted[-1] + 1 - one)
        free = (uncounted[at] == uncounted[at + RUN] for at in range(len(self.runs)))
        return frozenset(compress(self.runs, free))

    @property
    def prints(self) -> frozenset[int]:
        """A quarter of the marks: by these a text is looked for."""
        return sampled(self.marks)

    @property
    def all_prints(self) -> frozenset[int]:
        """A quarter of all runs, quoted or not: by these a text is found."""
        return sampled(self.runs)

    @cached_property
    def places(self) -> tuple[Sequence[int], Sequence[int]]:
        """Where each word starts and ends in the text."""
        found = [
            match.span() for part in self.parts for match in WITHOUT_MARKS.finditer(self.text, part.start, part.end)
        ]
        return array("L", [start for start, _ in found]), array("L", [end for _, end in found])

    @cached_property
    def paragraphs(self) -> Sequence[tuple[int, int]]:
        """The words of each line, half-open."""
        starts = self.places[0]
        edges = [bisect_left(starts, match.start()) for match in _LINE.finditer(self.text)]
        return [(first, stop) for first, stop in pairwise([*edges, len(self.keys)]) if first < stop]

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Give where some words stand in the text."""
        starts, ends = self.places
        return starts[first], ends[stop - 1]


def compared(text: str) -> ComparedText:
    """Read a text as it is compared with others."""
    plain = one_form(text)
    parts = tuple(_parts(text))
    keys, own = list[str](), bytearray()
    for part in parts:
        words = WITHOUT_MARKS.findall(plain, part.start, part.end)
        keys += map(_KEYS.__getitem__, words)
        own += (b"\x01" if part.own else b"\x00") * len(words)
    return ComparedText(text, plain, parts, keys, own, _runs(keys))


def sampled(runs: Iterable[int]) -> frozenset[int]:
    """Give those runs that are prints."""
    return frozenset(run & _UNSIGNED for run in runs if run % _SAMPLE == 0)


def leaving_out(text: ComparedText, common: frozenset[int]) -> ComparedText:
    """Leave out the paragraphs of which most prints are common: what outlets put under all their articles."""
    spans, stays = list[tuple[int, int]](), bytearray(b"\x01") * len(text.keys)
    for first, stop in text.paragraphs:
        prints = sampled(text.runs[first : max(first, stop - RUN + 1)])
        if len(prints) >= _TELLING and 2 * len(prints & common) >= len(prints):
            spans.append(text.span(first, stop))
            stays[first:stop] = bytes(stop - first)
    if not spans:
        return text
    keys, own = list(compress(text.keys, stays)), bytearray(compress(text.own, stays))
    return ComparedText(text.source, text.text, tuple(_between(text.parts, spans)), keys, own, _runs(keys))


def _between(parts: Iterable[_Part], spans: Sequence[tuple[int, int]]) -> Iterator[_Part]:
    """Cut spans in rising order out of parts."""
    for part in parts:
        start = part.start
        for first, stop in spans:
            if first < part.end and stop > start:
                yield _Part(start, max(start, first), part.own)
                start = min(stop, part.end)
        yield _Part(start, part.end, part.own)


def _parts(text: str) -> Iterator[_Part]:
    """Give the stretches between what stands beside the text, own words and quoted ones apart."""
    lines, quotes = list(_beside(text)), [match.span() for match in _QUOTED.finditer(text)]
    edges = sorted({0, len(text), *chain.from_iterable(lines), *chain.from_iterable(quotes)})
    beside, quoted = _Inside(lines), _Inside(quotes)
    for start, end in pairwise(edges):
        if not beside.has(start):
            yield _Part(start, end, not quoted.has(start))


class _Inside:
    """Says of places in rising order whether they are inside of spans in rising order."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = iter(spans)
        self._span = next(self._spans, None)

    def has(self, place: int) -> bool:
        while self._span is not None and self._span[1] <= place:
            self._span = next(self._spans, None)
        return self._span is not None and self._span[0] <= place


def _beside(text: str) -> Iterator[tuple[int, int]]:
    """Give what stands beside the words of an article: credits, captions, boilerplate, the slugs of agencies."""
    for match in _LINE.finditer(text):
        line = match.group().strip()
        if not line:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        if standing_line(line, len(line.split())):
            yield start, match.end()
        elif (behind := behind_slug(text, start, match.end())) > start:
            yield start, behind


def _runs(keys: Sequence[str]) -> list[int]:
    codes = list(map(_CODES.__getitem__, keys))
    return list(map(hash, zip(codes, codes[1:], codes[2:], codes[3:], codes[4:], strict=False)))


class _Keys(dict[str, str]):
    """The keys of words that were met before: most of a text is made of a few thousand."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        key = word.replace(",", "") if "," in word and _GROUPED.match(word) else word
        found = self[word] = key.casefold()
        return found


class _Codes(dict[str, int]):
    """The codes of keys that were met before, the same ones in every process."""

    def __missing__(self, key: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[key] = int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=7).digest())
        return found


_KEYS, _CODES = _Keys(), _Codes()
