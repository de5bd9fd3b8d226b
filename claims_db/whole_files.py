"""Files that are whole or not there: written under another name in the same folder, flushed, renamed."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claims_db.errors import Conflict, DatabaseUnavailable

_BESIDE = ("-wal", "-shm", "-journal")


def taken(path: Path) -> Conflict:
    """Give the error that says that a file is there already."""
    return Conflict(f"{path} is there already.", "Give another name, or --force to replace it.")


@contextmanager
def saying(place: Path) -> Iterator[None]:
    """Turn what the system complains of into an error that names the place, also that its name can't be one."""
    try:
        with saying_of_disk(place):
            yield
    except ValueError:
        raise _unwritten(place, "the name can't be a path") from None


@contextmanager
def saying_of_disk(place: Path) -> Iterator[None]:
    """Turn what the system complains of into an error that names the place; other errors of what is done stay."""
    try:
        yield
    except FileExistsError:
        raise taken(place) from None
    except OSError as problem:
        raise _unwritten(place, problem.strerror or str(problem)) from None


def _unwritten(place: Path, why: str) -> DatabaseUnavailable:
    return DatabaseUnavailable(
        f"{place} can't be written: {why}.", "Make room or check the permissions there, or name another file."
    )


@contextmanager
def part_beside(place: Path, *, shared: bool = False) -> Iterator[Path]:
    """Give an empty file in the folder of a place; whatever is left of it is removed at the end.

    Only its owner may read it, unless it is to be ``shared``.
    """
    name = str(place.with_name(f".workbench-{secrets.token_hex(8)}.part"))
    os.close(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o666 if shared else 0o600))
    try:
        yield Path(name)
    finally:
        for ending in ("", *_BESIDE):
            Path(name + ending).unlink(missing_ok=True)


def put(part: Path, place: Path, *, replace: bool) -> None:
    """Give the part its name, and let the name reach the disk."""
    if replace:
        part.replace(place)
    else:
        link(part, place)
    settle(place.parent)


def settle(folder: Path) -> None:
    """Let the new names in a folder reach the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def link(path: Path, name: Path) -> None:
    """Give a file a second name that nothing else has; where a file can have but one, its only."""
    try:
        name.hardlink_to(path)
    except FileExistsError:
        raise
    except OSError:
        if name.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(name)) from None
        path.rename(name)


def move_log(desk: Path, kept: Path) -> None:
    """Move away the log of the desk that stood here: replayed into another one it would destroy it."""
    for ending in _BESIDE:
        log = desk.with_name(desk.name + ending)
        if log.exists():
            log.rename(kept.with_name(kept.name + ending))
