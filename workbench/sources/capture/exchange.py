"""What went over the wire for one capture: every request and answer, byte for byte, and who answered."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from workbench.sources.guarded import Lookup


class Truncation(StrEnum):
    """Why an answer is not whole; the words are those of ``WARC-Truncated``."""

    LENGTH = "length"
    TIME = "time"
    DISCONNECT = "disconnect"
    UNSPECIFIED = "unspecified"
    """The server says itself that it sends a part, which nobody asked it for."""


class Tls(NamedTuple):
    """How a connection was encrypted, and the digest of the certificate that was shown."""

    version: str
    cipher: str
    certificate: str


Headers = tuple[tuple[str, str], ...]
"""Names and values in the order in which they came."""


@dataclass(frozen=True)
class Hop:
    """One request and its answer.

    Attributes:
        url: what was asked, as it went out.
        request: the bytes that were sent.
        response: the bytes that came, from the status line on, before any decoding.
        head: how many of these are status line and headers.
        body: the answer's body, its chunks put together, still compressed as it was sent.
        location: where it redirects to, None for an answer that stands.
        asked_at, answered_at: in microseconds UTC.
        truncated: why the body is not whole, None where it is.

    """

    url: str
    request: bytes
    response: bytes
    head: int
    body: memoryview
    version: str
    status: int
    reason: str
    headers: Headers
    request_headers: Headers
    location: str | None
    peer: str
    port: int
    tls: Tls | None
    asked_at: int
    answered_at: int
    truncated: Truncation | None

    def header(self, name: str) -> str:
        """Give a header's value, several joined with commas; empty where there is none."""
        return ", ".join(value for key, value in self.headers if key.casefold() == name)


@dataclass(frozen=True)
class Recording:
    """Everything that one fetch saw, the last hop being the answer that stands."""

    requested_url: str
    hops: tuple[Hop, ...]
    lookups: tuple[Lookup, ...]
    started_at: int
    finished_at: int

    @property
    def answer(self) -> Hop:
        """The answer that stands."""
        return self.hops[-1]
