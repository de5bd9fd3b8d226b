"""The list of claims: any number of rows, of which only those in sight are ever asked for."""

from array import array
from collections import OrderedDict
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from claims_db.rows import ClaimRow
from claims_db.vocabulary import ClaimState
from workbench.domain.references import claim_reference
from workbench.tui.cells import fitted, padded, steady
from workbench.tui.jumping import Target, in_sight
from workbench.tui.widgets.cursor_keys import CURSOR_KEYS, show_row
from workbench.tui.widgets.row_marks import row_marks

PAGE = 128
"""How many rows are asked for at once."""

_KEPT = 4_096
_MARKS = {
    ClaimState.PROPOSED: "?",
    ClaimState.QUEUED: "·",
    ClaimState.RECORDED: "✓",
    ClaimState.SECOND_REVIEW: "2",
    ClaimState.ADJUDICATION: "±",
    ClaimState.SIGNED_OFF: "✔",
    ClaimState.PUBLISHED: "P",
    ClaimState.CORRECTED: "C",
    ClaimState.WITHDRAWN: "W",
    ClaimState.SKIPPED: "–",
    ClaimState.DUPLICATE: "=",
}
_OPEN = frozenset({ClaimState.QUEUED, ClaimState.PROPOSED, ClaimState.SECOND_REVIEW, ClaimState.ADJUDICATION})
_MARKED = "*"
_CLAIMER = 14
_WHOLE = 0.995
_WIDE = 60


class ClaimList(ScrollView, can_focus=True):
    """Shows claims one a line; posts which one is under the cursor, and which rows it needs."""

    BINDINGS: ClassVar[list[BindingType]] = CURSOR_KEYS
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "claim-list--cursor",
        "claim-list--done",
        "claim-list--held",
        "claim-list--dim",
        "claim-list--late",
        "claim-list--marked",
    }
    DEFAULT_CSS = """
    ClaimList { background: $surface; scrollbar-size-vertical: 1; overflow-x: hidden; }
    ClaimList > .claim-list--cursor { background: $block-cursor-blurred-background; color: $block-cursor-blurred-foreground; text-style: $block-cursor-blurred-text-style; }
    ClaimList:focus > .claim-list--cursor { background: $block-cursor-background; color: $block-cursor-foreground; text-style: $block-cursor-text-style; }
    ClaimList > .claim-list--done { color: $text-muted; }
    ClaimList > .claim-list--held { color: $accent; }
    ClaimList > .claim-list--dim { color: $text-muted; }
    ClaimList > .claim-list--late { color: $error; }
    ClaimList > .claim-list--marked { color: $warning; text-style: bold; }
    """

    cursor: reactive[int] = reactive(0, repaint=False)

    class Moved(Message):
        """Another claim is under the cursor."""

        def __init__(self, number: int) -> None:
            self.number = number
            super().__init__()

    class RowsWanted(Message):
        """Rows came into sight that are not known yet."""

        def __init__(self, numbers: tuple[int, ...]) -> None:
            self.numbers = numbers
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._numbers: array[int] = array("q")
        self._rows: OrderedDict[int, ClaimRow] = OrderedDict()
        self._wanted: set[int] = set()
        self._me, self._now = "", 0
        self.marked: set[int] = set()

    @property
    def numbers(self) -> "array[int]":
        """The numbers of all claims in the list, in order."""
        return self._numbers

    @property
    def current(self) -> int | None:
        """The number of the claim under the cursor."""
        return self._numbers[self.cursor] if 0 <= self.cursor < len(self._numbers) else None

    def tell_time(self, me: str, now: int) -> None:
        """Say who looks, and the present instant in microseconds UTC: rows tell how long they are held."""
        self._me, self._now = me, now
        self.refresh()

    def show(self, numbers: "array[int]", current: int | None = None) -> None:
        """Show these claims; cursor and scroll stay at the same claim, or the cursor goes to ``current``."""
        before, depth = self.current, self.cursor - self.scroll_offset.y
        wanted = current if current is not None else before
        self._numbers = numbers
        self._wanted.clear()
        self.virtual_size = Size(self.size.width, len(numbers))
        place = _place(numbers, wanted, self.cursor)
        self.set_reactive(ClaimList.cursor, place)
        if wanted == before:
            self.scroll_to(y=max(0, place - depth), animate=False, force=True)
        else:
            show_row(self, self.cursor)
        self.refresh()
        if self.current is not None and self.current != before:
            self.post_message(self.Moved(self.current))

    def from_cursor(self, most: int) -> list[int]:
        """Give the claims from the cursor on, and from the top again, but no more than so many."""
        return [*self._numbers[self.cursor : self.cursor + most], *self._numbers[: self.cursor]][:most]

    def go_to(self, number: int) -> bool:
        """Put the cursor on a claim; say whether it is in the list."""
        try:
            self.cursor = self._numbers.index(number)
        except ValueError:
            return False
        return True

    def toggle_mark(self) -> None:
        """Mark the claim under the cursor, or take its mark off."""
        if self.current is not None:
            self.marked ^= {self.current}
            self._refresh_row(self.cursor)

    def mark(self, numbers: Iterable[int]) -> None:
        """Mark claims, whether the list has them or not; marks stay whatever is listed."""
        self.marked.update(numbers)
        self.refresh()

    def unmark(self) -> None:
        """Take every mark off."""
        self.marked.clear()
        self.refresh()

    def fill(self, rows: Iterable[ClaimRow]) -> None:
        """Take in rows that were asked for."""
        for row in rows:
            self._rows[row.number] = row
            self._rows.move_to_end(row.number)
            self._wanted.discard(row.number)
        while len(self._rows) > _KEPT:
            self._rows.popitem(last=False)
        self.refresh()

    def forget(self) -> None:
        """Ask for every row anew: somebody has written."""
        self._wanted.clear()
        self._ask(self.scroll_offset.y, force=True)

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the two rows anew and tell which claim is meant."""
        for index in (before, after):
            self._refresh_row(index)
        show_row(self, self.cursor)
        if self.current is not None:
            self.post_message(self.Moved(self.current))

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor inside the list."""
        return max(0, min(cursor, len(self._numbers) - 1))

    def action_move(self, step: int) -> None:
        """Move the cursor by rows."""
        self.cursor += step

    def action_page(self, step: int) -> None:
        """Move the cursor by what is in sight."""
        self.turn_page(step)

    def turn_page(self, pages: float) -> None:
        """Move the cursor by pages or parts of one."""
        self.cursor += round(pages * max(1, self.size.height - 1))

    def jump_targets(self) -> list[Target]:
        """Give the rows in sight."""
        top = self.scroll_offset.y
        rows = range(top, min(top + self.size.height, len(self._numbers)))
        return [target for row in rows for target in in_sight(self, 0, row - top, partial(self.go_to_row, row + 1))]

    def go_to_row(self, row: int) -> None:
        """Move the cursor to a row, counted from 1."""
        self.cursor = row - 1

    def action_edge(self, end: int) -> None:
        """Move the cursor to the first or the last row."""
        self.cursor = len(self._numbers) - 1 if end else 0

    def on_click(self, event: "object") -> None:
        """Put the cursor where the mouse points."""
        row = getattr(event, "y", 0) + self.scroll_offset.y
        if row < len(self._numbers):
            self.cursor = row

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.virtual_size = Size(self.size.width, len(self._numbers))
        show_row(self, self.cursor)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if index >= len(self._numbers):
            return Strip.blank(width, self.rich_style)
        row = self._rows.get(self._numbers[index])
        if row is None:
            self._ask(index)
        style = self._style(index, row)
        segments = self._segments(self._numbers[index], row, width, style)
        if index == self.cursor:
            segments = [Segment(segment.text, style) for segment in segments]
        return Strip(segments).adjust_cell_length(width, style).crop(0, width)

    def _style(self, index: int, row: ClaimRow | None) -> Style:
        if index == self.cursor:
            return self._look("cursor")
        if row is None:
            return self._look("dim")
        if row.holder:
            return self._look("held")
        return self.rich_style if row.state in _OPEN else self._look("done")

    def _look(self, name: str) -> Style:
        return self.get_component_rich_style(f"claim-list--{name}")

    def _segments(self, number: int, row: ClaimRow | None, width: int, style: Style) -> list[Segment]:
        pointer = "›" if self.current == number else " "
        sign = Segment(_MARKED, self._look("marked")) if number in self.marked else Segment(" ", style)
        if row is None:
            return [Segment(f"{pointer} ", style), sign, Segment(f"{claim_reference(number)} …", style)]
        held = "◆" if row.holder else _MARKS[row.state]
        worth = "1.0" if row.check_worthiness >= _WHOLE else f"{max(0.0, row.check_worthiness):.2f}"[1:]
        claimer = f"{padded(row.claimer or '·', _CLAIMER)} " if width >= _WIDE else ""
        segments = [
            Segment(f"{pointer}{held}", style),
            sign,
            Segment(f"{claim_reference(number):<6} ", style),
            Segment(f"{worth} ", self._look("dim")),
            Segment(claimer, style),
        ]
        room = width - sum(segment.cell_length for segment in segments)
        marks = row_marks(row, self._me, self._now, room // 2)
        segments += [Segment(f"{mark.words}  ", self._look(mark.look)) for mark in marks]
        outcome = f"[{steady(row.rating)}] " if row.rating else ""
        room = width - sum(segment.cell_length for segment in segments)
        return [*segments, Segment(fitted(outcome + row.statement, room), style)]

    def _ask(self, index: int, *, force: bool = False) -> None:
        start = max(0, index - PAGE // 4)
        page = self._numbers[start : start + PAGE]
        missing = tuple(number for number in page if number not in self._wanted and (force or number not in self._rows))
        if missing:
            self._wanted.update(missing)
            self.post_message(self.RowsWanted(missing))

    def _refresh_row(self, index: int) -> None:
        self.refresh(Region(0, index - self.scroll_offset.y, self.size.width, 1))


def _place(numbers: "array[int]", wanted: int | None, cursor: int) -> int:
    if wanted is not None and wanted in numbers:
        return numbers.index(wanted)
    return min(cursor, max(0, len(numbers) - 1))
