"""The content store: every file under the name of its own digest, written whole or not at all, never changed.

``sha256/ab/cd/`` and 64 digits. A file is written under another name in the same folder, brought to the disk and
renamed, so a process that is killed leaves a whole file or a leftover that ``leftovers`` lists. What is sealed lies in
``sealed`` beside it, and is read in the same way.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.sources.capture.kept_files import (
    PRIVATE,
    SHARED,
    Blob,
    StoredFile,
    damaged,
    last_aside,
    missing,
    parts,
    remove,
    stored,
    unreadable,
    write_whole,
)
from workbench.sources.capture.sealed_files import SealedFiles
from workbench.sources.capture.sealing import Sealing, StaysSealed

_CHUNK = 1 << 20
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


class ContentStore:
    """Files by their digests, below one folder."""

    def __init__(self, folder: Path, sealing: Sealing | None = None, mode: int = SHARED) -> None:
        self.folder = folder
        self._blobs = folder / "sha256"
        self._aside = folder / "quarantine"
        self._sealing = sealing or Sealing()
        self._sealed = SealedFiles(folder / "sealed", self._aside, self._sealing)
        self._mode = mode

    @property
    def seals(self) -> bool:
        """Whether what is private is sealed."""
        return bool(self._sealing.program)

    def private(self) -> "ContentStore":
        """Give the store for files that only their owner can read, sealed where the settings say so.

        Raises:
            NotSealed: they could not be sealed.

        """
        if self.seals:
            self._sealing.check()
        return ContentStore(self.folder, self._sealing, PRIVATE)

    def path(self, sha256: str) -> Path:
        """Name the place of a plain file.

        Raises:
            ValueError: this is no digest, and so must not become a path.

        """
        if not _DIGEST.fullmatch(sha256):
            raise ValueError(f"{sha256!r} is no digest")
        return self._blobs / sha256[:2] / sha256[2:4] / sha256

    def put(self, pieces: Iterable[bytes | bytearray | memoryview], refers: Iterable[str] = ()) -> Blob:
        """Keep bytes and give their digest; the same bytes twice are one file.

        Args:
            pieces: the bytes.
            refers: the digests that they name, if they are a record.

        Raises:
            BlobDamaged: a file under this name has other bytes.
            NotSealed: they can't be sealed; nothing is written of them.
            WorkbenchError: they can't be written; nothing is left but a leftover at worst.

        """
        given = list(pieces)
        state, size = hashlib.sha256(), 0
        for piece in given:
            state.update(piece)
            size += len(piece)
        blob = Blob(state.hexdigest(), size)
        try:
            if self._mode == PRIVATE and self.seals:
                self._put_sealed(blob.sha256, given, refers)
            elif self.path(blob.sha256).exists():
                self.check(blob.sha256)
            elif self._mode != PRIVATE or not self._opens(blob.sha256):
                write_whole(self.path(blob.sha256), given, self._mode)
            if self._mode == PRIVATE:
                self.hide(blob.sha256)
        except OSError as problem:
            raise self._unwritten(problem) from None
        return blob

    def read(self, sha256: str) -> bytes:
        """Give a file's bytes, hashed again.

        Raises:
            BlobMissing: it is not there.
            BlobDamaged: its bytes are not what its name says; it is in quarantine now.
            StaysSealed: it is sealed and can't be opened here.

        """
        try:
            content = self.path(sha256).read_bytes()
        except FileNotFoundError:
            return self._read_sealed(sha256)
        except OSError as problem:
            raise unreadable(self.folder, sha256, problem) from None
        if hashlib.sha256(content).hexdigest() != sha256:
            raise damaged(self.path(sha256), self._aside, sha256)
        return content

    def check(self, sha256: str) -> int:
        """Hash a file again, a plain one without holding it in memory; give its size. Errors are those of ``read``."""
        state, size = hashlib.sha256(), 0
        buffer = bytearray(_CHUNK)
        view = memoryview(buffer)
        try:
            with self.path(sha256).open("rb", buffering=0) as file:
                while count := file.readinto(buffer):
                    state.update(view[:count])
                    size += count
        except FileNotFoundError:
            return len(self._read_sealed(sha256))
        except OSError as problem:
            raise unreadable(self.folder, sha256, problem) from None
        if state.hexdigest() != sha256:
            raise damaged(self.path(sha256), self._aside, sha256)
        return size

    def has(self, sha256: str) -> bool:
        """Say whether a file of this name is there, plain or sealed; its bytes are not looked at.

        Raises:
            BlobUnreadable: the folder can't be looked into.

        """
        try:
            return _DIGEST.fullmatch(sha256) is not None and (self.is_plain(sha256) or self.is_sealed(sha256))
        except OSError as problem:
            raise unreadable(self.folder, sha256, problem) from None

    def refers(self, sha256: str) -> tuple[str, ...] | None:
        """Give the digests that a sealed record names; None where that stands in the record alone."""
        return self._sealed.noted(sha256)

    def aside(self, sha256: str) -> Path | None:
        """Name the file in quarantine that had this name last, if there is one."""
        return last_aside(self._aside, sha256) if _DIGEST.fullmatch(sha256) else None

    def hide(self, sha256: str) -> None:
        """Let only its owner read a file, if it is there."""
        with suppress(FileNotFoundError):
            self.path(sha256).chmod(PRIVATE)

    def can_seal(self) -> None:
        """See that what is sealed now can be opened again here: the plain bytes are to go.

        Raises:
            NotSealed, StaysSealed: it can't.

        """
        self._sealing.check_both_ways()

    def seal(self, sha256: str, refers: Iterable[str] = ()) -> None:
        """Put a sealed file beside a plain one, and open it again, so that the plain one may go.

        Raises:
            WorkbenchError: it can't be sealed, written or opened; the plain one stays as it is.

        """
        if not self.path(sha256).exists():
            return
        try:
            self._put_sealed(sha256, [self.read(sha256)], refers)
        except OSError as problem:
            raise self._unwritten(problem) from None
        self._sealed.read(sha256)

    def seal_again(self, sha256: str) -> None:
        """Seal a sealed file anew for those whom the settings name now.

        Raises:
            StaysSealed: it can't be opened here; it stays as it is.
            WorkbenchError: it can't be sealed, written or removed; one that can be opened stays.

        """
        try:
            self._sealed.again(sha256)
        except OSError as problem:
            raise self._unwritten(problem) from None

    def sealed(self) -> tuple[str, ...]:
        """Give the digests of what is sealed, in order."""
        return tuple(dict.fromkeys(file.sha256 for file in self._sealed.all()))

    def is_plain(self, sha256: str) -> bool:
        """Say whether a file is there that is not sealed, whatever stands beside it."""
        return self.path(sha256).is_file()

    def is_sealed(self, sha256: str) -> bool:
        """Say whether a sealed file is there, whatever stands beside it."""
        return self._sealed.has(sha256)

    def remove_plain(self, sha256: str) -> None:
        """Remove a plain file beside a sealed one; without that it stays.

        Raises:
            WorkbenchError: it can't be removed.

        """
        if self.is_sealed(sha256):
            try:
                remove(self.path(sha256))
            except OSError as problem:
                raise self._not_removed(sha256, problem) from None

    def erase(self, sha256: str) -> bool:
        """Remove a file for good, plain, sealed and in quarantine; say whether it was there.

        Raises:
            WorkbenchError: it can't be removed.

        """
        try:
            aside = [remove(path) for path in list(self._aside.glob(f"{sha256}.*"))]
            return any([*aside, self._sealed.erase(sha256), remove(self.path(sha256))])
        except OSError as problem:
            raise self._not_removed(sha256, problem) from None

    def all(self) -> Iterator[StoredFile]:
        """Give every file, the plain ones first, in the order of their digests."""
        yield from stored(self._blobs.glob("??/??/*"), lambda name: name if _DIGEST.fullmatch(name) else "")
        yield from self._sealed.all()

    def leftovers(self) -> tuple[Path, ...]:
        """Give what writers left behind that were killed, and what others are writing just now."""
        return (*parts(self._blobs), *self._sealed.leftovers())

    def _put_sealed(self, sha256: str, given: list[bytes | bytearray | memoryview], refers: Iterable[str]) -> None:
        named = tuple(refers)
        if named and self._sealed.noted(sha256) is None:
            # First, so that there is no sealed record without it.
            self._sealed.note(sha256, named)
        self._sealed.put(sha256, given)

    def _opens(self, sha256: str) -> bool:
        """Say whether there is a sealed file of these bytes that can be opened here."""
        try:
            return self._sealed.has(sha256) and bool(self._sealed.read(sha256))
        except StaysSealed:
            return False

    def _read_sealed(self, sha256: str) -> bytes:
        if not self._sealed.has(sha256):
            raise missing(self.folder, self._aside, sha256)
        return self._sealed.read(sha256)

    def _unwritten(self, problem: OSError) -> WorkbenchError:
        return WorkbenchError(
            f"The evidence can't be kept in {self.folder}: {problem.strerror or problem}.",
            "Make room there, or mend the permissions of the folder.",
        )

    def _not_removed(self, sha256: str, problem: OSError) -> WorkbenchError:
        return WorkbenchError(
            f"{sha256} in {self.folder} can't be removed: {problem.strerror or problem}.",
            "Mend the permissions of the folder, and do it again.",
        )
