"""The content store: every file under the name of its own digest, written whole or not at all, never changed.

``sha256/ab/cd/`` and 64 digits. A file is written under another name in the same folder, brought to the disk and
renamed, so a process that is killed leaves a whole file or a leftover that ``leftovers`` lists.
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from workbench.errors import WorkbenchError

_CHUNK = 1 << 20
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_PART = ".part"

SHARED, PRIVATE = 0o444, 0o400
"""Who may read a file: whoever gets into its folder, or its owner alone."""


class BlobMissing(WorkbenchError):
    """What the desk refers to is not in the store."""


class BlobUnreadable(WorkbenchError):
    """A file is there, or may be, and this machine does not let it be read."""


class BlobDamaged(WorkbenchError):
    """A file is not what its name says; it was put aside, and nothing is written in its place."""


class Blob(NamedTuple):
    """A file of the store."""

    sha256: str
    size: int
    changed_at: int


class ContentStore:
    """Files by their digests, below one folder."""

    def __init__(self, folder: Path, mode: int = SHARED) -> None:
        self.folder = folder
        self._blobs = folder / "sha256"
        self._aside = folder / "quarantine"
        self._mode = mode

    def private(self) -> "ContentStore":
        """Give the store for files that only their owner can read."""
        return ContentStore(self.folder, PRIVATE)

    def path(self, sha256: str) -> Path:
        """Name the place of a file.

        Raises:
            ValueError: this is no digest, and so must not become a path.

        """
        if not _DIGEST.fullmatch(sha256):
            raise ValueError(f"{sha256!r} is no digest")
        return self._blobs / sha256[:2] / sha256[2:4] / sha256

    def put(self, pieces: Iterable[bytes | bytearray | memoryview]) -> Blob:
        """Keep bytes and give their digest; the same bytes twice are one file.

        Raises:
            BlobDamaged: a file under this name has other bytes.
            WorkbenchError: they can't be written; nothing is left but a leftover at worst.

        """
        given = list(pieces)
        state, size = hashlib.sha256(), 0
        for piece in given:
            state.update(piece)
            size += len(piece)
        sha256 = state.hexdigest()
        path = self.path(sha256)
        try:
            if path.exists():
                self.check(sha256)
                if self._mode == PRIVATE:
                    self.hide(sha256)
            else:
                self._write(path, given)
            return Blob(sha256, size, path.stat().st_mtime_ns // 1000)
        except OSError as problem:
            raise WorkbenchError(
                f"The evidence can't be kept in {self.folder}: {problem.strerror or problem}.",
                "Make room there, or mend the permissions of the folder.",
            ) from None

    def read(self, sha256: str) -> bytes:
        """Give a file's bytes, hashed again.

        Raises:
            BlobMissing: it is not there.
            BlobDamaged: its bytes are not what its name says; it is in quarantine now.

        """
        try:
            content = self.path(sha256).read_bytes()
        except FileNotFoundError:
            raise self._missing(sha256) from None
        except OSError as problem:
            raise self._unreadable(sha256, problem) from None
        if hashlib.sha256(content).hexdigest() != sha256:
            raise self._damaged(sha256)
        return content

    def check(self, sha256: str) -> int:
        """Hash a file again without holding it in memory; give its size. Errors are those of ``read``."""
        state, size = hashlib.sha256(), 0
        buffer = bytearray(_CHUNK)
        view = memoryview(buffer)
        try:
            with self.path(sha256).open("rb", buffering=0) as file:
                while count := file.readinto(buffer):
                    state.update(view[:count])
                    size += count
        except FileNotFoundError:
            raise self._missing(sha256) from None
        except OSError as problem:
            raise self._unreadable(sha256, problem) from None
        if state.hexdigest() != sha256:
            raise self._damaged(sha256)
        return size

    def has(self, sha256: str) -> bool:
        """Say whether a file of this name is there; its bytes are not looked at.

        Raises:
            BlobUnreadable: the folder can't be looked into.

        """
        try:
            return _DIGEST.fullmatch(sha256) is not None and self.path(sha256).is_file()
        except OSError as problem:
            raise self._unreadable(sha256, problem) from None

    def aside(self, sha256: str) -> Path | None:
        """Name the file in quarantine that had this name last, if there is one."""
        if not _DIGEST.fullmatch(sha256):
            return None
        return max(self._aside.glob(f"{sha256}.*"), key=lambda path: (len(path.name), path.name), default=None)

    def hide(self, sha256: str) -> None:
        """Let only its owner read a file, if it is there."""
        with suppress(FileNotFoundError):
            self.path(sha256).chmod(PRIVATE)

    def erase(self, sha256: str) -> bool:
        """Remove a file for good; say whether it was there.

        Raises:
            WorkbenchError: it can't be removed.

        """
        path = self.path(sha256)
        try:
            path.unlink()
            _sync(path.parent)
        except FileNotFoundError:
            return False
        except OSError as problem:
            raise WorkbenchError(
                f"{sha256} in {self.folder} can't be removed: {problem.strerror or problem}.",
                "Mend the permissions of the folder, and erase the source again.",
            ) from None
        return True

    def all(self) -> Iterator[Blob]:
        """Give every file, in the order of their digests."""
        for path in sorted(self._blobs.glob("??/??/*")):
            if _DIGEST.fullmatch(path.name):
                with suppress(FileNotFoundError):
                    found = path.stat()
                    yield Blob(path.name, found.st_size, found.st_mtime_ns // 1000)

    def leftovers(self) -> tuple[Path, ...]:
        """Give what writers left behind that were killed, and what others are writing just now."""
        return tuple(sorted(self._blobs.glob(f"??/??/*{_PART}")))

    def _write(self, path: Path, pieces: list[bytes | bytearray | memoryview]) -> None:
        self._make(path.parent)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=_PART)
        try:
            with os.fdopen(handle, "wb") as file:
                for piece in pieces:
                    file.write(piece)
                file.flush()
                os.fchmod(file.fileno(), self._mode)
                os.fsync(file.fileno())
            os.replace(name, path)  # noqa: PTH105 - named in one place with the calls around it
            _sync(path.parent)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)  # noqa: PTH108 - as above
            raise

    def _make(self, folder: Path) -> None:
        """Make a folder that only its owner can look into, and bring its name to the disk."""
        if folder.is_dir():
            return
        self._make(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        _sync(folder.parent)

    def _missing(self, sha256: str) -> BlobMissing:
        aside = self.aside(sha256)
        words = (
            f"is not in {self.folder}" if aside is None else f"has other bytes than its name says and lies in {aside}"
        )
        return BlobMissing(f"{sha256} {words}.", "Bring it back from a backup of that folder.")

    def _unreadable(self, sha256: str, problem: OSError) -> BlobUnreadable:
        return BlobUnreadable(
            f"{sha256} in {self.folder} can't be read: {problem.strerror or problem}.", "Check its permissions."
        )

    def _damaged(self, sha256: str) -> BlobDamaged:
        """Put a file aside under its name and a number, so that none before it is overwritten."""
        path, place = self.path(sha256), self._aside
        try:
            self._make(place)
            for number in range(1_000):
                target = place / f"{sha256}.{number}"
                if not target.exists():
                    # A link fails where the name is taken; a rename would overwrite it.
                    os.link(path, target)
                    os.unlink(path)  # noqa: PTH108 - as above
                    break
            words = f"it is in {place} now"
        except OSError as problem:
            words = f"it could not be put aside: {problem.strerror or problem}"
        return BlobDamaged(f"{sha256} has other bytes than its name says; {words}.", "Bring it back from a backup.")


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
