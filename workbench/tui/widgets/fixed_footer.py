"""The line at the bottom of the main screen: the keys used most. It is drawn at once, and anew only around typing."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from workbench.tui.commands.command import KeyCommand
from workbench.tui.drawing import joined, line
from workbench.tui.key_names import shown
from workbench.tui.typed_into import TypedField

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


class _Key(NamedTuple):
    """A key as it is written, what it does in two or three words, and the action that does it."""

    key: str
    title: str
    action: str


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

    def on_mount(self) -> None:
        """Show other keys where text is typed: letters are no commands there."""
        self.watch(self.screen, "focused", self._focus_moved, init=False)

    def render(self) -> Content:
        """Write keys and titles."""
        return joined(*(part for one in self._keys() for part in _words(one)))

    async def on_click(self, event: Click) -> None:
        """Do what the key does whose words were clicked."""
        end = 0
        for one in self._keys():
            end += joined(*_words(one)).cell_length
            if event.x < end:
                await self.run_action(one.action)
                return

    def _focus_moved(self) -> None:
        self.refresh()

    def _keys(self) -> Iterator[_Key]:
        if isinstance(self.screen.focused, TypedField):
            for key, active in self.screen.active_bindings.items():
                if active.binding.show:
                    yield _Key(shown((key,)), active.binding.description, f"app.simulate_key('{key}')")
            return
        for one in self._commands:
            key = shown(self.app.keys_of_commands[one.name][0])
            yield _Key(key, one.title, f"screen.command('{one.name}')")


def _words(one: _Key) -> tuple[Content, ...]:
    return (
        line(one.key, "bold $footer-key-foreground on $footer-key-background"),
        line(f" {one.title}", "$footer-description-foreground on $footer-description-background"),
        line(" "),
    )
