"""What is searched is filled beside everything else, once at a time, and says how far it is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.domain.progress import Progress
from workbench.errors import Failure
from workbench.tui.desk_worker import DeskWorker, Lane
from workbench.tui.works import Work

if TYPE_CHECKING:
    from workbench.desk.desk import Desk


class IndexFilling:
    """Fills it in a thread of its own; ``heard`` is called in the app whenever there is something new.

    Attributes:
        failure: why it can't be filled; None where it can.
        under_way: whether it is being filled now.
        elsewhere: whether another process was filling it when it was to be filled.

    """

    name = "Filling the search index"

    def __init__(self, worker: DeskWorker, heard: Callable[[], None]) -> None:
        self._worker = worker
        self._heard = heard
        self.failure: Failure | None = None
        self.under_way = self.elsewhere = False
        self._work: Work | None = None

    def start(self) -> None:
        """Begin, where it is not under way."""
        if not self.under_way:
            self.under_way, self.failure = True, None
            self._work = self._worker.work(
                self.name,
                self.fill,
                self._filled,
                self._failed,
                lane=Lane.FILLING,
            )
            self._work.went_on = self._heard

    @staticmethod
    def fill(desk: "Desk", progress: Progress) -> bool:
        """Fill it; say whether it is as the desk is now."""
        return desk.fill_index(progress)

    @property
    def done(self) -> int:
        """How many claims and articles were read."""
        return 0 if self._work is None else self._work.done

    @property
    def whole(self) -> int:
        """Of how many; 0 where that is not known."""
        return 0 if self._work is None else self._work.whole

    def _filled(self, current: bool) -> None:
        self.under_way, self.elsewhere = False, not current
        self._heard()

    def _failed(self, failure: Failure) -> None:
        self.under_way, self.failure = False, failure
        self._heard()


class PoolFilling(IndexFilling):
    """Fills the pool that matches are found in."""

    name = "Preparing matches"

    @staticmethod
    def fill(desk: "Desk", progress: Progress) -> bool:
        """Fill it."""
        return desk.fill_pool(progress)
