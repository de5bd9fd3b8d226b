"""What the terminal at hand can't do, said before or while the desk is drawn."""

from collections.abc import Mapping

from textual.geometry import Size

from workbench.errors import ExitCode, WorkbenchError

SMALLEST = Size(56, 15)
"""Columns and rows below which the screens can't be read."""

_FEW_COLOURS = "standard"
_CANT_MOVE = frozenset({"dumb", "unknown", ""})


class UnfitTerminal(WorkbenchError):
    """Nothing can be drawn on this terminal."""

    exit_code = ExitCode.USAGE


def check_terminal(environ: Mapping[str, str]) -> None:
    """See that the terminal can move its cursor.

    Raises:
        UnfitTerminal: it says that it can't.
    """
    kind = environ.get("TERM", "")
    if kind in _CANT_MOVE:
        raise UnfitTerminal(
            f"The terminal desk can't be drawn here: TERM is {kind!r}, a terminal that can't move its cursor.",
            "Set TERM to the kind of your terminal, such as xterm-256color; 'workbench list' and 'show' print.",
        )


def has_few_colours(color_system: str | None) -> bool:
    """Say whether a terminal has 16 colours or none, by what was found out about it."""
    return color_system in {None, _FEW_COLOURS}


def too_small(size: Size) -> bool:
    """Say whether a terminal is too small to be worked at."""
    return size.width < SMALLEST.width or size.height < SMALLEST.height
