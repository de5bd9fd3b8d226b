"""Keep every byte of an answer as it is read: before its chunks are put together, before it is unpacked."""

import io
import socket
from http.client import HTTPResponse


class TooLong(Exception):
    """More came than is kept."""


class Tee:
    """Reads from a connection and keeps exactly what was handed on, so nothing that came after the answer.

    It stands in the place of the file that ``http.client`` reads from.
    """

    def __init__(self, source: io.BufferedReader, limit: int) -> None:
        self._source = source
        self._limit = limit
        self.kept = bytearray()

    def begin(self) -> None:
        """Forget what was kept: an answer such as 100 goes before the one that counts."""
        self.kept = bytearray()

    def taken(self) -> bytes:
        """Give what was kept, and forget it."""
        kept = bytes(self.kept)
        self.kept = bytearray()
        return kept

    def readline(self, size: int = -1) -> bytes:
        """Read a line."""
        return self._keep(self._source.readline(size))

    def read(self, size: int = -1) -> bytes:
        """Read as much as was asked for."""
        return self._keep(self._source.read(self._limit if size is None or size < 0 else size))

    def read1(self, size: int = -1) -> bytes:
        """Read what is there."""
        return self._keep(self._source.read1(size))

    def readinto(self, target: memoryview) -> int:
        """Read into a buffer."""
        count = self._source.readinto(target)
        self._keep(bytes(target[:count]))
        return count

    def flush(self) -> None:
        """Do nothing; there is nothing to flush."""

    def close(self) -> None:
        """Close the file."""
        self._source.close()

    def _keep(self, some: bytes) -> bytes:
        room = self._limit - len(self.kept)
        self.kept += some[:room]
        if len(some) > room:
            raise TooLong
        return some


class TeedResponse(HTTPResponse):
    """An answer whose bytes are kept."""

    def __init__(self, connection: socket.socket, limit: int) -> None:
        super().__init__(connection, method="GET")
        self.tee = Tee(self.fp, limit)
        self.fp = self.tee  # type: ignore[assignment]

    def _read_status(self) -> tuple[str, int, str]:
        self.tee.begin()
        return super()._read_status()  # type: ignore[misc, no-any-return]
