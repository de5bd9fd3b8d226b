"""The line at the top of every screen: which screens there are, with their keys, and which one this is."""

from typing import TYPE_CHECKING

from textual.widgets import Static

from workbench.tui.commands.modes import Mode
from workbench.tui.commands.registry import MODE_COMMANDS
from workbench.tui.drawing import joined, line
from workbench.tui.key_names import shown

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


class ModeBar(Static):
    """One row; the screen that is shown stands in brackets, so that no colour is needed to see it."""

    DEFAULT_CSS = """
    ModeBar { height: 1; background: $boost; color: $text; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    app: "WorkbenchApp"

    def __init__(self, mode: Mode) -> None:
        super().__init__("", markup=False)
        self._mode = mode
        self._typed = ""
        self._write()

    def pend(self, typed: str) -> None:
        """Show keys that were typed and wait for more, before everything else; nothing for no words."""
        self._typed = typed
        self._write()

    def _write(self) -> None:
        keys = self.app.keys_of_commands
        parts = [line(f" {self._typed} ", "bold reverse"), line(" ")] if self._typed else []
        for command in MODE_COMMANDS:
            here = command.mode is self._mode
            parts.append(line(shown(keys[command.name][0]), "bold $accent"))
            parts.append(line(f" [{command.title}] " if here else f"  {command.title}  ", "bold" if here else ""))
        self.update(joined(*parts))
