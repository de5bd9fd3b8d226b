"""Help for the dialog that is open: what it is for, and its keys."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from workbench.tui.about import about, own_keys
from workbench.tui.closing import Modal
from workbench.tui.commands.dialog import CLOSE
from workbench.tui.drawing import block, frame, joined, line
from workbench.tui.keymap import Keymap

_GENERAL = "Tab and Shift+Tab go from field to field. Letters are text inside a field."


class DialogHelp(Modal[None]):
    """Says what a dialog is for and which keys it has; what was typed there stays."""

    BINDINGS: ClassVar[list[BindingType]] = [CLOSE, Binding("f1,enter,q", "close", show=False)]
    DEFAULT_CSS = """
    DialogHelp { align: center middle; }
    DialogHelp > VerticalScroll { width: 76; max-width: 96%; height: auto; max-height: 90%; border: round $border; background: $surface; padding: 1 2; scrollbar-size-vertical: 1; }
    """

    def __init__(self, dialog: Screen[object], keymap: Keymap) -> None:
        super().__init__()
        self._words = about(dialog)
        self._keys = own_keys(dialog, keymap)

    def compose(self) -> ComposeResult:
        """Show the words and the keys."""
        lines = [block(self._words), Content("")]
        lines += [joined(line(f"{key.keys:<12} ", "bold $accent"), line(key.words)) for key in self._keys]
        lines += [Content(""), line(_GENERAL, "$text-muted")]
        with VerticalScroll() as box:
            frame(box, "Help", "Esc goes back")
            yield Static(Content("\n").join(lines))

    def action_close(self) -> None:
        """Go back to the dialog."""
        self.dismiss(None)
