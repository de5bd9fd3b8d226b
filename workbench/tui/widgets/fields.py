"""Text fields that show what is in them without letting the terminal obey it; what is typed stays as it is."""

from collections.abc import Iterable
from contextlib import suppress
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Paste
from textual.widget import Widget
from textual.widgets import Input, OptionList, Select, TextArea
from textual.widgets.select import InvalidSelectValueError

from workbench.tui.cells import steady, steady_by_place
from workbench.tui.commands.dialog import CHOICE_KEYS, FIELD_COMMANDS, LONG_KEYS, SHORT_KEYS
from workbench.tui.typed_into import TypedField
from workbench.tui.widgets.watchers import let_go_of_closed


class Choices(OptionList):
    """A list to choose from; nothing is typed into it, so the letters that move in lists do so here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *CHOICE_KEYS,
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "first", show=False),
        Binding("G", "last", show=False),
    ]


class ChoiceField(Select[str]):
    """A field with one of a few values; they hang down while one is chosen, and the keymap's keys move in them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.key, f"choose('{one.choices}')", one.title, show=False, id=one.name)
        for one in FIELD_COMMANDS
        if one.choices
    ]

    def __init__(self, choices: Iterable[tuple[str | Content, str]], value: str, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(choices, value=value, allow_blank=False, id=id, compact=True)

    def action_choose(self, move: str) -> None:
        """Let the choices hang down; where they do, move in them."""
        if self.expanded:
            getattr(self.query_one(OptionList), f"action_{move}")()
        else:
            self.action_show_overlay()


class LongField(TypedField, TextArea):
    """A field for several lines."""

    BINDINGS: ClassVar[list[BindingType]] = [*LONG_KEYS]
    DEFAULT_CSS = """
    LongField:focus { background-tint: $foreground 0%; }
    LongField .text-area--placeholder, LongField > .text-area--placeholder { color: $text-muted; }
    """

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's name
        # Textual reads a bare string as markup, and names may stand in it.
        words = Content(steady(placeholder))
        super().__init__(id=id, placeholder=words, show_line_numbers=False, tab_behavior="focus")

    def on_unmount(self) -> None:
        """Let the app go."""
        let_go_of_closed(self.app, self)

    def action_text_edge(self, end: int) -> None:
        """Go to the beginning or the end of the text."""
        self.move_cursor(self.document.end if end else (0, 0))

    def get_line(self, line_index: int) -> Text:
        """Give a line as it is drawn."""
        line = super().get_line(line_index)
        line.plain = steady_by_place(line.plain)
        return line


class ShortField(TypedField, Input):
    """A field for one line."""

    BINDINGS: ClassVar[list[BindingType]] = [*SHORT_KEYS]
    DEFAULT_CSS = """
    ShortField:focus { background-tint: $foreground 0%; }
    """

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(placeholder=steady(placeholder), id=id, compact=True)

    def _on_paste(self, event: Paste) -> None:
        """Take all lines that are pasted as one: a title that a page broke in two is one title."""
        event.stop()
        event.prevent_default()
        self.replace(" ".join(event.text.split()), *self.selection)

    @property
    def _value(self) -> Text:
        """The value as it is drawn; Textual's own drawing asks for it."""
        return Text(steady_by_place(self.value), no_wrap=True, overflow="ignore", end="")


def put(field: Widget, value: str) -> None:
    """Put a value into a field, to go on behind it; a list of choices that doesn't have it stays as it is."""
    if isinstance(field, Input):
        field.value = value
        field.cursor_position = len(value)
    elif isinstance(field, TextArea):
        field.text = value
        field.move_cursor(field.document.end)
    elif isinstance(field, Select) and value:
        with suppress(InvalidSelectValueError):
            field.value = value
