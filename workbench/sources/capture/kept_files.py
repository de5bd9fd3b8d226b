"""Files of the content store on the disk: written whole or not at all, removed for good, or put aside."""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from workbench.errors import WorkbenchError

PART = ".part"
"""What the names of files end with that are not whole yet."""


SHARED, PRIVATE = 0o444, 0o400
"""Who may read a file: whoever gets into its folder, or its owner alone."""


class BlobMissing(WorkbenchError):
    """What the desk refers to is not in the store."""


class BlobUnreadable(WorkbenchError):
    """A file is there, or may be, and this machine does not let it be read."""


class BlobDamaged(WorkbenchError):
    """A file is not what its name says; it was put aside, and nothing is written in its place."""


class Blob(NamedTuple):
    """Bytes that are in the store."""

    sha256: str
    size: int


class StoredFile(NamedTuple):
    """A file of the store: the digest it is kept under, its place, its bytes on the disk, when it was written."""

    sha256: str
    path: Path
    size: int
    changed_at: int


def damaged(path: Path, aside: Path, sha256: str) -> BlobDamaged:
    """Put aside what is not what its name says, and give the error that says so."""
    where = put_aside(path, aside)
    return BlobDamaged(f"{sha256} has other bytes than its name says; {where}.", "Bring it back from a backup.")


def last_aside(aside: Path, sha256: str) -> Path | None:
    """Name the file that was put aside last of those that had a digest as their name, if there is one."""
    return max(aside.glob(f"{sha256}.*"), key=lambda path: (len(path.name), path.name), default=None)


def missing(folder: Path, aside: Path, sha256: str) -> BlobMissing:
    """Give the error for what is not there, or was put ``aside``."""
    lies = last_aside(aside, sha256)
    words = f"is not in {folder}" if lies is None else f"has other bytes than its name says and lies in {lies}"
    return BlobMissing(f"{sha256} {words}.", "Bring it back from a backup of that folder.")


def unreadable(folder: Path, sha256: str, problem: OSError) -> BlobUnreadable:
    """Give the error for what the system doesn't let be read."""
    return BlobUnreadable(
        f"{sha256} in {folder} can't be read: {problem.strerror or problem}.", "Check its permissions."
    )


def write_whole(path: Path, pieces: Iterable[bytes | bytearray | memoryview], mode: int) -> None:
    """Write a file under another name in its folder, bring it to the disk, and give it its name and mode.

    Raises:
        OSError: it can't be written; nothing is left but a part at worst.

    """
    make_folder(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=PART)
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        os.replace(name, path)  # noqa: PTH105 - named in one place with the calls around it
        sync(path.parent)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108 - as above
        raise


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner can look into, and bring its name to the disk."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    sync(folder.parent)


def remove(path: Path) -> bool:
    """Remove a file for good; say whether it was there."""
    try:
        path.unlink()
        sync(path.parent)
    except FileNotFoundError:
        return False
    return True


def stored(paths: Iterable[Path], sha256: Callable[[str], str]) -> Iterator[StoredFile]:
    """Give what is known of files whose names tell a digest; others are passed over."""
    for path in sorted(paths):
        digest = sha256(path.name)
        if digest:
            with suppress(FileNotFoundError):
                found = path.stat()
                yield StoredFile(digest, path, found.st_size, found.st_mtime_ns // 1000)


def parts(folder: Path) -> tuple[Path, ...]:
    """Give what is being written two folders below, or was when its writer was killed."""
    return tuple(sorted(folder.glob(f"??/??/*{PART}")))


def put_aside(path: Path, aside: Path) -> str:
    """Put a file aside under its name and a number, so that none before it is overwritten; say where it is now."""
    try:
        make_folder(aside)
        for number in range(1_000):
            target = aside / f"{path.name}.{number}"
            if not target.exists():
                # A link fails where the name is taken; a rename would overwrite it.
                os.link(path, target)
                os.unlink(path)  # noqa: PTH108 - as above
                break
    except OSError as problem:
        return f"it could not be put aside: {problem.strerror or problem}"
    return f"it is in {aside} now"


def sync(folder: Path) -> None:
    """Let the new names in a folder reach the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
