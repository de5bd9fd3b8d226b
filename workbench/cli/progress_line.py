"""How far long work is, on one line of standard error that is written over; nothing where that is no terminal."""

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from workbench.domain.progress import Estimate, Progress, bar, left_words, share_words, unheard
from workbench.domain.text import printable

_OFTEN = 0.1
"""Seconds between two drawings."""

_BAR = 20
_CLEAR = "\r\x1b[K"


class _Line:
    def __init__(self, name: str) -> None:
        self._name = name
        self._drawn_at = self._began = time.monotonic()
        self._estimate = Estimate(self._began)
        self.drawn = False

    def hear(self, step: str, done: int, whole: int) -> None:
        now = time.monotonic()
        if now - self._drawn_at < _OFTEN:
            return
        self._drawn_at = now
        self._estimate.heard(now, done, whole)
        drawn = bar(done, whole, _BAR) if whole else "…"
        facts = (self._name, drawn, share_words(done, whole), left_words(self._estimate.left(now)), step)
        columns = shutil.get_terminal_size().columns - 1
        words = printable("  ".join(fact for fact in facts if fact))[:columns]
        self._write(_CLEAR + words)
        self.drawn = True

    def clear(self) -> None:
        if self.drawn:
            self._write(_CLEAR)

    @staticmethod
    def _write(words: str) -> None:
        encoding = sys.stderr.encoding or "utf-8"
        try:
            sys.stderr.write(words.encode(encoding, "replace").decode(encoding))
            sys.stderr.flush()
        except OSError:
            return


@contextmanager
def progress_line(name: str) -> Iterator[Progress]:
    """Give what hears of long work and shows it; the line is gone when the work has ended."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield unheard
        return
    shown = _Line(name)
    try:
        yield shown.hear
    finally:
        shown.clear()
