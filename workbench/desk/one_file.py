"""An export that is one file: named by itself or by its folder, whole or not there, not touched where it stays the same."""

import filecmp
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from claims_db.whole_files import part_beside, put, saying, saying_of_disk


class FileWritten(NamedTuple):
    """A file that was written, its digest and its size."""

    path: Path
    sha256: str
    size: int


def file_of(out: Path, name: str) -> Path:
    """Give the file that is meant: ``out`` itself where its name ends as ``name`` does, or that name in the folder."""
    return out if out.suffix == Path(name).suffix and not out.is_dir() else out / name


def write_file(path: Path, pieces: Iterable[bytes], *, shared: bool = False) -> FileWritten:
    """Write a file piece by piece; whatever the pieces raise leaves it as it was.

    Only its owner may read it, unless it is ``shared``.

    Raises:
        DatabaseUnavailable: the file can't be written.

    """
    with saying(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with saying_of_disk(path), part_beside(path, shared=shared) as part:
        digest, size = hashlib.sha256(), 0
        with part.open("wb") as file:
            for piece in pieces:
                digest.update(piece)
                size += file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if not (path.is_file() and not path.is_symlink() and filecmp.cmp(part, path, shallow=False)):
            put(part, path, replace=True)
    return FileWritten(path, digest.hexdigest(), size)
