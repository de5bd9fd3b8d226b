"""A long text in rows: only those in sight are drawn, each cut where its look changes."""

from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.cells import steady
from workbench.tui.widgets.wrapping import Row

_NARROWEST = 4
_KEPT = 2_000
"""How many rows are kept as they were drawn: moving over a long text draws few of them anew."""


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
        self._drawn: dict[int, Strip] = {}

    @property
    def columns(self) -> int:
        """How many columns a row of the text has."""
        return max(_NARROWEST, self.scrollable_content_region.width - self.MARGIN)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        index, columns = y + self.scroll_offset.y, self.columns + self.MARGIN
        if index >= len(self._rows):
            return Strip.blank(columns, self.rich_style)
        kept = self._drawn.get(index)
        if kept is not None and kept.cell_length == columns:
            return kept
        row = self._rows[index]
        strip = self._draw(row, columns)
        if self._stays(row):
            if len(self._drawn) >= _KEPT:
                self._drawn.clear()
            self._drawn[index] = strip
        return strip

    def _draw(self, row: Row, columns: int) -> Strip:
        segments = self._margin(row)
        for start, end in pairwise(sorted({row.start, row.end, *self._edges(row)})):
            segments.append(Segment(steady(self._text[start:end]), self._style(self._look(start, end))))
        used = sum(segment.cell_length for segment in segments)
        if used < columns:
            segments.append(Segment(" " * (columns - used), self.rich_style))
        return Strip(segments).crop(0, columns)

    def notify_style_update(self) -> None:
        """Draw every row anew: the colours are others."""
        self._drawn.clear()
        super().notify_style_update()

    def _refresh_rows(self, first: int, last: int) -> None:
        """Draw some rows anew, and leave those beside them as they stand on the screen."""
        for index in range(first, last + 1):
            self._drawn.pop(index, None)
        self.refresh(Region(0, first - self.scroll_offset.y, self.size.width, last - first + 1))

    def _stays(self, row: Row) -> bool:
        """Say whether a row looks the same until the text or the colours change."""
        del row
        return False

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
