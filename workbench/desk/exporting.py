"""Write files into a folder: each whole or not at all, and only what changed."""

import os
import secrets
import stat
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from claims_db.rows import ArticleReport
from claims_db.whole_files import settle
from workbench.domain.progress import Progress, unheard
from workbench.domain.text import printable
from workbench.errors import WorkbenchError
from workbench.export.markdown import article_file
from workbench.export.rendered import RenderedFile

_FEW = 32
"""So many files are flushed one by one; more of them all at once, which takes a hundredth of the time."""


Same = Callable[[Path], None]
"""Hears of each file that is there already as it would be written."""


def unnoted(path: Path) -> None:
    """Let nobody hear of what stays the same."""


class _Part(NamedTuple):
    """A file that waits beside its place for its name."""

    path: Path
    place: Path


def write_reports(
    reports: Sequence[ArticleReport],
    out: Path,
    claim: int | None = None,
    progress: Progress = unheard,
    same: Same = unnoted,
) -> tuple[Path, ...]:
    """Write one Markdown file for each report; ``claim`` is the claim's number, where they hold this claim alone.

    Raises:
        WorkbenchError: the folder or a file can't be written.
        Stopped: nobody wants them any more; every file is as it was.

    """
    return write_files((article_file(one, claim) for one in reports), out, len(reports), progress, same)


def write_claims(
    reports: Sequence[ArticleReport], out: Path, progress: Progress = unheard, same: Same = unnoted
) -> tuple[Path, ...]:
    """Write one Markdown file for each claim of some reports, as ``write_reports`` does for a single one.

    Raises:
        WorkbenchError: the folder or a file can't be written.
        Stopped: nobody wants them any more; every file is as it was.

    """
    alone = [(one.sheet.number, report._replace(claims=(one,))) for report in reports for one in report.claims]
    return write_files((article_file(one, number) for number, one in alone), out, len(alone), progress, same)


def write_files(
    files: Iterable[RenderedFile],
    out: Path,
    total: int = 0,
    progress: Progress = unheard,
    same: Same = unnoted,
) -> tuple[Path, ...]:
    """Write files; one that would stay the same is not touched.

    A link or another thing that stands in a file's place is replaced, never followed. All are written beside their
    places first and get their names together at the end.

    Args:
        files: what to write, one after another.
        out: the folder; it is made where it is not there.
        total: how many there are, where that is known.
        progress: hears of each file.
        same: hears of those that stay as they are.

    Raises:
        WorkbenchError: the folder or a file can't be written.
        Stopped: nobody wants them any more; every file is as it was.
    """
    path = out
    paths: list[Path] = []
    parts: list[_Part] = []
    made, touched = {out}, set[Path]()
    try:
        out.mkdir(parents=True, exist_ok=True)
        for at, file in enumerate(files):
            path = out / file.name
            progress(file.name, at, total)
            if _same(path, file.content):
                same(path)
            else:
                if path.parent not in made:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    made.add(path.parent)
                parts.append(_Part(_written(path, file.content), path))
            paths.append(path)
        _flush(parts)
        parts.reverse()
        while parts:
            part, path = parts[-1]
            part.replace(path)
            touched.add(path.parent)
            parts.pop()
        path = out
        _settle({out, *(folder for one in touched for folder in (one, *one.parents) if folder.is_relative_to(out))})
    except (OSError, ValueError) as problem:
        raise unwritable(path, problem) from None
    finally:
        for part, _ in parts:
            part.unlink(missing_ok=True)
    return tuple(paths)


def unwritable(path: Path, problem: OSError | ValueError) -> WorkbenchError:
    """Say that a file can't be written, and why."""
    why = problem.strerror if isinstance(problem, OSError) else "the name can't be a path"
    return WorkbenchError(
        f"{printable(str(path))} can't be written: {why or problem}.",
        "Make room or check the permissions there, or name another folder with --out.",
    )


def _written(path: Path, content: bytes) -> Path:
    """Write a file beside its place."""
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o666)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def _flush(parts: list[_Part]) -> None:
    """Let the content of files reach the disk before they get their names."""
    if len(parts) > _FEW:
        os.sync()
        return
    for part, _ in parts:
        handle = os.open(part, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _settle(folders: set[Path]) -> None:
    """Let new names reach the disk, with those of the folders that were made for them."""
    if len(folders) > _FEW:
        os.sync()
        return
    for folder in sorted(folders):
        settle(folder)


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
