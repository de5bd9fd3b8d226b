"""A list of lines with a cursor: any number of them, of which only those in sight are ever drawn."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.cells import fitted, width_of
from workbench.tui.jumping import Target, in_sight
from workbench.tui.widgets.cursor_keys import CURSOR_KEYS, show_row


class Span(NamedTuple):
    """Words of a line, safe to draw, and how they look: ``dim``, ``strong``, ``warning`` or as usual."""

    words: str
    look: str = ""


class LineList(ScrollView, can_focus=True):
    """Draws lines; who inherits says how many there are and what stands in each."""

    BINDINGS: ClassVar[list[BindingType]] = CURSOR_KEYS
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line-list--cursor",
        "line-list--dim",
        "line-list--strong",
        "line-list--warning",
    }
    DEFAULT_CSS = """
    LineList { background: $surface; scrollbar-size-vertical: 1; overflow-x: hidden; border: round $frame; border-title-color: $text; border-subtitle-color: $text-muted; }
    LineList:focus { border: heavy $border; border-title-style: bold; }
    LineList > .line-list--cursor { background: $block-cursor-blurred-background; color: $block-cursor-blurred-foreground; text-style: $block-cursor-blurred-text-style; }
    LineList:focus > .line-list--cursor { background: $block-cursor-background; color: $block-cursor-foreground; text-style: $block-cursor-text-style; }
    LineList > .line-list--dim { color: $text-muted; }
    LineList > .line-list--strong { text-style: bold; color: $accent; }
    LineList > .line-list--warning { color: $warning; }
    """

    class Moved(Message):
        """Another line is under the cursor."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.cursor = 0

    @property
    def count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def spans(self, index: int, width: int) -> Sequence[Span]:
        """Give what stands in a line."""
        raise NotImplementedError

    def go(self, cursor: int) -> None:
        """Put the cursor on a line."""
        self.cursor = max(0, min(cursor, self.count - 1))
        show_row(self, self.cursor)
        self.refresh()
        self.post_message(self.Moved())

    def action_move(self, step: int) -> None:
        """Move the cursor by lines."""
        self.go(self.cursor + step)

    def action_page(self, step: int) -> None:
        """Move the cursor by what is in sight."""
        self.turn_page(step)

    def turn_page(self, pages: float) -> None:
        """Move the cursor by pages or parts of one."""
        self.go(self.cursor + round(pages * max(1, self.size.height - 1)))

    def jump_targets(self) -> list[Target]:
        """Give the lines in sight."""
        top = self.scroll_offset.y
        lines = range(top, min(top + self.size.height, self.count))
        return [target for one in lines for target in in_sight(self, 0, one - top, partial(self._come_to, one))]

    def action_edge(self, end: int) -> None:
        """Move the cursor to the first or the last line."""
        self.go(self.count - 1 if end else 0)

    def on_click(self, event: Click) -> None:
        """Put the cursor where the mouse points."""
        inside = event.get_content_offset(self)
        row = inside.y + self.scroll_offset.y if inside is not None else -1
        if 0 <= row < self.count:
            self.go(row)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.lines_changed()

    def lines_changed(self, cursor: int | None = None) -> None:
        """Draw anew: there are other lines. The cursor goes to its line's new place and stays where it is seen."""
        depth = self.cursor - self.scroll_offset.y
        self.virtual_size = Size(self.size.width, self.count)
        if cursor is not None and cursor != self.cursor:
            self.cursor = cursor
            self.scroll_to(y=max(0, cursor - depth), animate=False, force=True)
        self.cursor = max(0, min(self.cursor, self.count - 1))
        show_row(self, self.cursor)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        index, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if index >= self.count:
            return Strip.blank(width, self.rich_style)
        here = index == self.cursor
        spans = in_room((Span("› " if here else "  "), *self.spans(index, width - 2)), width)
        base = self.look("cursor") if here else self.rich_style
        segments = [Segment(span.words, base if here else self.look(span.look)) for span in spans]
        return Strip(segments).adjust_cell_length(width, base).crop(0, width)

    def look(self, name: str) -> Style:
        """Give the style of a look."""
        return self.get_component_rich_style(f"line-list--{name}") if name else self.rich_style

    def _come_to(self, index: int) -> None:
        self.focus()
        self.go(index)


def in_room(spans: Sequence[Span], width: int) -> Iterator[Span]:
    """Give the words that have room in a line; where some have none, a mark says so."""
    for at, span in enumerate(spans):
        wide = width_of(span.words)
        if wide >= width:
            more = any(one.words.strip() for one in spans[at + 1 :])
            words = span.words.rstrip()
            yield Span(fitted(f"{words} …" if more else words, width), span.look)
            return
        yield span
        width -= wide


class KeyedLines(LineList):
    """A list of few lines that are all known; each has a key by which the cursor finds it again."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._lines: tuple[tuple[object, Sequence[Span]], ...] = ()

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    @property
    def current(self) -> object | None:
        """The key of the line under the cursor."""
        return self._lines[self.cursor][0] if self.cursor < len(self._lines) else None

    def spans(self, index: int, width: int) -> Sequence[Span]:
        """Give what stands in a line."""
        del width
        return self._lines[index][1]

    def show(self, lines: Sequence[tuple[object, Sequence[Span]]]) -> None:
        """Show these lines; the cursor stays on its line where that is still there."""
        before = self.current
        self._lines = tuple(lines)
        keys = [key for key, _ in self._lines]
        self.lines_changed(keys.index(before) if before in keys else None)
