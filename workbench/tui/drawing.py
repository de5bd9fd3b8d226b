"""Foreign words as they may be drawn: safe, as wide as they are measured, and never read as markup."""

from textual.content import Content
from textual.widget import Widget

from workbench.tui.cells import steady


def line(text: str, style: str = "") -> Content:
    """Give words on one line."""
    return Content.styled(steady(text), style) if style else Content(steady(text))


def block(text: str, style: str = "") -> Content:
    """Give words that may take several lines."""
    shown = steady(text, newlines=True)
    return Content.styled(shown, style) if style else Content(shown)


def joined(*parts: "Content | str") -> Content:
    """Put parts after each other."""
    return Content("").join([part if isinstance(part, Content) else line(part) for part in parts])


def frame(widget: Widget, title: str, subtitle: str = "") -> None:
    """Write on a widget's border; a bare string there would be read as markup."""
    widget.border_title = line(title)
    widget.border_subtitle = line(subtitle)
