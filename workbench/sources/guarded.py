"""The guard of every connection that goes out: to checked public addresses only, within one deadline.

It sits where the connection is made: every address that the name resolves to is checked, the connection goes
to a checked one, and the peer is checked again. A timeout of the socket alone is no deadline (a server that
sends a byte now and then holds it for ever), so a watchdog shuts the socket.
"""

import queue
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.domain.progress import HowFar, no_step_heard
from workbench.domain.text import printable
from workbench.errors import NotFetched
from workbench.sources.addresses import OWN_SERVICE, Address, is_public
from workbench.sources.watched import watched

_OFTEN = 0.1
"""Seconds between two looks whether a name is still to be looked up."""

USER_AGENT = "claim-workbench (fact-checking desk; one page at a time)"

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
        authorities: a file with the certificate authorities to trust, the usual ones where it is empty.

    """

    raw: int = 20_000_000
    decoded: int = 100_000_000
    ratio: int = 100
    seconds: float = 30.0
    redirects: int = 5
    allowed: frozenset[str] = frozenset()
    resolve: Resolve = resolve
    authorities: str = ""


class Lookup(NamedTuple):
    """A name that was looked up, and the addresses that came of it."""

    name: str
    addresses: tuple[str, ...]


@dataclass
class Watch:
    """The deadline of one fetch: shuts every socket that was opened for it, and keeps what was looked up.

    Attributes:
        limits: what the fetch may cost.
        told: hears how many bytes have come; the last of it is said again while nothing comes.
        checked: whether the address has to be public; not for the user's own services.

    """

    limits: Limits
    told: HowFar = no_step_heard
    sockets: list[socket.socket] = field(default_factory=list)
    fired: threading.Event = field(default_factory=threading.Event)
    checked: bool = True
    lookups: list[Lookup] = field(default_factory=list)
    _came: tuple[int, int] = (0, 0)

    def hear(self, done: int, whole: int) -> None:
        """Note how many bytes have come, and of how many; it raises ``Stopped`` where nobody wants them any more."""
        self._came = done, whole
        self.told(done, whole)

    def ask_again(self) -> None:
        """Ask whether the rest is still wanted."""
        self.told(*self._came)

    def fire(self) -> None:
        """End every read that is under way."""
        self.fired.set()
        for opened in self.sockets:
            try:
                opened.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue

    def close(self) -> None:
        """Give the sockets back."""
        for opened in self.sockets:
            opened.close()

    def asks(self, address: str, allowed: frozenset[str]) -> None:
        """Take note of the address that is asked next: whether it is one of the user's own services."""
        self.checked = not any(address.startswith(f"{origin}/") or address == origin for origin in allowed)


@contextmanager
def deadline(limits: Limits, hear: HowFar = no_step_heard) -> Iterator[Watch]:
    """Begin the time that everything inside has together.

    Raises:
        Stopped: nobody wanted it any more.

    """
    watch = Watch(limits, hear)
    try:
        with watched(limits.seconds, watch.fire, watch.ask_again):
            yield watch
    finally:
        watch.close()


def connect(watch: Watch, host: str, port: int) -> socket.socket:
    """Connect to a checked address of a host.

    Raises:
        Address: it leads to an address that is not public.
        NotFetched: it can't be reached.

    """
    found = _looked_up(watch, host, port)
    watch.lookups.append(Lookup(host, tuple(address for address, _ in found)))
    if not found:
        raise NotFetched(f"{printable(host)} has no address.", "Check the name.")
    if watch.checked and not all(is_public(address) for address, _ in found):
        raise Address(
            f"{printable(host)} is not fetched: it leads to an address that is not public.",
            f"Save the page and add the file. {OWN_SERVICE}",
        )
    problem: OSError | None = None
    for target in found:
        try:
            return _connected(watch, host, target)
        except OSError as failed:
            problem = failed
    raise NotFetched(
        f"{printable(host)} can't be reached: {problem.strerror if problem else 'no answer'}.",
        "Check your connection.",
    )


def _looked_up(watch: Watch, host: str, port: int) -> list[tuple[str, int]]:
    """Ask the resolver; nothing can end its wait for a name server, so it waits in a thread that is left to itself."""
    answers: queue.SimpleQueue[list[tuple[str, int]] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(watch.limits.resolve(host, port))
        except Exception as problem:  # noqa: BLE001 - raised again where the answer is waited for
            answers.put(problem)

    threading.Thread(target=ask, name="looking up", daemon=True).start()
    while True:
        try:
            answer = answers.get(timeout=_OFTEN)
        except queue.Empty:
            if watch.fired.is_set():
                raise _time_is_up() from None
            continue
        if isinstance(answer, Exception):
            raise answer
        return answer


def _time_is_up() -> NotFetched:
    return NotFetched("The time is up.", "")


def _connected(watch: Watch, host: str, target: tuple[str, int]) -> socket.socket:
    opened = socket.socket(socket.AF_INET6 if ":" in target[0] else socket.AF_INET)
    try:
        opened.settimeout(watch.limits.seconds)
        # A second handle on the same connection: TLS takes the first one over, and it could not be shut any more.
        # It is there before the connection is: an address that never answers is given up as well.
        watch.sockets.append(opened.dup())
        opened.connect(target)
        if watch.fired.is_set():
            raise _time_is_up()
        if watch.checked and not is_public(str(opened.getpeername()[0])):
            raise Address(
                f"{printable(host)} answered from an address that is not public.",
                f"Save the page and add the file. {OWN_SERVICE}",
            )
    except BaseException:
        opened.close()
        raise
    return opened
