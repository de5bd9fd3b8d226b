"""Write reports into a folder: whole or not at all, and only what changed."""

import os
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

from claims_db.rows import ArticleReport
from workbench.domain.text import printable
from workbench.errors import WorkbenchError
from workbench.export.markdown import file_name, render_article


def write_reports(reports: Sequence[ArticleReport], out: Path) -> tuple[Path, ...]:
    """Write one Markdown file for each report; a file that would stay the same is not touched.

    Raises:
        WorkbenchError: the folder can't be written; files that were written before stay.

    """
    shown = printable(str(out))
    try:
        out.mkdir(parents=True, exist_ok=True)
        return tuple(_write(out / file_name(report), render_article(report).encode("utf-8")) for report in reports)
    except OSError as problem:
        raise WorkbenchError(
            f"Reports can't be written to {shown}: {problem.strerror or problem}.",
            "Check the folder, or name another with --out.",
        ) from None


def _write(path: Path, content: bytes) -> Path:
    if _same(path, content):
        return path
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path


def _same(path: Path, content: bytes) -> bool:
    """Say whether the file is there with this content; a link is never followed, it is replaced."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size == len(content) and path.read_bytes() == content
