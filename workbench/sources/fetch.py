"""Fetch one web address, guarded: public addresses only, five redirects, size caps, one deadline for all of it.

The same guard holds where something is sent to a service of the user's own; that is never sent on to another place.
"""

import socket
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, NamedTuple
from urllib.parse import urljoin

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError
from urllib3.poolmanager import PoolManager

from workbench.domain.progress import HowFar, no_step_heard
from workbench.domain.text import printable
from workbench.errors import NotFetched
from workbench.sources.addresses import Address, check_url, shown_address
from workbench.sources.fetch_problems import is_late, reason_of
from workbench.sources.guarded import USER_AGENT, Limits, Watch, connect, deadline
from workbench.sources.unpacking import unpacked, unpacked_pieces

Body = Callable[[requests.Response, Watch, str], bytes]
"""Takes the body of an answer from an address, within the limits of its watch."""

_CHUNK = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True)
class Fetched:
    """What came back: decoded body, the headers' content type, the last address and those that led there."""

    url: str
    status: int
    content_type: str
    body: bytes
    hops: tuple[str, ...] = ()


class Message(NamedTuple):
    """What a service is told: a body that is sent, None where there is only a question, and who asks.

    ``authorization`` goes to the address alone that is named; nothing is followed to another one.
    """

    body: bytes | None = None
    authorization: str = ""
    sent: str = "application/json"
    wanted: str = "application/json"


class AnsweredNo(NotFetched):
    """An answer that says no."""

    def __init__(self, message: str, hint: str, status: int) -> None:
        super().__init__(message, hint)
        self.status = status


def fetch(
    url: str, limits: Limits | None = None, message: Message | None = None, hear: HowFar = no_step_heard
) -> Fetched:
    """Fetch an address, or send something to it; anything but a whole answer with a status below 400 is an error.

    Args:
        url: what to ask for.
        limits: what it may cost, and where it may go.
        message: what is sent there; None where the address is only fetched.
        hear: hears how many bytes have come, and of how many, 0 where that is not known.

    Raises:
        NotFetched: refused, no answer in time, too large, cut off, or an answer that says no.
        Stopped: nobody wants it any more.

    """
    bounds = limits or Limits()
    with deadline(bounds, hear) as watch:
        fetched = _guarded(url, bounds, watch, message, _body)
    if watch.fired.is_set():
        raise _late(shown_address(url), bounds)
    return fetched


def download(url: str, into: BinaryIO, limits: Limits, hear: HowFar = no_step_heard) -> Fetched:
    """Fetch an address into a file, so that its size is not the memory's; the body that comes back is empty.

    ``hear`` hears how many bytes have come, and of how many.

    Raises:
        NotFetched: as ``fetch``.
        Stopped: nobody wants it any more.

    """

    def kept(answer: requests.Response, watch: Watch, address: str) -> bytes:
        shown = shown_address(address)
        came = _pieces(answer, watch, shown)
        into.writelines(unpacked_pieces(came, answer.headers.get("Content-Encoding", ""), watch.limits, shown))
        return b""

    with deadline(limits, hear) as watch:
        fetched = _guarded(url, limits, watch, None, kept)
    if watch.fired.is_set():
        raise _late(shown_address(url), limits)
    return fetched


def _guarded(url: str, bounds: Limits, watch: Watch, message: Message | None, body: Body) -> Fetched:
    shown = shown_address(url)
    try:
        return _follow(url, bounds, watch, message, body)
    except Address:
        raise
    except NotFetched as problem:
        raise (_late(shown, bounds) if watch.fired.is_set() else problem) from None
    except (requests.RequestException, HTTPError, OSError, UnicodeError, ValueError, zlib.error) as problem:
        if watch.fired.is_set() or is_late(problem):
            raise _late(shown, bounds) from None
        raise NotFetched(
            f"{shown} could not be fetched: {reason_of(problem)}.", "Check the address and your connection."
        ) from None


def _late(shown: str, bounds: Limits) -> NotFetched:
    return NotFetched(
        f"{shown} did not answer fully within {bounds.seconds:g} seconds.",
        "Try again, or save the page and add the file.",
    )


def _follow(url: str, bounds: Limits, watch: Watch, message: Message | None, body: Body) -> Fetched:
    hops: list[str] = []
    address = url
    with _session(watch) as session:
        while True:
            checked = check_url(address, bounds.allowed)
            watch.asks(checked, bounds.allowed)
            with _asked(session, checked, bounds, message) as answer:
                target = (
                    answer.headers.get("Location") if answer.status_code in _REDIRECTS and message is None else None
                )
                if target is None:
                    _check_status(answer, address)
                    content_type = answer.headers.get("Content-Type", "")
                    return Fetched(address, answer.status_code, content_type, body(answer, watch, address), tuple(hops))
            hops.append(address)
            if len(hops) > bounds.redirects:
                raise NotFetched(
                    f"{shown_address(url)} redirects more than {bounds.redirects} times.", "Give the last address."
                )
            address = urljoin(address, target)


def _asked(session: requests.Session, address: str, bounds: Limits, message: Message | None) -> requests.Response:
    times = (bounds.seconds, bounds.seconds)
    if message is None:
        return session.get(address, stream=True, allow_redirects=False, timeout=times)
    headers = {"Accept": message.wanted}
    if message.authorization:
        headers["Authorization"] = message.authorization
    if message.body is None:
        return session.get(address, headers=headers, stream=True, allow_redirects=False, timeout=times)
    headers["Content-Type"] = message.sent
    return session.post(address, data=message.body, headers=headers, stream=True, allow_redirects=False, timeout=times)


def _check_status(answer: requests.Response, address: str) -> None:
    if answer.status_code >= 400 or answer.status_code in _REDIRECTS or answer.status_code == 204:
        raise AnsweredNo(
            f"{shown_address(address)} answered {answer.status_code} {printable(answer.reason or '')}.".replace(
                " .", "."
            ),
            "Open it in a browser; save the page and add the file if it shows there.",
            answer.status_code,
        )


def _body(answer: requests.Response, watch: Watch, address: str) -> bytes:
    shown = shown_address(address)
    raw = b"".join(_pieces(answer, watch, shown))
    return unpacked(raw, answer.headers.get("Content-Encoding", ""), watch.limits, shown)


def _pieces(answer: requests.Response, watch: Watch, shown: str) -> Iterator[bytes]:
    """Give the body as it is sent, piece by piece, and see that it is whole."""
    declared = answer.headers.get("Content-Length", "")
    expected = int(declared) if declared.isascii() and declared.isdigit() else 0
    came = 0
    for chunk in iter(lambda: answer.raw.read(_CHUNK, decode_content=False), b""):
        came += len(chunk)
        watch.hear(came, expected)
        if came > watch.limits.raw:
            raise NotFetched(
                f"{shown} is larger than {watch.limits.raw // 1_000_000} MB.", "Save what you need and add the file."
            )
        yield chunk
    if came < expected:
        raise NotFetched(f"{shown} was cut off after {came} of {expected} bytes.", "Try again.")


class _Guard:
    """Connects to a checked address and hands the socket to the deadline."""

    watch: Watch
    host: str
    port: int

    def _new_conn(self) -> socket.socket:
        return connect(self.watch, self.host, self.port)


def _session(watch: Watch) -> requests.Session:
    plain = type("GuardedConnection", (_Guard, HTTPConnection), {"watch": watch})
    secure = type("GuardedSecureConnection", (_Guard, HTTPSConnection), {"watch": watch})
    pools = {
        "http": type("GuardedPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
        "https": type("GuardedSecurePool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
    }

    class Adapter(HTTPAdapter):
        """Uses the guarded connections and nothing else."""

        def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **options: Any) -> None:  # noqa: ANN401 - as in the base class
            """Make the pool with the guarded classes."""
            self.poolmanager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, **options)
            self.poolmanager.pool_classes_by_scheme = pools

    session = requests.Session()
    session.trust_env = False
    session.verify = watch.limits.authorities or True
    session.adapters.clear()
    session.mount("http://", Adapter(max_retries=0))
    session.mount("https://", Adapter(max_retries=0))
    session.headers = requests.structures.CaseInsensitiveDict(
        {"User-Agent": USER_AGENT, "Accept": "text/html,text/plain;q=0.9,*/*;q=0.5", "Accept-Encoding": "gzip, deflate"}
    )
    return session
