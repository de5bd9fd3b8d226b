"""Say where in a source an excerpt stands, in the words that a reader looks it up with: page, paragraph, time."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Page(NamedTuple):
    """Where a page begins, and what is printed on it as its number: ``12`` or ``xiv``."""

    start: int
    label: str


class Cue(NamedTuple):
    """Where the words of a transcript's cue stand, when they were said in milliseconds, and by whom if that is known."""

    start: int
    end: int
    start_ms: int
    end_ms: int
    speaker: str = ""


class Locator(NamedTuple):
    """The pages, the paragraphs and the time of an excerpt; what is not known is empty, 0 or None."""

    pages: tuple[str, ...] = ()
    paragraphs: tuple[int, ...] = ()
    from_ms: int | None = None
    to_ms: int | None = None
    speaker: str = ""

    def __str__(self) -> str:
        """Write it as a report prints it: ``p. 12, par. 3`` or ``0:12:03–0:12:09``."""
        parts = []
        if self.pages:
            parts.append(f"{'p.' if len(self.pages) == 1 else 'pp.'} {_ends(self.pages)}")
        if self.paragraphs:
            parts.append(f"{'par.' if len(self.paragraphs) == 1 else 'pars.'} {_ends(self.paragraphs)}")
        if self.from_ms is not None:
            begun, ended = clock(self.from_ms), clock(self.to_ms or self.from_ms)
            parts.append(begun if begun == ended else f"{begun}–{ended}")
        if self.speaker:
            parts.append(self.speaker)
        return ", ".join(parts)


class Places:
    """The pages, paragraphs and cues of a captured text, each from left to right."""

    def __init__(self, pages: Iterable[Page] = (), paragraphs: Iterable[int] = (), cues: Iterable[Cue] = ()) -> None:
        self._pages = sorted(pages)
        self._paragraphs = sorted(paragraphs)
        self._cues = sorted(cues)
        self._page_starts = [page.start for page in self._pages]
        self._cue_starts = [cue.start for cue in self._cues]

    def locate(self, start: int, end: int) -> Locator:
        """Give the locator of a span of the text; paragraphs are counted from 1, through the whole text."""
        last = max(start, end - 1)
        pages = [self._pages[index].label for index in _between(self._page_starts, start, last)]
        paragraphs = [index + 1 for index in _between(self._paragraphs, start, last)]
        cues = [self._cues[index] for index in _between(self._cue_starts, start, last)]
        cues = [cue for cue in cues if cue.end > start]
        speakers = list(dict.fromkeys(cue.speaker for cue in cues if cue.speaker))
        return Locator(
            tuple(pages),
            tuple(paragraphs),
            cues[0].start_ms if cues else None,
            max(cue.end_ms for cue in cues) if cues else None,
            " and ".join(speakers),
        )


def paragraph_starts(text: str) -> tuple[int, ...]:
    """Give where the paragraphs of a text begin: empty lines part them, as in what is extracted."""
    starts, at, parted = list[int](), 0, True
    for line in text.split("\n"):
        blank = not line.strip()
        if parted and not blank:
            starts.append(at)
        parted = blank
        at += len(line) + 1
    return tuple(starts)


def clock(milliseconds: int) -> str:
    """Write a time into a recording, such as ``1:02:03``."""
    seconds = milliseconds // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _between(starts: Sequence[int], first: int, last: int) -> range:
    """Give the indexes of what begins at or before the last place and ends behind the first one."""
    return range(max(0, bisect_right(starts, first) - 1), bisect_right(starts, last))


def _ends(values: Sequence[str] | Sequence[int]) -> str:
    return str(values[0]) if len(values) == 1 else f"{values[0]}–{values[-1]}"
