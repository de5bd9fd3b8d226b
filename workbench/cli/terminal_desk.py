"""Open the terminal desk, where there is a terminal; for ``workbench`` alone without reading any command line."""

import gc
import os
import sys
from collections.abc import Callable

from workbench.cli.ending import ended
from workbench.errors import ExitCode, WorkbenchError
from workbench.settings import Settings, load_settings


class NoTerminal(WorkbenchError):
    """Nobody can look or type."""

    exit_code = ExitCode.USAGE


def at_terminal() -> bool:
    """Say whether somebody can look and type: input and output are both a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def run_bare() -> int:
    """Do what ``workbench`` alone does, and give the exit code."""
    return ended(lambda: open_terminal_desk(lambda: load_settings(os.environ)))


def open_terminal_desk(read_settings: Callable[[], Settings]) -> None:
    """Open the terminal desk on the desk that the settings name.

    Raises:
        NoTerminal: there is no terminal.
        BadSetting: a setting can't be used.

    """
    if not at_terminal():
        raise NoTerminal("The terminal desk needs a terminal.", "'workbench list' prints the claims.")
    # What is imported stays to the end: looking through it for garbage again and again would hold up the first paint.
    # As soon as the desk is open, it is looked for again.
    gc.disable()
    from workbench.tui.app import run  # noqa: PLC0415 - Textual costs 250 ms, and the complaint above needs none of it

    run(read_settings())
