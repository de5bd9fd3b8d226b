"""A long text in rows: only those in sight are drawn, each cut where its look changes."""

from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.cells import steady
from workbench.tui.widgets.wrapping import Row

_NARROWEST = 4


class TextPane(ScrollView, can_focus=True):
    """Draws the rows of a text; who inherits lays them out and says how a stretch looks."""

    LOOKS: ClassVar[str]
    """What the names of the looks begin with."""

    MARGIN: ClassVar[int] = 0
    """Columns that are kept free at the left."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._text = ""
        self._rows: list[Row] = []

    @property
    def columns(self) -> int:
        """How many columns a row of the text has."""
        return max(_NARROWEST, self.scrollable_content_region.width - self.MARGIN)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        index, columns = y + self.scroll_offset.y, self.columns + self.MARGIN
        if index >= len(self._rows):
            return Strip.blank(columns, self.rich_style)
        row = self._rows[index]
        segments = self._margin(row)
        for start, end in pairwise(sorted({row.start, row.end, *self._edges(row)})):
            segments.append(Segment(steady(self._text[start:end]), self._style(self._look(start, end))))
        used = sum(segment.cell_length for segment in segments)
        if used < columns:
            segments.append(Segment(" " * (columns - used), self.rich_style))
        return Strip(segments).crop(0, columns)

    def _margin(self, row: Row) -> list[Segment]:
        """Give what stands at the left of a row."""
        del row
        return []

    def _edges(self, row: Row) -> set[int]:
        """Give the places inside a row where its look changes."""
        raise NotImplementedError

    def _look(self, start: int, end: int) -> str:
        """Name the look of a stretch that lies between two edges; empty for the usual one."""
        raise NotImplementedError

    def _style(self, look: str) -> Style:
        return self.get_component_rich_style(f"{self.LOOKS}--{look}") if look else self.rich_style
