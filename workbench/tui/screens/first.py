"""The first paint: the main screen's frame, while the main screen is imported and the desk is opened."""

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from workbench.tui import later
from workbench.tui.commands.command import KeyCommand
from workbench.tui.commands.desk import Help, Quit
from workbench.tui.screens.queue_layout import Panes, QueueLayout

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.tui.screens.opening import Opening


class EmptyPane(Static):
    """Stands where a pane will be."""


class FirstScreen(QueueLayout):
    """Shows that the desk is being opened; then the main screen takes its place, and the keys that waited."""

    AUTO_FOCUS = None
    DEFAULT_CSS = """
    FirstScreen EmptyPane { background: $background; }
    FirstScreen #claims { background: $surface; border: heavy $border; border-title-style: bold; }
    """
    AT_ONCE: ClassVar[tuple[type[KeyCommand], ...]] = (Help, Quit)
    """The commands that need no desk."""

    def __init__(self) -> None:
        super().__init__()
        self._opening: Opening | None = None
        # As the first resize would do it, but before the first layout, so that there is one.
        for name in self._get_breakpoint_classes(self.app.size.width, self.HORIZONTAL_BREAKPOINTS or []):
            self.add_class(name, update=False)

    def panes(self) -> Panes:
        """Leave the panes empty."""
        return Panes(EmptyPane(id="claims"), EmptyPane(id="panel"), EmptyPane(id="article"))

    def on_mount(self) -> None:
        """Paint first; the rest is imported and the desk is opened beside it."""
        self.call_after_refresh(self._open)

    def holds_key(self, key: str) -> bool:
        """Say whether a key has to wait: all that need the desk do."""
        return self.key_table.commands.get((key,)) not in {one.name for one in self.AT_ONCE}

    def run_known(self, command: type[KeyCommand], count: int | None) -> None:
        """Run a command that needs no desk; another one, which the mouse can ask for, is told of."""
        if command in self.AT_ONCE:
            super().run_known(command, count)
        else:
            self.app.say(f"The desk is not open yet; {command.title} was not done.")

    def on_screen_resume(self) -> None:
        """Go on where something stood over this screen when the desk was there."""
        if self._opening is not None:
            self.app.call_later(self._opened, self._opening)

    def _open(self) -> None:
        self.app.worker.start()
        self.app.worker.ask("open", _read, self._opened, self.app.leave_unopened)

    def _opened(self, opening: "Opening") -> None:
        self._opening = opening
        if self.is_active:
            self.app.desk_opened(opening)


def _read(desk: "Desk") -> "Opening":
    later.load_main_screen()
    return later.read_opening(desk)
