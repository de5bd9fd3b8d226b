"""Fetch one web address, guarded: public addresses only, five redirects, size caps, one deadline for all of it.

The same guard holds where something is sent to a service of the user's own; that is never sent on to another place.

The guard sits where the connection is made: every address that the name resolves to is checked, the
connection goes to a checked one, and the peer is checked again. A timeout of the socket alone is no
deadline (a server that sends a byte now and then holds it for ever), so a watchdog shuts the socket.
"""

import socket
import threading
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import urljoin

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError
from urllib3.poolmanager import PoolManager

from workbench.domain.text import printable
from workbench.errors import NotFetched
from workbench.sources.addresses import Address, check_url, is_public
from workbench.sources.fetch_problems import reason_of

USER_AGENT = "claim-workbench (fact-checking desk; one page at a time)"
_CHUNK = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})

Resolve = Callable[[str, int], list[tuple[str, int]]]
"""Gives the numeric addresses of a host name and port."""


def resolve(host: str, port: int) -> list[tuple[str, int]]:
    """Ask the system's resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(str(address[0]), int(address[1])) for *_, address in found]


@dataclass(frozen=True)
class Limits:
    """What one fetch may cost and where it may go.

    Attributes:
        raw: bytes as sent.
        decoded: bytes after decompression; never more than ``ratio`` times the raw ones.
        seconds: for everything together, redirects included.
        redirects: how many are followed, each checked.
        allowed: origins of the user's own services, exactly as the settings name them.
        resolve: how names become addresses.

    """

    raw: int = 20_000_000
    decoded: int = 100_000_000
    ratio: int = 100
    seconds: float = 30.0
    redirects: int = 5
    allowed: frozenset[str] = frozenset()
    resolve: Resolve = resolve


@dataclass(frozen=True)
class Fetched:
    """What came back: decoded body, the headers' content type, the last address and those that led there."""

    url: str
    status: int
    content_type: str
    body: bytes
    hops: tuple[str, ...] = ()


class Post(NamedTuple):
    """JSON that is sent, and the key that the service wants, if any."""

    body: bytes
    key: str = ""


class AnsweredNo(NotFetched):
    """An answer that says no."""

    def __init__(self, message: str, hint: str, status: int) -> None:
        super().__init__(message, hint)
        self.status = status


@dataclass
class _Watch:
    """The deadline of one fetch: shuts every socket that was opened for it."""

    limits: Limits
    sockets: list[socket.socket] = field(default_factory=list)
    fired: threading.Event = field(default_factory=threading.Event)
    checked: bool = True

    def fire(self) -> None:
        self.fired.set()
        for opened in self.sockets:
            try:
                opened.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue


def fetch(url: str, limits: Limits | None = None, post: Post | None = None) -> Fetched:
    """Fetch an address, or send something to it; anything but a whole answer with a status below 400 is an error.

    Raises:
        NotFetched: refused, no answer in time, too large, cut off, or an answer that says no.

    """
    bounds = limits or Limits()
    watch = _Watch(bounds)
    timer = threading.Timer(bounds.seconds, watch.fire)
    timer.daemon = True
    timer.start()
    shown = printable(url[:120])
    try:
        fetched = _follow(url, bounds, watch, post)
    except Address:
        raise
    except NotFetched as problem:
        raise (_late(shown, bounds) if watch.fired.is_set() else problem) from None
    except (requests.RequestException, HTTPError, OSError, UnicodeError, ValueError, zlib.error) as problem:
        if watch.fired.is_set() or isinstance(problem, requests.Timeout):
            raise _late(shown, bounds) from None
        raise NotFetched(
            f"{shown} could not be fetched: {reason_of(problem)}.", "Check the address and your connection."
        ) from None
    finally:
        timer.cancel()
        for opened in watch.sockets:
            opened.close()
    if watch.fired.is_set():
        raise _late(shown, bounds)
    return fetched


def _late(shown: str, bounds: Limits) -> NotFetched:
    return NotFetched(
        f"{shown} did not answer fully within {bounds.seconds:g} seconds.",
        "Try again, or save the page and add the file.",
    )


def _follow(url: str, bounds: Limits, watch: _Watch, post: Post | None) -> Fetched:
    hops: list[str] = []
    address = url
    with _session(watch) as session:
        while True:
            checked = check_url(address, bounds.allowed)
            watch.checked = not any(checked.startswith(f"{origin}/") or checked == origin for origin in bounds.allowed)
            with _asked(session, checked, bounds, post) as answer:
                target = answer.headers.get("Location") if answer.status_code in _REDIRECTS and not post else None
                if target is None:
                    _check_status(answer, address)
                    content_type = answer.headers.get("Content-Type", "")
                    return Fetched(
                        address, answer.status_code, content_type, _body(answer, bounds, address), tuple(hops)
                    )
            hops.append(address)
            if len(hops) > bounds.redirects:
                raise NotFetched(
                    f"{printable(url[:120])} redirects more than {bounds.redirects} times.", "Give the last address."
                )
            address = urljoin(address, target)


def _asked(session: requests.Session, address: str, bounds: Limits, post: Post | None) -> requests.Response:
    times = (bounds.seconds, bounds.seconds)
    if post is None:
        return session.get(address, stream=True, allow_redirects=False, timeout=times)
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if post.key:
        headers["Authorization"] = f"Bearer {post.key}"
    return session.post(address, data=post.body, headers=headers, stream=True, allow_redirects=False, timeout=times)


def _check_status(answer: requests.Response, address: str) -> None:
    if answer.status_code >= 400 or answer.status_code in _REDIRECTS or answer.status_code == 204:
        raise AnsweredNo(
            f"{printable(address[:120])} answered {answer.status_code} {printable(answer.reason or '')}.".replace(
                " .", "."
            ),
            "Open it in a browser; save the page and add the file if it shows there.",
            answer.status_code,
        )


def _body(answer: requests.Response, bounds: Limits, address: str) -> bytes:
    shown = printable(address[:120])
    raw = bytearray()
    for chunk in iter(lambda: answer.raw.read(_CHUNK, decode_content=False), b""):
        raw += chunk
        if len(raw) > bounds.raw:
            raise NotFetched(
                f"{shown} is larger than {bounds.raw // 1_000_000} MB.", "Save what you need and add the file."
            )
    declared = answer.headers.get("Content-Length", "")
    if declared.isdigit() and len(raw) < int(declared):
        raise NotFetched(f"{shown} was cut off after {len(raw)} of {declared} bytes.", "Try again.")
    return _decoded(bytes(raw), answer.headers.get("Content-Encoding", ""), bounds, shown)


def _decoded(raw: bytes, encodings: str, bounds: Limits, shown: str) -> bytes:
    body = raw
    cap = min(bounds.decoded, max(len(raw) * bounds.ratio, 1_000_000))
    for encoding in reversed([name.strip().casefold() for name in encodings.split(",") if name.strip()]):
        if encoding == "identity":
            continue
        if encoding not in {"gzip", "x-gzip", "deflate"}:
            raise NotFetched(
                f"{shown} is compressed in a way that was not asked for.", "Save the page and add the file."
            )
        body = _inflated(body, cap, shown, gzip=encoding != "deflate")
    return body


def _inflated(body: bytes, cap: int, shown: str, *, gzip: bool) -> bytes:
    machine = zlib.decompressobj(31 if gzip else 47 if body[:1] == b"\x78" else -15)
    made = machine.decompress(body, cap + 1)
    if len(made) > cap:
        raise NotFetched(f"{shown} unpacks to more than {cap // 1_000_000} MB.", "Save what you need and add the file.")
    if not machine.eof:
        raise NotFetched(f"{shown} was cut off inside its compressed text.", "Try again.")
    return made


class _Guard:
    """Connects to a checked address and hands the socket to the deadline."""

    watch: _Watch
    host: str
    port: int
    timeout: float | None

    def _new_conn(self) -> socket.socket:
        found = self.watch.limits.resolve(self.host, self.port)
        if not found:
            raise NotFetched(f"{printable(self.host)} has no address.", "Check the name.")
        if self.watch.checked and not all(is_public(address) for address, _ in found):
            raise Address(
                f"{printable(self.host)} is not fetched: it leads to an address that is not public.",
                "Save the page and add the file.",
            )
        problem: OSError | None = None
        for target in found:
            try:
                return self._connected(target)
            except OSError as failed:
                problem = failed
        raise NotFetched(
            f"{printable(self.host)} can't be reached: {problem.strerror if problem else 'no answer'}.",
            "Check your connection.",
        )

    def _connected(self, target: tuple[str, int]) -> socket.socket:
        opened = socket.create_connection(target, timeout=self.watch.limits.seconds)
        self.watch.sockets.append(opened)
        if self.watch.fired.is_set():
            raise NotFetched("The time is up.", "")
        if self.watch.checked and not is_public(str(opened.getpeername()[0])):
            raise Address(
                f"{printable(self.host)} answered from an address that is not public.",
                "Save the page and add the file.",
            )
        return opened


def _session(watch: _Watch) -> requests.Session:
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
    session.adapters.clear()
    session.mount("http://", Adapter(max_retries=0))
    session.mount("https://", Adapter(max_retries=0))
    session.headers = requests.structures.CaseInsensitiveDict(
        {"User-Agent": USER_AGENT, "Accept": "text/html,text/plain;q=0.9,*/*;q=0.5", "Accept-Encoding": "gzip, deflate"}
    )
    return session
