"""Servers that say whatever a test wants, and captures from them through the real guard."""

import itertools
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import trustme

from tests.conftest import START
from workbench.sources.capture.capturing import Capturer
from workbench.sources.capture.provenance import Asker, Asking
from workbench.sources.capture.recording import LIMITS
from workbench.sources.capture.store import ContentStore
from workbench.sources.capture.texts import TextReader
from workbench.sources.guarded import Limits

Talk = Callable[[socket.socket], None]
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"


@contextmanager
def server(talk: Talk, context: ssl.SSLContext | None = None, *, held: bool = False) -> Iterator[str]:
    """Give the origin of a server that reads one request a connection and then talks, and may hold the line after it."""
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0), backlog=100) as listening:

        def serve(connection: socket.socket) -> None:
            try:
                spoken = context.wrap_socket(connection, server_side=True) if context else connection
                with spoken:
                    spoken.recv(65536)
                    talk(spoken)
                    done.wait(10 if held else 0)
            except OSError:
                return

        def accept() -> None:
            while not done.is_set():
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                threading.Thread(target=serve, args=(connection,), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        scheme = "https" if context else "http"
        yield f"{scheme}://127.0.0.1:{listening.getsockname()[1]}"
        done.set()
        # Closing alone does not wake a thread that accepts.
        listening.shutdown(socket.SHUT_RDWR)


@contextmanager
def answering(answer: bytes) -> Iterator[str]:
    """Give the origin of a server that sends these bytes and closes."""
    with server(lambda connection: connection.sendall(answer)) as origin:
        yield origin


def response(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """Write an answer of known length."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


def limits(*origins: str, **changes: object) -> Limits:
    """Give the limits of a capture that may ask these servers."""
    values = {"seconds": 20.0, "raw": LIMITS.raw, **changes}
    return Limits(allowed=frozenset(origins), **values)  # type: ignore[arg-type]


ANA = Asker("0190-ana", "ana", "reviewer")
_numbers = itertools.count()


def asking(**changes: str) -> Asking:
    """Ask for a capture."""
    number = next(_numbers)
    return Asking(f"capture-{number}", f"source-{number}", ANA, START, **changes)


def capturer(folder: Path, texts: TextReader, bounds: Limits) -> Capturer:
    """Capture into a folder with a process that is warm already."""
    ticks = itertools.count(START, 1_000)
    return Capturer(ContentStore(folder), lambda: next(ticks), bounds, texts)


class Authority:
    """A certificate authority of a test, and what a server and its visitors need of it."""

    def __init__(self, folder: Path) -> None:
        self._authority = trustme.CA()
        self.file = folder / "authority.pem"
        self._authority.cert_pem.write_to_path(str(self.file))

    def context(self, *names: str) -> ssl.SSLContext:
        """Give what a server with a certificate for these names needs."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._authority.issue_cert(*names).configure_cert(context)
        return context
