"""The search index is filled beside everything else, once at a time, and says how far it is."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.errors import Failure
from workbench.tui.desk_worker import DeskWorker

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_OFTEN = 0.2
"""Seconds after which the screen hears of it again."""


class IndexFilling:
    """Fills the index in a thread of its own; ``heard`` is called in the app whenever there is something new.

    Attributes:
        done, whole: how many claims and articles were read, and of how many; 0 of 0 where that is not known.
        failure: why it can't be filled; None where it can.
        under_way: whether it is being filled now.
        elsewhere: whether another process was filling it when it was to be filled.

    """

    def __init__(self, worker: DeskWorker, heard: Callable[[], None]) -> None:
        self._worker = worker
        self._heard = heard
        self.done = self.whole = 0
        self.failure: Failure | None = None
        self.under_way = self.elsewhere = False
        self._told_at = 0.0

    def start(self) -> None:
        """Begin, where it is not under way."""
        if not self.under_way:
            self.under_way, self.failure = True, None
            self._worker.fill(self._fill, self._filled, self._failed)

    def _fill(self, desk: "Desk") -> bool:
        return desk.fill_index(self._progress)

    def _progress(self, step: str, done: int, whole: int) -> None:
        """Hear how far it is, in the thread that fills; leave it where the program ends."""
        del step
        self._worker.go_on()
        now = time.monotonic()
        if now - self._told_at >= _OFTEN:
            self._told_at = now
            self._worker.deliver(lambda: self._tell(done, whole))

    def _tell(self, done: int, whole: int) -> None:
        self.done, self.whole = done, whole
        self._heard()

    def _filled(self, current: bool) -> None:
        self.under_way, self.elsewhere = False, not current
        self._heard()

    def _failed(self, failure: Failure) -> None:
        self.under_way, self.failure = False, failure
        self._heard()
