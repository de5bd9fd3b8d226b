"""Text fields that show what is in them without letting the terminal obey it; what is typed stays as it is."""

from rich.text import Text
from textual.content import Content
from textual.widgets import Input, TextArea

from workbench.tui.cells import steady, steady_by_place


class LongField(TextArea):
    """A field for several lines."""

    DEFAULT_CSS = """
    LongField .text-area--placeholder, LongField > .text-area--placeholder { color: $text-muted; }
    """

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's name
        # Textual reads a bare string as markup, and names may stand in it.
        words = Content(steady(placeholder))
        super().__init__(id=id, placeholder=words, show_line_numbers=False, tab_behavior="focus")

    def get_line(self, line_index: int) -> Text:
        """Give a line as it is drawn."""
        line = super().get_line(line_index)
        line.plain = steady_by_place(line.plain)
        return line


class ShortField(Input):
    """A field for one line."""

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(placeholder=placeholder, id=id, compact=True)

    @property
    def _value(self) -> Text:
        """The value as it is drawn; Textual's own drawing asks for it."""
        return Text(steady_by_place(self.value), no_wrap=True, overflow="ignore", end="")
