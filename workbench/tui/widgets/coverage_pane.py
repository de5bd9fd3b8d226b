"""A whole article: each stretch in the look of what became of it, and with a mark in the margin."""

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import partial
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Size
from textual.message import Message

from workbench.domain.choosing import end_moved, start_moved
from workbench.domain.coverage import Coverage, Extent, Stretch, StretchForm
from workbench.domain.references import article_reference
from workbench.tui.cells import width_of
from workbench.tui.drawing import frame
from workbench.tui.jumping import Target, in_sight
from workbench.tui.widgets.cursor_keys import CURSOR_KEYS
from workbench.tui.widgets.text_pane import TextPane
from workbench.tui.widgets.wrapping import Row, rows_of

_MARKS = MappingProxyType(
    {StretchForm.CLAIM: "C", StretchForm.PART: "+", StretchForm.REFUSED: "×", StretchForm.OTHER: "·"}
)
_LOOKS = MappingProxyType(
    {StretchForm.CLAIM: "claim", StretchForm.PART: "part", StretchForm.REFUSED: "refused", StretchForm.OTHER: ""}
)
_MOST_MARKS = 3


class Layout(NamedTuple):
    """A text cut into rows of so many columns."""

    columns: int
    rows: list[Row]


def lay_out(text: str, columns: int) -> Layout:
    """Cut a text into rows; of a long one this is better done beside the app."""
    return Layout(columns, rows_of(text, 0, len(text), columns))


class CoveragePane(TextPane):
    """Shows an article with what became of each stretch; posts which one is under the cursor."""

    LOOKS: ClassVar[str] = "coverage-pane"
    MARGIN: ClassVar[int] = 5
    BINDINGS: ClassVar[list[BindingType]] = CURSOR_KEYS
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "coverage-pane--claim",
        "coverage-pane--part",
        "coverage-pane--refused",
        "coverage-pane--cursor",
        "coverage-pane--margin",
    }
    DEFAULT_CSS = """
    CoveragePane { scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; background: $background; border: heavy $border; border-title-style: bold; border-title-color: $text; border-subtitle-color: $text-muted; }
    CoveragePane > .coverage-pane--claim { color: $success; text-style: underline; }
    CoveragePane > .coverage-pane--part { color: $accent; }
    CoveragePane > .coverage-pane--refused { color: $error; text-style: italic; }
    CoveragePane > .coverage-pane--cursor { background: $claim-ground; color: $claim-text; text-style: $claim-style; }
    CoveragePane > .coverage-pane--margin { color: $text-muted; text-style: bold; }
    """

    class Moved(Message):
        """Another stretch is under the cursor."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.stretches: tuple[Stretch, ...] = ()
        self.cursor = 0
        self.chosen: Extent | None = None
        self._starts: list[int] = []
        self._row_starts: list[int] = []
        self._laid_out = 0

    @property
    def current(self) -> Stretch | None:
        """The stretch under the cursor."""
        return self.stretches[self.cursor] if self.cursor < len(self.stretches) else None

    @property
    def words(self) -> Extent:
        """The words chosen, at first those of the stretch under the cursor."""
        stretch = self.current
        return self.chosen or (Extent(stretch.start, stretch.end) if stretch is not None else Extent(0, 0))

    def move_start(self, step: int) -> None:
        """Let the words chosen begin a word further on or back."""
        self._choose(start_moved(self._text, self.words, step))

    def move_end(self, step: int) -> None:
        """Let the words chosen end a word further on or back."""
        self._choose(end_moved(self._text, self.words, step))

    def _choose(self, words: Extent) -> None:
        if self.current is not None:
            self._mark(self.cursor, words)

    def show(self, coverage: Coverage, layout: Layout, place: int) -> None:
        """Show an article, the cursor on the stretch that stands at a place of its text or comes first after it."""
        article = coverage.article
        chosen = self.chosen if self._text == article.text else None
        self._text, self.stretches = article.text, coverage.stretches
        self._starts = [stretch.start for stretch in self.stretches]
        counts = Counter(stretch.form for stretch in self.stretches)
        refused = f"× {counts[StretchForm.REFUSED]} refused" if coverage.refusals_kept else "× refused: not kept"
        later = f"revision {article.revision}  " if article.revision > 1 else ""
        frame(
            self,
            f"{article_reference(article.row.number)}  {later}{article.row.title}",
            f"C {len(article.claims)} claims  + rest of a sentence  {refused}",
        )
        self._use(layout if layout.columns == self.columns else lay_out(self._text, self.columns))
        self._go(bisect_left([stretch.end for stretch in self.stretches], place + 1))
        self.chosen = chosen

    def on_resize(self) -> None:
        """Break the lines anew."""
        if self._text and self._laid_out != self.columns:
            self._use(lay_out(self._text, self.columns))
            self._reveal()

    def action_move(self, step: int) -> None:
        """Move the cursor by stretches."""
        self._go(self.cursor + step)

    def action_page(self, step: int) -> None:
        """Move the cursor by what is in sight."""
        self.turn_page(step)

    def turn_page(self, pages: float) -> None:
        """Move the cursor by pages or parts of one."""
        stretch = self.current
        if stretch is not None and self._rows:
            row = self._row_at(stretch.start) + round(pages * max(1, self.size.height - 1))
            place = self._row_starts[max(0, min(row, len(self._rows) - 1))]
            after = bisect_left(self._starts, place)
            self._go(max(after, self.cursor + 1) if pages > 0 else min(after, self.cursor - 1))

    def jump_targets(self) -> list[Target]:
        """Give the stretches in sight."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        rows = self._rows[top : top + height]
        found = self._in(rows[0].start, rows[-1].end) if rows else []
        return [
            target
            for stretch in found
            for target in in_sight(
                self, *self._place_of(max(stretch.start, rows[0].start)), partial(self._go_to, stretch)
            )
        ]

    def _place_of(self, place: int) -> tuple[int, int]:
        """Give column and row, as they are scrolled, of a place in the text."""
        at = self._row_at(place)
        column = self.MARGIN + width_of(self._text[self._rows[at].start : place])
        return min(column, self.columns + self.MARGIN - 1), at - self.scroll_offset.y

    def _go_to(self, stretch: Stretch) -> None:
        self._go(self.stretches.index(stretch))

    def go_to_stretch(self, number: int) -> None:
        """Move the cursor to a stretch, counted from 1."""
        self._go(number - 1)

    def action_edge(self, end: int) -> None:
        """Move the cursor to the first or the last stretch."""
        self._go(len(self.stretches) - 1 if end else 0)

    def on_click(self, event: Click) -> None:
        """Put the cursor where the mouse points."""
        inside = event.get_content_offset(self)
        row = inside.y + self.scroll_offset.y if inside is not None else -1
        if 0 <= row < len(self._rows):
            place = self._rows[row].start + max(0, inside.x - self.MARGIN if inside is not None else 0)
            self._go(max(0, bisect_right(self._starts, place) - 1))

    def _use(self, layout: Layout) -> None:
        self._laid_out, self._rows = layout
        self._drawn.clear()
        self._row_starts = [row.start for row in self._rows]
        self.virtual_size = Size(self.columns + self.MARGIN, len(self._rows))
        self.refresh()

    def _go(self, cursor: int) -> None:
        self._mark(max(0, min(cursor, len(self.stretches) - 1)), None)

    def _mark(self, cursor: int, chosen: Extent | None) -> None:
        """Put the cursor on a stretch, with these words chosen; only the rows that change are drawn."""
        before = self._marked_rows()
        self.cursor, self.chosen = cursor, chosen
        for first, last in (before, self._marked_rows()):
            self._refresh_rows(first, last)
        self._reveal()
        self.post_message(self.Moved())

    def _marked(self) -> Extent:
        """Give the part of the text that looks otherwise because of the cursor or the words chosen."""
        stretch, words = self.current, self.words
        return words if stretch is None else Extent(min(stretch.start, words.start), max(stretch.end, words.end))

    def _marked_rows(self) -> tuple[int, int]:
        marked = self._marked()
        return self._row_at(marked.start), self._row_at(max(marked.start, marked.end - 1))

    def _stays(self, row: Row) -> bool:
        marked = self._marked()
        return row.end < marked.start or row.start > marked.end

    def _reveal(self) -> None:
        """Bring the words chosen into sight, their beginning first."""
        if self.current is None:
            return
        first, last = self._row_at(self.words.start), self._row_at(self.words.end - 1)
        top, height = self.scroll_offset.y, max(1, self.scrollable_content_region.height)
        if first < top:
            self.scroll_to(y=first, animate=False, force=True)
        elif last >= top + height:
            self.scroll_to(y=min(first, last - height + 1), animate=False, force=True)

    def _row_at(self, place: int) -> int:
        return max(0, bisect_right(self._row_starts, place) - 1)

    def _in(self, start: int, end: int) -> list[Stretch]:
        """Give the stretches that have a part between two places."""
        at = max(0, bisect_right(self._starts, start) - 1)
        found = []
        while at < len(self.stretches) and self.stretches[at].start < end:
            if self.stretches[at].end > start:
                found.append(self.stretches[at])
            at += 1
        return found

    def _margin(self, row: Row) -> list[Segment]:
        here = self._in(row.start, row.end)
        pointer = "›" if self.current in here else " "
        marks = "".join(_MARKS[stretch.form] for stretch in here)
        if len(marks) > _MOST_MARKS:
            marks = marks[: _MOST_MARKS - 1] + "…"
        return [Segment(f"{pointer}{marks:<{_MOST_MARKS}} ", self._style("margin"))]

    def _edges(self, row: Row) -> set[int]:
        here = self._in(row.start, row.end)
        edges = (*self.words, *(edge for stretch in here for edge in (stretch.start, stretch.end)))
        return {min(row.end, max(row.start, edge)) for edge in edges}

    def _look(self, start: int, end: int) -> str:
        if self.words.start <= start < self.words.end:
            return "cursor"
        stretch = next(iter(self._in(start, end)), None)
        return _LOOKS[stretch.form] if stretch is not None else ""
