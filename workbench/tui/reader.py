"""A window to read in: it scrolls by the keys that move in lists, counts before them included."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from workbench.tui.closing import Modal
from workbench.tui.commands.command import KeyCommand
from workbench.tui.commands.dialog import CLOSE
from workbench.tui.commands.registry import IN_READER
from workbench.tui.keyed import KeyedScreen, bindings_of


class Reader(Modal[None], KeyedScreen):
    """Shows something that nothing is done to; Esc and a few more keys close it."""

    COMMANDS_HERE: ClassVar[tuple[type[KeyCommand], ...]] = IN_READER
    DIGITS_COUNT = True
    closing_words: ClassVar[str] = "Esc closes"
    """What stands at the lower edge where no key waits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        CLOSE,
        *bindings_of(IN_READER),
        Binding("enter,q", "close", show=False),
    ]

    def main_pane(self) -> Widget:
        """Give what scrolls."""
        return self.query_one(VerticalScroll)

    def action_close(self) -> None:
        """Go back to where you were."""
        self.dismiss(None)

    def move(self, step: int) -> None:
        """Scroll by lines."""
        self.main_pane().scroll_relative(y=step, animate=False)

    def go_to_edge(self, end: int) -> None:
        """Go to the beginning or the end."""
        if end:
            self.main_pane().scroll_end(animate=False)
        else:
            self.main_pane().scroll_home(animate=False)

    def go_to_line(self, number: int) -> None:
        """Go to a line, counted from 1."""
        self.main_pane().scroll_to(y=number - 1, animate=False)

    def show_pending(self, words: str) -> None:
        """Say at the lower edge what was typed and waits."""
        box = self.query("Reader > *").first(Widget)
        box.border_subtitle = words or self.closing_words
