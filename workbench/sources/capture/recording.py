"""Fetch an address under the guard and keep what went over the wire, each hop byte for byte."""

import hashlib
import io
import re
import socket
import ssl
from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from http.client import HTTPException, IncompleteRead
from typing import NamedTuple
from urllib.parse import urljoin

import certifi
from urllib3.exceptions import HTTPError
from urllib3.util import parse_url
from warcio.statusandheaders import StatusAndHeadersParser

from workbench.domain.progress import HowFar, no_step_heard
from workbench.domain.text import printable
from workbench.errors import NotFetched
from workbench.sources.addresses import Address, check_url, shown_address
from workbench.sources.capture.exchange import Headers, Hop, Recording, Tls, Truncation
from workbench.sources.capture.tee import TeedResponse, TooLong
from workbench.sources.fetch import AnsweredNo
from workbench.sources.fetch_problems import is_late, reason_of
from workbench.sources.guarded import USER_AGENT, Limits, Watch, connect, deadline

LIMITS = Limits(raw=50_000_000)
"""What a capture may cost."""

_ACCEPT = "text/html, application/xhtml+xml, application/pdf;q=0.9, */*;q=0.8"
_CHUNK = 64 * 1024
_LONGEST_HEAD = 1_000_000
_LONGEST_DETOUR = 1_000_000
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_EMPTY_LINE = (b"\r\n\r\n", b"\n\n", b"\n\r\n")


class NotRecorded(NotFetched):
    """There is no answer to keep; ``hops`` has what was seen on the way."""

    def __init__(self, message: str, hint: str, hops: tuple[Hop, ...]) -> None:
        super().__init__(message, hint)
        self.hops = hops


class Validators(NamedTuple):
    """What an address said of its answer when it was asked before, to be asked whether that still stands."""

    url: str
    etag: str = ""
    modified: str = ""


NO_VALIDATORS = Validators("")
NOT_MODIFIED = 304
_LONGEST_VALIDATOR = 500


class _Asked(NamedTuple):
    """An address taken apart for one request."""

    url: str
    host: str
    port: int
    secure: bool
    request: bytes
    headers: Headers


class _Fetch(NamedTuple):
    """One fetch: its deadline, which hears how far it is, and its clock."""

    watch: Watch
    clock: Callable[[], int]
    known: Validators


def record(
    url: str,
    limits: Limits,
    clock: Callable[[], int],
    hear: HowFar = no_step_heard,
    known: Validators = NO_VALIDATORS,
) -> Recording:
    """Fetch an address; an answer that was cut off in its body is kept and says so.

    Args:
        url: what to ask for.
        limits: what it may cost, and where it may go.
        clock: gives the instant in microseconds UTC.
        hear: hears how many bytes have come, and of how many, 0 where that is not known.
        known: what the address said before; where that still stands, the answer says no with ``NOT_MODIFIED``.

    Raises:
        NotFetched: refused, no answer in time, none with whole headers, or one that says no.
        Stopped: nobody wants it any more.

    """
    hops: list[Hop] = []
    started = clock()
    shown = shown_address(url)
    with deadline(limits, hear) as watch:
        try:
            _follow(url, _Fetch(watch, clock, known), hops)
        except AnsweredNo:
            raise
        except NotFetched as problem:
            late = watch.fired.is_set() and not isinstance(problem, Address)
            told = _late(shown, limits) if late else (problem.message, problem.hint)
            raise NotRecorded(*told, tuple(hops)) from None
        except (HTTPException, HTTPError, OSError, ValueError, TooLong) as problem:
            if watch.fired.is_set() or is_late(problem):
                raise NotRecorded(*_late(shown, limits), tuple(hops)) from None
            long = isinstance(problem, TooLong) or str(problem).startswith("got more than")
            words = "its headers are too long" if long else reason_of(problem)
            raise NotRecorded(
                f"{shown} could not be fetched: {words}.", "Check the address and your connection.", tuple(hops)
            ) from None
        return Recording(url, tuple(hops), tuple(watch.lookups), started, clock())


def _late(shown: str, limits: Limits) -> tuple[str, str]:
    return (
        f"{shown} did not answer fully within {limits.seconds:g} seconds.",
        "Try again, or save the page and add the file.",
    )


def _follow(url: str, fetch: _Fetch, hops: list[Hop]) -> None:
    watch = fetch.watch
    address, allowed = url, watch.limits.allowed
    while True:
        asked = _asked(check_url(address, allowed), fetch.known)
        # What goes out is checked as well: two parsers can see two hosts in one address.
        watch.asks(check_url(asked.url, allowed), allowed)
        if watch.checked:
            # A stranger's page must not send the program to the user's own services.
            allowed = frozenset()
        hop = _hop(asked, fetch)
        hops.append(hop)
        if hop.location is None:
            _check_status(hop, address)
            return
        if len(hops) > watch.limits.redirects:
            raise NotFetched(
                f"{shown_address(url)} redirects more than {watch.limits.redirects} times.", "Give the last address."
            )
        # Browsers forgive blanks in a redirect, so some servers send them.
        address = urljoin(hop.url, hop.location.strip().replace(" ", "%20"))


def _check_status(hop: Hop, address: str) -> None:
    if hop.status >= 300 or hop.status < 200:
        raise AnsweredNo(
            f"{shown_address(address)} answered {hop.status} {printable(hop.reason)}".rstrip() + ".",
            "Open it in a browser; save the page and add the file if it shows there.",
            hop.status,
        )


def _asked(address: str, known: Validators) -> _Asked:
    """Take an address apart as it goes out: names in ASCII, everything else percent-encoded."""
    parts = parse_url(address)
    secure = parts.scheme == "https"
    host, port = (parts.host or "").strip("[]"), parts.port or (443 if secure else 80)
    named = f"[{host}]" if ":" in host else host
    authority = named if parts.port is None else f"{named}:{parts.port}"
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query is not None else "")
    url = f"{parts.scheme}://{authority}{target}"
    headers = (
        ("Host", authority),
        ("User-Agent", USER_AGENT),
        ("Accept", _ACCEPT),
        ("Accept-Encoding", "gzip, deflate"),
        ("Connection", "close"),
        *(_conditions(known) if known.url == url else ()),
    )
    lines = [f"GET {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers), "", ""]
    return _Asked(url, host, port, secure, "\r\n".join(lines).encode("ascii"), headers)


def _conditions(known: Validators) -> Headers:
    """Give the headers that ask only for what is new; what a stranger sent goes out again only where it is plain."""
    given = (("If-None-Match", known.etag), ("If-Modified-Since", known.modified))
    return tuple(
        (name, value)
        for name, value in given
        if value and value.isascii() and value.isprintable() and len(value) <= _LONGEST_VALIDATOR
    )


def _hop(asked: _Asked, fetch: _Fetch) -> Hop:
    fetch.watch.hear(0, 0)
    watch, asked_at = fetch.watch, fetch.clock()
    connection = connect(watch, asked.host, asked.port)
    tls = None
    try:
        peer = str(connection.getpeername()[0])
        if asked.secure:
            connection = _context(watch.limits.authorities).wrap_socket(connection, server_hostname=asked.host)
            tls = _tls(connection)
        connection.sendall(asked.request)
        with TeedResponse(connection, watch.limits.raw + _LONGEST_HEAD) as answer:
            return _read(answer, asked, fetch, (asked_at, peer, tls))
    finally:
        connection.close()


def _read(answer: TeedResponse, asked: _Asked, fetch: _Fetch, seen: tuple[int, str, Tls | None]) -> Hop:
    answer.begin()
    head = len(answer.tee.kept)
    # A connection that is cut inside the headers looks like an answer without a body.
    if not answer.tee.kept.endswith(_EMPTY_LINE):
        raise IncompleteRead(b"")
    _check_framing(answer)
    location = (answer.getheader("Location") or "") if answer.status in _REDIRECTS else ""
    limit = _LONGEST_DETOUR if location else fetch.watch.limits.raw
    chunks, truncated = _body(answer, fetch, head + limit)
    kept = answer.tee.taken()
    body = memoryview(chunks) if answer.chunked else memoryview(kept)[head:]
    return Hop(
        url=asked.url,
        request=asked.request,
        response=kept,
        head=head,
        body=body,
        version="HTTP/1.0" if answer.version == 10 else "HTTP/1.1",
        status=answer.status,
        reason=answer.reason,
        headers=tuple(answer.getheaders()),
        request_headers=asked.headers,
        location=location.encode("latin-1", "replace").decode("utf-8", "replace") or None,
        peer=seen[1],
        port=asked.port,
        tls=seen[2],
        asked_at=seen[0],
        answered_at=fetch.clock(),
        truncated=truncated or (Truncation.UNSPECIFIED if answer.status == HTTPStatus.PARTIAL_CONTENT else None),
    )


def _check_framing(answer: TeedResponse) -> None:
    """Refuse an answer of which one reader would see another end than the next."""
    head = io.BytesIO(answer.tee.kept)
    seen = StatusAndHeadersParser([], verify=False).parse(head)  # how those who open the WARC will read it
    chunked = (seen.get_header("Transfer-Encoding") or "").casefold() == "chunked"
    if head.tell() != len(answer.tee.kept) or chunked != answer.chunked:
        raise NotFetched("The answer's headers can be read in two ways.", "Save the page and add the file.")
    lengths = {value.strip() for value in answer.headers.get_all("Content-Length", [])}
    unread = [length for length in lengths if not re.fullmatch(r"\d{1,15}", length, re.ASCII)]
    codings = {value.strip().casefold() for value in answer.headers.get_all("Transfer-Encoding", [])}
    if len(lengths) > 1 or unread:
        how = "in two ways how long it is" if len(lengths) > 1 else "no length that there is"
        raise NotFetched(f"The answer says {how}.", "Save the page and add the file.")
    if codings - {"chunked"} or (codings and not answer.chunked):
        raise NotFetched("The answer is sent in a way that was not asked for.", "Save the page and add the file.")


def _body(answer: TeedResponse, fetch: _Fetch, limit: int) -> tuple[bytearray, Truncation | None]:
    """Read the body; give its chunks put together, if it has any, and why it is not whole, if so."""
    chunks = bytearray()
    truncated: Truncation | None = None
    came, expected = 0, answer.length or 0
    try:
        while some := answer.read1(_CHUNK):
            if answer.chunked:
                chunks += some
            came += len(some)
            fetch.watch.hear(came, expected)
            if len(answer.tee.kept) > limit:
                truncated = Truncation.LENGTH
                break
        else:
            truncated = Truncation.DISCONNECT if answer.length else None
    except TooLong:
        truncated = Truncation.LENGTH
    except TimeoutError:
        truncated = Truncation.TIME
    except (HTTPException, OSError, ValueError):
        truncated = Truncation.DISCONNECT
    return chunks, Truncation.TIME if fetch.watch.fired.is_set() and truncated is not Truncation.LENGTH else truncated


@cache
def _context(authorities: str) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=authorities or certifi.where())


def _tls(connection: socket.socket) -> Tls | None:
    if not isinstance(connection, ssl.SSLSocket):
        return None
    cipher = connection.cipher()
    certificate = connection.getpeercert(binary_form=True) or b""
    return Tls(connection.version() or "", cipher[0] if cipher else "", hashlib.sha256(certificate).hexdigest())
