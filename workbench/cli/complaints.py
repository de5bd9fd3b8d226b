"""The only writer of standard error, but for the line that tells how far long work is: talk, errors with their hints, and what became of a bug."""

import os
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from workbench.domain.text import printable
from workbench.errors import Failure


def say(line: str) -> None:
    """Tell the user something that is no data; where nobody can hear it, say nothing."""
    if sys.stderr is None:
        return
    encoding = sys.stderr.encoding or "utf-8"
    try:
        sys.stderr.write(printable(line).encode(encoding, "replace").decode(encoding) + "\n")
        sys.stderr.flush()
    except OSError:
        return


def complain(failure: Failure) -> None:
    """Say what went wrong and what to do."""
    say(f"workbench: {failure.message}")
    if failure.hint:
        say(f"  {failure.hint}")
    for line in failure.difference:
        say(f"    {line}")
    if failure.difference:
        say("  'workbench drafts' shows what you typed.")


def report_bug(problem: BaseException, folder: Path) -> None:
    """Write the traceback of a bug into the log folder and say where it is."""
    say(f"workbench: This is a bug in the program: {type(problem).__name__}: {str(problem)[:200]}")
    path = folder / f"bug-{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_text("".join(traceback.format_exception(problem)), encoding="utf-8", errors="backslashreplace")
    except OSError:
        say("  The log folder can't be written, so there is no file about it.")
        return
    say(f"  Please report it with the file {path}; what was stored before is safe.")
