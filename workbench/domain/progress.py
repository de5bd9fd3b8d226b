"""How far long work is: what hears of it, how long the rest may take, and how that is said."""

from collections.abc import Callable
from math import ceil, exp
from typing import NamedTuple

from workbench.errors import ExitCode, WorkbenchError

Progress = Callable[[str, int, int], None]
"""Hears which step is under way, how much is done, and of how much; 0 of 0 where that is not known.

It raises ``Stopped`` where nobody wants the work any more. Whoever calls it does so where nothing is half written.
"""

HowFar = Callable[[int, int], None]
"""Hears how much of one step is done, and of how much; it may raise ``Stopped`` as well."""

_SETTLING, _FIRST = 1.0, 0.02
"""Seconds, and the share of the work, before which nobody can say how long the rest takes."""

_SLOWLY = 5.0
"""Seconds in which a new opinion of the time left takes the place of the one before."""

_MINUTE, _HOUR = 60, 3_600
_FEW, _STEP, _LONG = 5, 10, 10 * _MINUTE


class Stopped(WorkbenchError):
    """Long work was stopped by the person who asked for it; nothing of its last step was stored."""

    exit_code = ExitCode.INTERRUPTED

    def __init__(self, message: str = "Stopped.", hint: str = "") -> None:
        super().__init__(message, hint)


def unheard(step: str, done: int, whole: int) -> None:
    """Hear nothing: for work that nobody watches."""
    del step, done, whole


def no_step_heard(done: int, whole: int) -> None:
    """Hear nothing of a step."""
    del done, whole


def step_of(progress: Progress, step: str) -> HowFar:
    """Give what hears of one step that is the whole work."""
    return lambda done, whole: progress(step, done, whole)


class Share(NamedTuple):
    """A part of some work: it begins at ``start`` of ``whole`` and is ``size`` of it."""

    progress: Progress
    start: int
    size: int
    whole: int

    def hear(self, step: str, done: int, whole: int) -> None:
        """Hear of the part, and tell of the whole."""
        inside = self.size * min(done, whole) // whole if whole else 0
        self.progress(step, self.start + inside, self.whole)


class Estimate:
    """Says how many seconds are left, by what was done so far; what it says changes slowly, it never leaps."""

    def __init__(self, began: float) -> None:
        self._began = began
        self._at = began
        self._left: float | None = None

    def heard(self, now: float, done: int, whole: int) -> None:
        """Note how much is done at an instant, in seconds of any clock that only goes forward."""
        if not whole:
            self._began, self._left = now, None
            return
        share, spent = done / whole, now - self._began
        if spent < _SETTLING or share < _FIRST:
            return
        left = spent * (1 - share) / share
        if self._left is None:
            self._left = left
        else:
            passed = now - self._at
            expected = self._left - passed
            self._left = max(0.0, expected + (left - expected) * (1 - exp(-passed / _SLOWLY)))
        self._at = now

    def left(self, now: float) -> float | None:
        """Give the seconds left; None where it is too early to say."""
        return None if self._left is None else max(0.0, self._left - (now - self._at))


def left_words(seconds: float | None) -> str:
    """Say how long the rest takes, no more exactly than anybody can know; empty where it is too early."""
    if seconds is None:
        return ""
    if seconds < _FEW:
        return "a few seconds left"
    if seconds < _MINUTE:
        return f"about {ceil(seconds / _STEP) * _STEP} s left"
    if seconds < _HOUR:
        minutes = ceil(seconds / _MINUTE)
        return f"about {minutes if seconds < _LONG else ceil(minutes / 5) * 5} min left"
    return f"about {seconds / _HOUR:.1f} h left"


def share_words(done: int, whole: int) -> str:
    """Say which share is done; empty where that is not known."""
    return f"{100 * min(done, whole) // whole:3} %" if whole else ""


def bar(done: int, whole: int, columns: int) -> str:
    """Draw a bar of so many columns."""
    full = columns * min(done, whole) // whole if whole else 0
    return "█" * full + "░" * (columns - full)
