"""The keys that move a cursor over lines and how it is kept in sight, the same in every widget that has one."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol, runtime_checkable

from textual.binding import Binding, BindingType
from textual.scroll_view import ScrollView

CURSOR_KEYS: list[BindingType] = [
    Binding("down", "move(1)", "Down", show=False),
    Binding("up", "move(-1)", "Up", show=False),
    Binding("pagedown", "page(1)", "Page down", show=False),
    Binding("pageup", "page(-1)", "Page up", show=False),
    Binding("home", "edge(0)", "First", show=False),
    Binding("end", "edge(1)", "Last", show=False),
]

CURSOR_STEPS: Mapping[str, int] = MappingProxyType({"down": 1, "up": -1})
"""The keys that move the cursor by one, or by a count."""


@runtime_checkable
class HasCursor(Protocol):
    """A widget whose cursor stands on one of its lines or stretches."""

    def action_move(self, step: int) -> None:
        """Move the cursor by lines or stretches."""

    def turn_page(self, pages: float) -> None:
        """Move the cursor by pages or parts of one."""


def show_row(lines: ScrollView, row: int) -> None:
    """Scroll no further than needed to have a row in sight."""
    top, height = lines.scroll_offset.y, max(1, lines.scrollable_content_region.height)
    if row < top:
        lines.scroll_to(y=row, animate=False, force=True)
    elif row >= top + height:
        lines.scroll_to(y=row - height + 1, animate=False, force=True)
