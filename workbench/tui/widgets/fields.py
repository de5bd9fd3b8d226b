"""Text fields that show what is in them without letting the terminal obey it; what is typed stays as it is."""

from rich.text import Text
from textual.content import Content
from textual.widgets import Input, TextArea

from workbench.domain.text import printable


def drawn(text: str) -> str:
    """Make a text safe to draw with a character for each of its own, so that the cursor stays right."""
    if printable(text) == text:
        return text
    return "".join(character if printable(character) == character else printable(character)[:1] for character in text)


class LongField(TextArea):
    """A field for several lines."""

    DEFAULT_CSS = """
    LongField { height: 4; border: none; padding: 0 1; background: $surface; }
    LongField:focus { border: none; background: $panel; }
    """

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, placeholder=Content(placeholder), compact=True, highlight_cursor_line=False)

    def get_line(self, line_index: int) -> Text:
        """Give a line as it is drawn."""
        line = super().get_line(line_index)
        line.plain = drawn(line.plain)
        return line


class ShortField(Input):
    """A field for one line."""

    DEFAULT_CSS = """
    ShortField { width: 1fr; background: $surface; }
    ShortField:focus { background: $panel; }
    """

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(value, placeholder=placeholder, id=id, compact=True, select_on_focus=False)

    @property
    def _value(self) -> Text:
        """The value as it is drawn."""
        return Text(drawn(self.value), no_wrap=True, overflow="ignore", end="")
