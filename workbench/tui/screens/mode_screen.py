"""What the screens beside the queue share: their commands, and that they read anew only while they are seen."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.events import ScreenResume
from textual.screen import Screen

from workbench.tui.commands.command import KeyCommand
from workbench.tui.commands.modes import Mode

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def bindings_of(commands: Iterable[type[KeyCommand]]) -> list[BindingType]:
    """Give the bindings of a screen's commands."""
    return [
        Binding(command.key, f"command('{command.name}')", command.title, show=command.footer, id=command.name)
        for command in commands
    ]


class ModeScreen(Screen[None]):
    """The screen at the bottom of a mode."""

    MODE: ClassVar[Mode]
    CAN: ClassVar[tuple[type[KeyCommand], ...]] = ()
    """All that can be done here."""

    app: "WorkbenchApp"

    def __init__(self) -> None:
        super().__init__()
        self._seen_changes = -1

    @property
    def in_sight(self) -> bool:
        """Whether the mode is shown."""
        return self.app.mode is self.MODE

    def read(self) -> None:
        """Read what the screen shows."""
        raise NotImplementedError

    def saw(self, changes: int) -> None:
        """Note the desk's change number before the reading that is shown."""
        self._seen_changes = changes

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
