"""What every index of a desk on this machine has: a folder that one process at a time fills, and that can be dropped."""

from abc import ABC, abstractmethod
from pathlib import Path
from threading import RLock
from typing import ClassVar

from claims_db.rows import JournalPoint, PoolTouched, Touched
from workbench.domain.progress import HowFar, Progress, step_of, unheard
from workbench.index.opening import only_writer, remove_index


def waiting_of(touched: Touched | PoolTouched, at: JournalPoint) -> int | None:
    """Say how much was written since a point of the journal, 0 where nothing was; None where all of it is to be read."""
    if touched.head == at:
        return 0
    return None if touched.everything else max(1, touched.size)


class KeptFolder(ABC):
    """An index that follows the database; threads may share one. One of them fills it while others ask."""

    step: ClassVar[str]
    """What is told to be under way while it is filled."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = RLock()

    def refresh(self, progress: Progress = unheard, at_most: int | None = None) -> bool:
        """Take up what was written since; say whether the index is as the database is now.

        Where more than ``at_most`` things would have to be read, none is.

        Raises:
            WorkbenchError: the folder can't be written.
            Stopped: nobody waits for it any more; who asks next goes on from there.

        """
        waiting = self._waiting()
        if waiting == 0:
            return True
        if at_most is not None and (waiting is None or waiting > at_most):
            return False
        with only_writer(self._folder) as mine:
            return mine and self._filled(step_of(progress, self.step))

    def drop(self) -> None:
        """Take the index away, where nobody writes there."""
        with only_writer(self._folder) as mine:
            if mine:
                with self._lock:
                    self._forget()
                remove_index(self._folder)

    @abstractmethod
    def _waiting(self) -> int | None:
        """Say how much was written since, 0 where nothing was; None where the whole of it is to be read."""

    @abstractmethod
    def _filled(self, told: HowFar) -> bool:
        """Fill the index, this thread being its only writer."""

    @abstractmethod
    def _forget(self) -> None:
        """Let go of what is open."""
