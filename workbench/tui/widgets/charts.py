"""Figures as text: bars and sparklines that stand beside their numbers, never instead of them."""

from collections.abc import Sequence

from rich.cells import cell_len

from workbench.tui.cells import fitted, padded

_STEPS = "▁▂▃▄▅▆▇█"
_NONE = "·"
_PARTS = " ▏▎▍▌▋▊▉"
_EIGHTHS = 8


def spark(counts: Sequence[int]) -> str:
    """Draw one mark for each count, the highest for the most; nothing at all is a dot."""
    most = max(counts, default=0)
    return "".join(_STEPS[-(-count * len(_STEPS) // most) - 1] if count > 0 else _NONE for count in counts)


def bar(count: int, most: int, columns: int) -> str:
    """Draw a bar whose length is the share of the most; the least of anything is seen."""
    if count <= 0 or most <= 0:
        return ""
    eighths = max(1, round(count * columns * _EIGHTHS / most))
    return "█" * (eighths // _EIGHTHS) + _PARTS[eighths % _EIGHTHS].strip()


def column(text: str, columns: int, *, right: bool = False) -> str:
    """Make a text safe and as wide as a column; what is too wide is cut with a mark."""
    drawn = fitted(text, columns)
    return " " * (columns - cell_len(drawn)) + drawn if right else padded(text, columns)
