"""What becomes of an error: an answer in words, or a bug with a report in a file."""

import os
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from workbench.domain.text import printable
from workbench.errors import FAILURES, describe


class Fault(NamedTuple):
    """An error as it is shown; ``report`` is the traceback of a bug, empty for an answer."""

    message: str
    hint: str
    report: str


def fault(problem: BaseException) -> Fault:
    """Put an error into words that are safe to draw."""
    if isinstance(problem, FAILURES):
        answer = describe(problem)
        return Fault(printable(answer.message), printable(answer.hint), "")
    report = printable("".join(traceback.format_exception(problem)), newlines=True)
    return Fault(printable(f"{type(problem).__name__}: {problem}"[:300]), "", report)


def write_report(report: str, folder: Path) -> Path | None:
    """Keep a bug's report in the log folder; None where that can't be written."""
    path = folder / f"bug-{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{os.getpid()}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(report, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return path
