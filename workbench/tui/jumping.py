"""Labels to jump by: letters of the home row, as few as there can be, none the beginning of another."""

from collections.abc import Callable
from itertools import product
from typing import NamedTuple

from textual.widget import Widget

HOME_ROW = "asdfghjkl"
"""The letters of labels while they are enough."""

MORE_LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The letters of labels where there is more to label than two letters of the home row can tell apart."""


class Target(NamedTuple):
    """Where a label stands on the screen, in columns and rows, and what typing it does."""

    column: int
    row: int
    go: Callable[[], None]


class Spot(NamedTuple):
    """A line that can be jumped to, and what it is about."""

    line: int
    claim: int | None = None
    evidence: int | None = None


def labels(count: int) -> list[str]:
    """Give so many labels of one or two letters, one letter as often as can be; there are at most 676."""
    letters = HOME_ROW if count <= len(HOME_ROW) ** 2 else MORE_LETTERS
    # As many letters as needed begin labels of two; the others are labels by themselves.
    size = len(letters)
    firsts = next((one for one in range(size + 1) if size - one + one * size >= count), size)
    ones = list(letters[: size - firsts])
    twos = ["".join(pair) for pair in product(letters[size - firsts :], letters)]
    return (ones + twos)[:count]


def in_sight(widget: Widget, column: int, row: int, go: Callable[[], None]) -> list[Target]:
    """Give a target at a place of a widget's content, counted from the top that is scrolled to; none out of sight."""
    region = widget.content_region
    seen = widget.is_on_screen and 0 <= row < region.height and 0 <= column < region.width
    return [Target(region.x + column, region.y + row, go)] if seen else []


def of_pane(pane: Widget, go: Callable[[], None]) -> list[Target]:
    """Give the target of a pane as a whole, at the corner of its border."""
    return [Target(pane.region.x, pane.region.y, go)] if pane.is_on_screen and pane.region.area else []
