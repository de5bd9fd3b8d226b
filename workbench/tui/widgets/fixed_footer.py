"""The line at the bottom of the main screen: the keys used most. It is drawn at once and never anew."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from workbench.tui.commands.command import KeyCommand
from workbench.tui.drawing import joined, line
from workbench.tui.key_names import shown

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


class FixedFooter(Static):
    """One row, as Textual's footer looks; a click on a key runs its command."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    FixedFooter { dock: bottom; height: 1; width: 100%; background: $panel; text-wrap: nowrap; text-overflow: clip; }
    """

    app: "WorkbenchApp"

    def __init__(self, commands: Iterable[type[KeyCommand]]) -> None:
        super().__init__()
        self._commands = tuple(one for one in commands if one.footer)

    def render(self) -> Content:
        """Write keys and titles."""
        return joined(*(part for one in self._commands for part in self._words(one)))

    async def on_click(self, event: Click) -> None:
        """Run the command whose key or title was clicked."""
        end = 0
        for one in self._commands:
            end += joined(*self._words(one)).cell_length
            if event.x < end:
                await self.run_action(f"screen.command('{one.name}')")
                return

    def _words(self, command: type[KeyCommand]) -> tuple[Content, ...]:
        key = shown(self.app.keys_of_commands[command.name][0])
        return (
            line(key, "bold $footer-key-foreground on $footer-key-background"),
            line(f" {command.title}", "$footer-description-foreground on $footer-description-background"),
            line(" "),
        )
