"""The list of claims: drawn line by line from pages, so that its length costs nothing."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from claims_db.rows import ClaimRow
from workbench.tui.widgets.claim_drawing import TALL_BELOW, Piece, short_lines, tall_lines
from workbench.tui.widgets.fitting import folded
from workbench.tui.widgets.row_cache import RowCache

_PARTS = ("mark", "held", "reference", "worth", "dim", "rating", "text", "done", "cursor", "cursor-away")


class ClaimList(ScrollView, can_focus=True):
    """Claims in the order they were asked for; the numbers are all there, the rows come by pages.

    Args:
        fetch: asks for a page: its place, and the numbers of its claims. The answer goes to ``fill``.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"claim-list--{part}" for part in _PARTS}
    DEFAULT_CSS = """
    ClaimList {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        & > .claim-list--mark { color: $text-muted; }
        & > .claim-list--held { color: $accent; text-style: bold; }
        & > .claim-list--reference { color: $text-primary; }
        & > .claim-list--worth { color: $secondary; }
        & > .claim-list--dim { color: $text-muted; }
        & > .claim-list--rating { color: $foreground; text-style: bold; }
        & > .claim-list--text { color: $foreground; }
        & > .claim-list--done { color: $text-muted; }
        & > .claim-list--cursor { background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold; }
        & > .claim-list--cursor-away { background: $panel; text-style: bold; }
    }
    """
    cursor: reactive[int] = reactive(0, repaint=False)
    """The place of the cursor in the list."""

    @dataclass
    class Moved(Message):
        """The cursor came to another claim."""

        number: int

    @dataclass
    class Chosen(Message):
        """A claim was clicked that the cursor stood on."""

        number: int

    def __init__(self, fetch: Callable[[int, Sequence[int]], None], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.cache = RowCache(fetch)
        self.me = ""
        self.empty_words = ""
        self._row_height = 1
        self._styles: dict[str, Style] = {}
        self._strips: dict[tuple[int, bool], tuple[Strip, ...]] = {}

    @property
    def number(self) -> int | None:
        """The number of the claim under the cursor."""
        numbers = self.cache.numbers
        return numbers[self.cursor] if 0 <= self.cursor < len(numbers) else None

    def show(self, numbers: "array[int]", keep: int | None = None) -> None:
        """Show another list; the cursor stays on the claim ``keep``, or near where it was."""
        self.cache.show(numbers)
        self._strips.clear()
        place = self._place_of(keep)
        self.set_reactive(ClaimList.cursor, place if place is not None else min(self.cursor, max(0, len(numbers) - 1)))
        self._resized()
        self._to_cursor()
        self.refresh()

    def fill(self, page: int, rows: Sequence[ClaimRow]) -> None:
        """Take a page that was fetched."""
        self.cache.fill(page, rows)
        self._strips.clear()
        self.refresh()

    def go_to(self, number: int) -> bool:
        """Put the cursor on a claim; say whether the list has it."""
        place = self._place_of(number)
        if place is not None:
            self.cursor = place
        return place is not None

    def move(self, step: int) -> None:
        """Move the cursor by so many claims, to the ends of the list at most."""
        if len(self.cache):
            self.cursor = min(max(0, self.cursor + step), len(self.cache) - 1)

    def page_step(self) -> int:
        """Say how many claims fit into the window."""
        return max(1, self.size.height // self._row_height - 1)

    def watch_cursor(self, before: int, now: int) -> None:
        """Draw the two rows anew, keep the cursor in sight, and say where it is."""
        for place in (before, now):
            self.refresh(self._region_of(place).translate(-self.scroll_offset))
        self._to_cursor()
        if self.number is not None:
            self.post_message(self.Moved(self.number))

    def on_resize(self) -> None:
        """Choose one line or two for a claim."""
        self._resized()
        self._to_cursor()

    def on_focus(self) -> None:
        """Show that the cursor is here."""
        self._strips.clear()
        self.refresh()

    def on_blur(self) -> None:
        """Show that the cursor is elsewhere."""
        self._strips.clear()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Move to the claim that was clicked; choose it when the cursor was there."""
        place = (event.y + self.scroll_offset.y) // self._row_height
        if place < len(self.cache):
            if place == self.cursor:
                self.post_message(self.Chosen(self.cache.numbers[place]))
            self.cursor = place

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        width = self.size.width
        if not len(self.cache):
            return self._empty_line(y, width)
        place, line = divmod(y + self.scroll_offset.y, self._row_height)
        if place >= len(self.cache):
            return Strip.blank(width, self._style("text"))
        row = self.cache.row(place)
        key = (place, place == self.cursor)
        strips = self._strips.get(key)
        if strips is None:
            if len(self._strips) > 512:
                self._strips.clear()
            strips = self._strips[key] = self._drawn(place, row, width, at_cursor=place == self.cursor)
        return strips[line]

    def _drawn(self, place: int, row: ClaimRow | None, width: int, *, at_cursor: bool) -> tuple[Strip, ...]:
        number = self.cache.numbers[place]
        if self._row_height == 1:
            lines = [short_lines(number, row, width, self.me)]
        else:
            lines = list(tall_lines(number, row, width, self.me))
        return tuple(self._strip(line, at_cursor=at_cursor) for line in lines)

    def _strip(self, line: list[Piece], *, at_cursor: bool) -> Strip:
        if at_cursor:
            line = [Piece("▌" + line[0].text[1:], line[0].part), *line[1:]]
            style = self._style("cursor" if self.has_focus else "cursor-away")
            if self.has_focus:
                return Strip([Segment(piece.text, style) for piece in line])
            return Strip([Segment(piece.text, self._style(piece.part) + style) for piece in line])
        return Strip([Segment(piece.text, self._style(piece.part)) for piece in line])

    def _empty_line(self, y: int, width: int) -> Strip:
        lines = ["", *folded(self.empty_words, max(1, width - 4))]
        text = f"  {lines[y]}" if y < len(lines) else ""
        style = self._style("dim")
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)

    def _style(self, part: str) -> Style:
        style = self._styles.get(part)
        if style is None:
            style = self._styles[part] = self.get_component_rich_style(
                f"claim-list--{part}", partial=part == "cursor-away"
            )
        return style

    def _resized(self) -> None:
        width = self.size.width
        self._row_height = 2 if width < TALL_BELOW else 1
        self._strips.clear()
        self.virtual_size = Size(width, len(self.cache) * self._row_height)

    def _to_cursor(self) -> None:
        if len(self.cache) and self.size.height:
            self.scroll_to_region(self._region_of(self.cursor), animate=False, force=True, immediate=True)

    def _region_of(self, place: int) -> Region:
        return Region(0, place * self._row_height, max(1, self.size.width), self._row_height)

    def _place_of(self, number: int | None) -> int | None:
        if number is None:
            return None
        try:
            return self.cache.numbers.index(number)
        except ValueError:
            return None
