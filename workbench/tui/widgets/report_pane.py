"""A report as text: only the rows in sight are drawn, however long it is."""

from typing import ClassVar

from textual.geometry import Size

from workbench.tui.widgets.text_pane import TextPane
from workbench.tui.widgets.wrapping import Row, rows_of

_AT_ONCE = 40_000
"""So many characters are laid out between two frames; a longer report comes part by part."""


class ReportPane(TextPane):
    """Shows Markdown as it is written."""

    LOOKS: ClassVar[str] = "report-pane"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"report-pane--heading", "report-pane--note"}
    DEFAULT_CSS = """
    ReportPane { padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; background: $surface; }
    ReportPane > .report-pane--heading { text-style: bold; color: $accent; }
    ReportPane > .report-pane--note { color: $text-muted; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._laid_out = ("", 0)

    def show(self, text: str) -> None:
        """Show a report from its beginning."""
        self._text = text
        self._lay_out()
        self.scroll_to(y=0, animate=False, force=True)

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._lay_out()

    def turn_page(self, pages: float) -> None:
        """Scroll by pages or parts of one."""
        self.scroll_relative(y=round(pages * max(1, self.size.height - 1)), animate=False)

    def _lay_out(self) -> None:
        wanted = (self._text, self.columns)
        if wanted != self._laid_out:
            self._laid_out = wanted
            self._drawn.clear()
            self._rows = []
            self._lay_out_from(wanted, 0)
        self.refresh()

    def _lay_out_from(self, wanted: tuple[str, int], start: int) -> None:
        """Lay out a part, and the rest after the next frame, unless another report or width is wanted by then."""
        if wanted != self._laid_out:
            return
        text, columns = wanted
        end = text.find("\n", start + _AT_ONCE)
        self._rows += rows_of(text, start, len(text) if end < 0 else end, columns)
        self.virtual_size = Size(columns, len(self._rows))
        if end >= 0:
            self.app.call_later(self._lay_out_from, wanted, end + 1)

    def _stays(self, row: Row) -> bool:
        del row
        return True

    def _edges(self, row: Row) -> set[int]:
        del row
        return set()

    def _look(self, start: int, end: int) -> str:
        del end
        if self._text.startswith("#", start) and self._text[start - 1 : start] in {"", "\n"}:
            return "heading"
        return "note" if self._text.startswith("[^", start) else ""
