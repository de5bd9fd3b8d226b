"""The line at the bottom of the main screen: the keys used most. It is drawn at once and never anew."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from workbench.tui.commands.command import KeyCommand
from workbench.tui.drawing import joined, line
from workbench.tui.key_names import shown

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


class KeyLine(Static):
    """One row, as Textual's footer looks; a click on a key runs its command."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; width: 100%; background: $panel; text-wrap: nowrap; text-overflow: clip; }
    """

    app: "WorkbenchApp"

    def __init__(self, commands: Iterable[type[KeyCommand]]) -> None:
        super().__init__()
        self._commands = tuple(one for one in commands if one.footer)

    def render(self) -> Content:
        """Write keys and titles."""
        return joined(*(self._words(one) for one in self._commands))

    def _words(self, command: type[KeyCommand]) -> Content:
        key = shown(self.app.keys_of_commands[command.name][0])
        words = joined(
            line(key, "bold $footer-key-foreground on $footer-key-background"),
            line(f" {command.title}", "$footer-description-foreground on $footer-description-background"),
        )
        return joined(words.stylize(Style.from_meta({"@click": f"screen.command('{command.name}')"})), " ")
