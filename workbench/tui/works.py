"""Long work that is under way: how far it is, that it is to stop, and what became of it where it failed."""

import time
from collections.abc import Callable
from typing import NamedTuple

from workbench.domain.progress import Estimate, Stopped
from workbench.errors import Failure


class Work:
    """One piece of long work; the thread that does it tells it how far it is, the app reads that and may stop it."""

    def __init__(self, name: str, moved: Callable[["Work"], None]) -> None:
        """Begin.

        Args:
            name: what is done, as people are told: ``Taking in reports/``.
            moved: called by the working thread when there is more to show; not again before ``seen``.

        """
        self.name = name
        self.step, self.done, self.whole = "", 0, 0
        self.stopping = False
        self.begun: Callable[[], None] | None = None
        self.went_on: Callable[[], None] | None = None
        self._moved = moved
        self._told = False
        self._estimate = Estimate(time.monotonic())

    def hear(self, step: str, done: int, whole: int) -> None:
        """Note how far the work is.

        Raises:
            Stopped: it is not wanted any more.

        """
        if self.stopping:
            raise Stopped
        self.step, self.done, self.whole = step, done, whole
        if not self._told:
            self._told = True
            self._moved(self)

    def seen(self) -> None:
        """Look at how far it is, in the app."""
        self._told = False
        self._estimate.heard(time.monotonic(), self.done, self.whole)
        begun, self.begun = self.begun, None
        for told in (begun, self.went_on):
            if told is not None:
                told()

    def stop(self) -> None:
        """Let it end where nothing is half written."""
        self.stopping = True

    def left(self) -> float | None:
        """Give the seconds that the rest takes; None where it is too early to say."""
        return self._estimate.left(time.monotonic())


class FailedWork(NamedTuple):
    """Work that failed, and why; shown until it was read."""

    name: str
    failure: Failure


class Works:
    """All long work of one desk, in the order in which it was asked for, and failures that nobody has read yet."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self.under_way: list[Work] = []
        self.failed: list[FailedWork] = []
        self.changed = changed

    def begin(self, work: Work) -> None:
        """Note work that was asked for."""
        self.under_way.append(work)
        self.changed()

    def end(self, work: Work, failure: Failure | None = None) -> None:
        """Note that work has ended; with a failure that has to be read where there is one."""
        if work in self.under_way:
            self.under_way.remove(work)
        if failure is not None:
            self.fail(work.name, failure)
        else:
            self.changed()

    def fail(self, name: str, failure: Failure) -> None:
        """Show a failure until it was read."""
        self.failed.append(FailedWork(name, failure))
        self.changed()

    def stop(self) -> bool:
        """Close the failure that is shown, else stop what was asked for last; say whether there was any of it."""
        wanted = [work for work in self.under_way if not work.stopping]
        if self.failed:
            del self.failed[0]
        elif wanted:
            wanted[-1].stop()
        else:
            return False
        self.changed()
        return True

    def stop_all(self) -> None:
        """Let everything end: the desk is closed."""
        for work in self.under_way:
            work.stop()
