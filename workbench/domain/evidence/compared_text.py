"""A text as it is compared with others: its words without bylines, credits and boilerplate, and runs of five of them."""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import compress

from workbench.domain.evidence.folding import one_form
from workbench.domain.evidence.words import is_word, words_of
from workbench.domain.standing_lines import behind_slug, standing_line

RUN = 5
"""So many words in a row tell a text from others; fewer are a turn of speech."""

FEWEST = 12
"""Fewer runs tell nothing: two outlets may give one sentence in the same words by chance."""

_SAMPLE = 4
"""Of so many runs one is a print, the same ones in every text: what two texts share, their prints share."""

_PRIME = (1 << 61) - 1
_A, _B, _C, _D = (pow(1_000_003, power, _PRIME) for power in range(4, 0, -1))
_REMEMBERED = 1 << 17
_LINE = re.compile(r"[^\n]+")
_QUOTED = re.compile(r"“[^“”]{1,2000}”|\"[^\"]{1,2000}\"|«[^«»]{1,2000}»")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)")


@dataclass(frozen=True)
class ComparedText:
    """The words of a text that count, in order; words are named by where they stand in this row.

    Attributes:
        text: the text itself.
        starts, ends: where each word stands in the text.
        keys: each word without capitals, a number without what parts its thousands.
        own: for each word 1, or 0 where it is quoted: whoever heard it may quote it.
        runs: the codes of five words in a row, by the first of them; the same on every machine.

    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
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
        return _code(" ".join(self.keys)) if self.keys else 0

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

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Give where some words stand in the text."""
        return self.starts[first], self.ends[stop - 1]


def compared(text: str) -> ComparedText:
    """Read a text as it is compared with others."""
    every = words_of(one_form(text))
    beside, quoted = _Inside(_beside(text)), _Inside(match.span() for match in _QUOTED.finditer(text))
    starts, ends, keys, own = array("L"), array("L"), list[str](), bytearray()
    for start, end, key in zip(every.starts, every.ends, every.keys, strict=True):
        if is_word(key) and not beside.has(start):
            starts.append(start)
            ends.append(end)
            keys.append(key.replace(",", "") if "," in key and _GROUPED.match(key) else key)
            own.append(0 if quoted.has(start) else 1)
    return ComparedText(text, starts, ends, keys, own, _runs([_CODES[key] for key in keys]))


def sampled(runs: Sequence[int] | frozenset[int]) -> frozenset[int]:
    """Give those runs that are prints."""
    return frozenset(run for run in runs if run % _SAMPLE == 0)


class _Inside:
    """Says of places in rising order whether they are inside of spans in rising order."""

    def __init__(self, spans: Iterator[tuple[int, int]]) -> None:
        self._spans = spans
        self._span = next(spans, None)

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


def _runs(codes: Sequence[int]) -> list[int]:
    rows = zip(codes, codes[1:], codes[2:], codes[3:], codes[4:], strict=False)
    return [(a * _A + b * _B + c * _C + d * _D + e) % _PRIME for a, b, c, d, e in rows]


def _code(words: str) -> int:
    return int.from_bytes(blake2b(words.encode("utf-8", "replace"), digest_size=7).digest())


class _Codes(dict[str, int]):
    """The codes of words that were met before: most of a text is made of a few thousand."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = _code(word)
        return found


_CODES = _Codes()
