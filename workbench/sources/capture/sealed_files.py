"""Sealed files: encrypted, and kept under the digest of what is in them, apart from the plain ones.

``sealed/ab/cd/`` and a name of three parts: the SHA-256 of the plain bytes, that of the file itself, and the program
that opens it. So damage shows without any key, and a file that can't be opened is never taken for a damaged one.
Beside a sealed record stands a list of the digests that it refers to: what may be removed is known without its key.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from workbench.sources.capture.kept_files import (
    PRIVATE,
    BlobMissing,
    StoredFile,
    damaged,
    missing,
    parts,
    remove,
    stored,
    unreadable,
    write_whole,
)
from workbench.sources.capture.sealing import PROGRAMS, NotSealed, Sealing, StaysSealed

_SEALED = re.compile(rf"([0-9a-f]{{64}})\.([0-9a-f]{{64}})\.({'|'.join(PROGRAMS)})", re.ASCII)
_LIST = re.compile(r"([0-9a-f]{64})\.refers", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


class SealedFiles:
    """The sealed files of a content store."""

    def __init__(self, folder: Path, aside: Path, sealing: Sealing) -> None:
        self._folder = folder
        self._aside = aside
        self._sealing = sealing

    def has(self, sha256: str) -> bool:
        """Say whether a sealed file of these bytes is there, whoever can open it."""
        return any(True for _ in self._of(sha256))

    def put(self, sha256: str, pieces: Sequence[bytes | bytearray | memoryview]) -> None:
        """Seal bytes, unless they can be read already; what can't be opened here stays beside them.

        Raises:
            NotSealed: they can't be sealed; nothing is written.
            BlobDamaged: what is there is not what its name says.
            OSError: they can't be written.

        """
        try:
            self.read(sha256)
        except (BlobMissing, StaysSealed):
            self._write(sha256, self._sealing.seal(pieces))

    def again(self, sha256: str) -> None:
        """Seal what is in a sealed file for those whom the settings name now; the file before goes when that was opened.

        Raises:
            BlobMissing, BlobDamaged, StaysSealed, NotSealed: it can't be; the file before stays.
            OSError: it can't be written, or the one before can't be removed.

        """
        content, before = self.read(sha256), [path for path, _, _ in self._of(sha256)]
        sealed = self._sealing.seal([content])
        if self._sealing.open(self._sealing.program, sealed) != content:
            raise NotSealed(f"What {self._sealing.program} seals is not what it opens.", "Check the program.")
        self._write(sha256, sealed)
        for path in before:
            remove(path)

    def read(self, sha256: str) -> bytes:
        """Open a sealed file and hash what is in it.

        Raises:
            BlobMissing: it is not there.
            BlobDamaged: it, or what is in it, is not what its name says; it is in quarantine now.
            StaysSealed: it is whole, but can't be opened here.

        """
        stays: StaysSealed | None = None
        for path, own, program in list(self._of(sha256)):
            try:
                content = path.read_bytes()
            except OSError as problem:
                raise unreadable(self._folder, sha256, problem) from None
            if hashlib.sha256(content).hexdigest() != own:
                raise damaged(path, self._aside, sha256)
            try:
                opened = self._sealing.open(program, content)
            except StaysSealed as problem:
                stays = problem
                continue
            if hashlib.sha256(opened).hexdigest() != sha256:
                raise damaged(path, self._aside, sha256)
            return opened
        if stays is not None:
            raise StaysSealed(f"{sha256} stays sealed. {stays.message}", stays.hint)
        raise missing(self._folder, self._aside, sha256)

    def note(self, sha256: str, digests: Iterable[str]) -> None:
        """Write down which digests a record refers to."""
        lines = "".join(f"{digest}\n" for digest in dict.fromkeys(digests))
        write_whole(self._list(sha256), [lines.encode("ascii")], PRIVATE)

    def noted(self, sha256: str) -> tuple[str, ...] | None:
        """Give the digests that a record refers to, None where nobody wrote them down."""
        try:
            lines = self._list(sha256).read_text("ascii").splitlines()
        except (FileNotFoundError, ValueError):
            return None
        except OSError as problem:
            raise unreadable(self._folder, sha256, problem) from None
        return tuple(lines) if all(map(_DIGEST.fullmatch, lines)) else None

    def erase(self, sha256: str) -> bool:
        """Remove what is sealed under a digest for good; say whether anything was there."""
        removed = [remove(path) for path, _, _ in list(self._of(sha256))]
        return any([*removed, remove(self._list(sha256))])

    def all(self) -> Iterator[StoredFile]:
        """Give every file, in the order of their digests."""
        return stored(self._folder.glob("??/??/*"), _digest)

    def leftovers(self) -> tuple[Path, ...]:
        """Give what is being written, or was when its writer was killed."""
        return parts(self._folder)

    def _write(self, sha256: str, sealed: bytes) -> None:
        name = f"{sha256}.{hashlib.sha256(sealed).hexdigest()}.{self._sealing.program}"
        write_whole(self._place(sha256) / name, [sealed], PRIVATE)

    def _of(self, sha256: str) -> Iterator[tuple[Path, str, str]]:
        """Give the sealed files of a digest, each with its own digest and its program."""
        for path in sorted(self._place(sha256).glob(f"{sha256}.*")):
            name = _SEALED.fullmatch(path.name)
            if name is not None:
                yield path, name[2], name[3]

    def _list(self, sha256: str) -> Path:
        return self._place(sha256) / f"{sha256}.refers"

    def _place(self, sha256: str) -> Path:
        if not _DIGEST.fullmatch(sha256):
            raise ValueError(f"{sha256!r} is no digest")
        return self._folder / sha256[:2] / sha256[2:4]


def _digest(name: str) -> str:
    found = _SEALED.fullmatch(name) or _LIST.fullmatch(name)
    return found[1] if found else ""
