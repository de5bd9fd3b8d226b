"""What the screens beside the queue share: they read anew only while they are seen, and Esc leads back."""

from typing import ClassVar

from textual import on
from textual.events import ScreenResume

from workbench.errors import Failure
from workbench.tui.commands.modes import Mode
from workbench.tui.keyed import KeyedScreen


class ModeScreen(KeyedScreen):
    """The screen at the bottom of a mode other than the queue.

    Attributes:
        awaited: whether what keys are meant for was not read yet.

    """

    MODE: ClassVar[Mode]
    DIGITS_COUNT: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self._seen_changes = -1
        self.awaited = True

    @property
    def in_sight(self) -> bool:
        """Whether the mode is shown."""
        return self.app.mode is self.MODE

    def read(self) -> None:
        """Read what the screen shows."""
        raise NotImplementedError

    def saw(self, changes: int) -> None:
        """Note the desk's change number before the reading that is shown."""
        self._seen_changes, self.awaited = changes, False

    def not_read(self, failure: Failure) -> None:
        """Say why it could not be read; keys wait no longer."""
        self.awaited = False
        self.app.show_failure(failure)

    def holds_key(self, key: str) -> bool:
        """Say whether a key has to wait: what it is meant for was not read yet."""
        del key
        return self.awaited

    def noticed(self, changes: int) -> None:
        """Read anew where somebody has written since; out of sight that waits."""
        if self.in_sight and self._seen_changes not in {-1, changes}:
            self.read()

    @on(ScreenResume)
    def _looked_at_again(self) -> None:
        self.noticed(self.app.review.changes)

    def leave(self) -> None:
        """Go back to where you were."""
        self.app.go_back()
