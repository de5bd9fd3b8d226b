"""The keys that move a cursor over lines, the same in every widget that has one."""

from textual.binding import Binding, BindingType

CURSOR_KEYS: list[BindingType] = [
    Binding("down", "move(1)", "Down", show=False),
    Binding("up", "move(-1)", "Up", show=False),
    Binding("pagedown", "page(1)", "Page down", show=False),
    Binding("pageup", "page(-1)", "Page up", show=False),
    Binding("home", "edge(0)", "First", show=False),
    Binding("end", "edge(1)", "Last", show=False),
]
