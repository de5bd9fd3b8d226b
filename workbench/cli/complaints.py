"""The only writer of standard error: talk, errors with their hints, and what became of a bug."""

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from workbench.domain.text import printable
from workbench.errors import Failure


def say(line: str) -> None:
    """Tell the user something that is no data."""
    sys.stderr.write(printable(line) + "\n")


def complain(failure: Failure) -> None:
    """Say what went wrong and what to do."""
    say(f"workbench: {failure.message}")
    if failure.hint:
        say(f"  {failure.hint}")


def report_bug(problem: BaseException, folder: Path) -> None:
    """Write the traceback of a bug into the log folder and say where it is."""
    say(f"workbench: this is a bug: {type(problem).__name__}: {str(problem)[:200]}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"bug-{datetime.now(UTC):%Y%m%dT%H%M%S}.txt"
        path.write_text("".join(traceback.format_exception(problem)), encoding="utf-8", errors="backslashreplace")
        say(f"  Please report it with the file {path}; what was stored before is safe.")
    except OSError:
        say("  The log folder can't be written, so there is no file about it.")
