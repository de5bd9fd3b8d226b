"""Help for the dialog that is open: what it is for, and its keys."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from workbench.tui.about import KeyLine, about, own_keys
from workbench.tui.commands.dialog import FIELD_COMMANDS
from workbench.tui.drawing import block, frame, joined, line
from workbench.tui.key_names import shown
from workbench.tui.keymap import Keymap
from workbench.tui.reader import Reader
from workbench.tui.typed_into import TypedField

_KEYS, _FIELD_KEYS = 12, 22
_GENERAL = "Tab and Shift+Tab go from field to field. Letters are text inside a field."


class DialogHelp(Reader):
    """Says what a dialog is for and which keys it has; what was typed there stays."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1", "close", show=False)]
    closing_words = "Esc goes back"
    DEFAULT_CSS = """
    DialogHelp { align: center middle; }
    DialogHelp > VerticalScroll { width: 76; max-width: 96%; height: auto; max-height: 90%; border: round $border; background: $surface; padding: 1 2; scrollbar-size-vertical: 1; }
    """

    def __init__(self, dialog: Screen[object], keymap: Keymap) -> None:
        super().__init__()
        self._words = about(dialog)
        self._keys = own_keys(dialog, keymap)
        self._in_fields = _in_fields(keymap) if any(isinstance(one, TypedField) for one in dialog.query("*")) else ()

    def compose(self) -> ComposeResult:
        """Show the words and the keys, those of fields last."""
        lines = [block(self._words), Content(""), *_lines(self._keys, _KEYS)]
        if self._in_fields:
            lines += [Content(""), line(_GENERAL, "$text-muted")]
            lines += [Content(""), line("In a field", "bold $accent"), *_lines(self._in_fields, _FIELD_KEYS)]
        with VerticalScroll() as box:
            frame(box, "Help", self.closing_words)
            yield Static(Content("\n").join(lines))


def _in_fields(keymap: Keymap) -> tuple[KeyLine, ...]:
    """Give the keys of fields, two of each command: the third is for terminals that send another."""
    return tuple(KeyLine("  ".join(map(shown, keymap[one.name][:2])), one.title) for one in FIELD_COMMANDS)


def _lines(keys: Iterable[KeyLine], width: int) -> list[Content]:
    return [joined(line(f"{key.keys:<{width}} ", "bold $accent"), line(key.words)) for key in keys]
