"""The command palette, with the keys of the keymap in it."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.command import CommandPalette

from workbench.tui.commands.dialog import CloseDialog, FieldPageDown, FieldPageUp, LineDown, LineUp

_MOVES = (
    (LineDown, "cursor_down"),
    (LineUp, "command_list('cursor_up')"),
    (FieldPageDown, "command_list('page_down')"),
    (FieldPageUp, "command_list('page_up')"),
    (CloseDialog, "escape"),
)


class Palette(CommandPalette):
    """Textual's palette; it moves and closes by the keys that do so in dialogs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(command.key, action, command.title, show=False, id=command.name) for command, action in _MOVES
    ]
