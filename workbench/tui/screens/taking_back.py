"""What lists of a claim's matches and of its cluster share: they stand over the main screen, and undo works in them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from claims_db.rows import ClaimSheet
from workbench.desk.entries import Undone
from workbench.errors import Failure
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.screens.over_main import OverMain
from workbench.tui.screens.undoing import MOST_TOLD, several

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

T = TypeVar("T")


class TakingBack(OverMain):
    """A list over the main screen that is about one claim."""

    def __init__(self, worker: DeskWorker, sheet: ClaimSheet) -> None:
        super().__init__(worker)
        self.sheet = sheet
        self._deciding = False

    def holds_key(self, key: str) -> bool:
        """Say whether a key has to wait: for what is listed, or for what becomes of a decision."""
        return super().holds_key(key) or self._deciding

    def saw(self, changes: int) -> None:
        """Note the desk's change number before the reading that is shown; keys wait no longer."""
        super().saw(changes)
        self._deciding = False

    def not_read(self, failure: Failure) -> None:
        """Say why it could not be read; keys wait no longer."""
        self._deciding = False
        super().not_read(failure)

    def undo(self, count: int) -> None:
        """Take back the latest effects."""
        self.decide(lambda desk: several(desk.undo, count), self._undone)

    def redo(self, count: int) -> None:
        """Do again what was taken back."""
        self.decide(lambda desk: several(desk.redo, count), self._undone)

    def decide(self, call: "Callable[[Desk], T]", told: Callable[[T], None]) -> None:
        """Write; then look again, for which keys wait."""
        self._deciding = True

        def written(answer: T) -> None:
            told(answer)
            self.read()

        self.worker.tell(call, written, self.not_read)

    def _undone(self, undone: tuple[Undone, ...]) -> None:
        self.app.say("\n".join(one.summary for one in undone[-MOST_TOLD:]))
