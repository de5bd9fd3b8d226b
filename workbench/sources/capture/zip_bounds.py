"""Read single members of an office document within bounds; nothing is ever unpacked to a disk."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from workbench.sources.capture.found_text import Unreadable

MOST_MEMBERS = 5_000
LARGEST_MEMBER = 50_000_000
LARGEST_RATIO = 200
_SMALL = 1_000_000
_END = b"PK\x05\x06"


class Members:
    """The members of an archive, by their names."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = archive.namelist()

    def read(self, name: str) -> bytes:
        """Give a member's bytes; empty where there is none of this name.

        Raises:
            Unreadable: it is no plain member, encrypted, or unpacks to too much.

        """
        if name not in self.names:
            return b""
        found = self._archive.getinfo(name)
        if stat.S_ISLNK(found.external_attr >> 16) or found.is_dir():
            raise Unreadable("a part of it is no file")
        if found.flag_bits & 1:
            raise Unreadable("it is encrypted")
        most = min(LARGEST_MEMBER, max(found.compress_size * LARGEST_RATIO, _SMALL))
        if found.file_size > most:
            raise Unreadable("it unpacks to too much")
        with self._archive.open(found) as member:
            # What the archive says of the size need not be so.
            content = member.read(most + 1)
        if len(content) > most:
            raise Unreadable("it unpacks to too much")
        return content


@contextmanager
def members(content: bytes) -> Iterator[Members]:
    """Open an archive.

    Raises:
        Unreadable: it is broken, or has too many members.

    """
    end = content.rfind(_END, max(0, len(content) - 70_000))
    if end >= 0 and int.from_bytes(content[end + 10 : end + 12], "little") > MOST_MEMBERS:
        raise Unreadable("it has too many parts")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if len(archive.filelist) > MOST_MEMBERS:
                raise Unreadable("it has too many parts")
            yield Members(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise Unreadable("it is broken") from None
