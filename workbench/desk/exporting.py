"""Write reports into a folder: each whole or not at all, and only what changed."""

import os
import secrets
import stat
from collections.abc import Sequence
from pathlib import Path

from claims_db.rows import ArticleReport
from claims_db.whole_files import settle
from workbench.domain.progress import Progress, unheard
from workbench.domain.text import printable
from workbench.errors import WorkbenchError
from workbench.export.markdown import file_name, render_article


def write_reports(
    reports: Sequence[ArticleReport], out: Path, claim: int | None = None, progress: Progress = unheard
) -> tuple[Path, ...]:
    """Write one Markdown file for each report; a file that would stay the same is not touched.

    A link or another thing that stands in a file's place is replaced, never followed. All are written beside their
    places first and get their names together at the end.

    Args:
        reports: what to write.
        out: the folder; it is made where it is not there.
        claim: the claim's number, where the reports hold this claim alone.
        progress: hears of each report.

    Raises:
        WorkbenchError: the folder or a file can't be written.
        Stopped: nobody wants them any more; every file is as it was.
    """
    return _write([(file_name(report, claim), report) for report in reports], out, progress)


def write_claims(reports: Sequence[ArticleReport], out: Path, progress: Progress = unheard) -> tuple[Path, ...]:
    """Write one Markdown file for each claim of some reports, as ``write_reports`` does for a single one.

    Raises:
        WorkbenchError: the folder or a file can't be written.
        Stopped: nobody wants them any more; every file is as it was.

    """
    alone = [(one.sheet.number, report._replace(claims=(one,))) for report in reports for one in report.claims]
    return _write([(file_name(report, number), report) for number, report in alone], out, progress)


def _write(named: Sequence[tuple[str, ArticleReport]], out: Path, progress: Progress) -> tuple[Path, ...]:
    path = out
    paths: list[Path] = []
    parts: list[tuple[Path, Path]] = []
    try:
        out.mkdir(parents=True, exist_ok=True)
        for at, (name, report) in enumerate(named):
            path = out / name
            progress(name, at, len(named))
            content = render_article(report).encode("utf-8")
            if not _same(path, content):
                parts.append((_part(path, content), path))
            paths.append(path)
        while parts:
            part, path = parts[0]
            part.replace(path)
            del parts[0]
        path = out
        settle(out)
    except (OSError, ValueError) as problem:
        why = problem.strerror if isinstance(problem, OSError) else "the name can't be a path"
        raise WorkbenchError(
            f"{printable(str(path))} can't be written: {why or problem}.",
            "Make room or check the permissions there, or name another folder with --out.",
        ) from None
    finally:
        for part, _ in parts:
            part.unlink(missing_ok=True)
    return tuple(paths)


def _part(path: Path, content: bytes) -> Path:
    """Write a file beside its place; it waits there for its name."""
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o666)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def _same(path: Path, content: bytes) -> bool:
    """Say whether a regular file with this content is there."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size != len(content):
            return False
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
            return file.read() == content
    except OSError:
        return False
