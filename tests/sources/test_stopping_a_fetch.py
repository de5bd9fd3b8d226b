"""What waits for a stranger's server ends when nobody wants it any more, not when the server likes."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.sources.answering import limits, server
from workbench.domain.progress import HowFar, Stopped
from workbench.errors import NotFetched
from workbench.settings import ModelSetting
from workbench.sources.capture.recording import record
from workbench.sources.fetch import fetch
from workbench.sources.guarded import Limits
from workbench.sources.model_endpoint import ModelEndpoint
from workbench.sources.worker import Worker

SOON = 5.0
"""Seconds, far fewer than the servers and limits here would take."""


class Somebody:
    """Wants it until a server has heard of it."""

    def __init__(self) -> None:
        self.stops = threading.Event()

    def hear(self, done: int, whole: int) -> None:
        del done, whole
        self.wanted()

    def wanted(self) -> None:
        if self.stops.is_set():
            raise Stopped


Ask = Callable[[str, Limits, HowFar], object]


def record_it(url: str, bounds: Limits, hear: HowFar) -> object:
    """Capture what an address answers."""
    return record(url, bounds, lambda: 0, hear)


def fetch_it(url: str, bounds: Limits, hear: HowFar) -> object:
    """Fetch an article."""
    return fetch(url, bounds, hear=hear)


def ask_a_model(url: str, bounds: Limits, hear: HowFar) -> object:
    """Ask a model for claims."""
    return ModelEndpoint(ModelSetting(url, "tiny"), seconds=bounds.seconds).propose("The mill closed in 1999.", hear)


@pytest.mark.parametrize("ask", [record_it, fetch_it, ask_a_model])
@pytest.mark.parametrize("sent", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun"])
def test_a_server_that_hangs_is_left_when_nobody_wants_its_answer(ask: Ask, sent: bytes) -> None:
    somebody = Somebody()

    def hang(connection: socket.socket) -> None:
        connection.sendall(sent)
        somebody.stops.set()

    begun = time.monotonic()
    with server(hang, held=True) as origin, pytest.raises(Stopped):
        ask(f"{origin}/", limits(origin), somebody.hear)
    assert time.monotonic() - begun < SOON


@pytest.mark.parametrize("ask", [record_it, fetch_it])
def test_a_name_server_that_is_silent_is_left_when_nobody_waits_for_it(ask: Ask) -> None:
    with silent_name_server() as (bounds, somebody):
        begun = time.monotonic()
        with pytest.raises(Stopped):
            ask("http://example.org/", bounds, somebody.hear)
        assert time.monotonic() - begun < SOON


@pytest.mark.parametrize("ask", [record_it, fetch_it])
def test_a_name_server_that_is_silent_holds_nobody_beyond_the_deadline(ask: Ask) -> None:
    with silent_name_server() as (bounds, _):
        begun = time.monotonic()
        with pytest.raises(NotFetched, match=r"did not answer fully within 0\.3 seconds"):
            ask("http://example.org/", replace(bounds, seconds=0.3), lambda _done, _whole: None)
        assert time.monotonic() - begun < SOON


@contextmanager
def silent_name_server() -> Iterator[tuple[Limits, Somebody]]:
    """Give limits whose resolver answers when the test is over, and somebody who stops when it is asked."""
    somebody, over = Somebody(), threading.Event()

    def resolve(host: str, port: int) -> list[tuple[str, int]]:
        somebody.stops.set()
        over.wait(60)
        return [(host, port)]

    yield replace(limits(""), resolve=resolve), somebody
    over.set()


def test_an_address_that_takes_no_connection_is_left_when_nobody_wants_it() -> None:
    somebody = Somebody()
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        port = full.getsockname()[1]
        waiting = [socket.socket() for _ in range(3)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", port))
        somebody.stops.set()
        begun = time.monotonic()
        with pytest.raises(Stopped):
            record(f"http://127.0.0.1:{port}/", limits(f"http://127.0.0.1:{port}"), lambda: 0, Late(somebody).hear)
        assert time.monotonic() - begun < SOON
        for one in waiting:
            one.close()


class Late(Somebody):
    """Does not want it any more when it is asked again."""

    def __init__(self, other: Somebody) -> None:
        super().__init__()
        self._asked, self.stops = 0, other.stops

    def wanted(self) -> None:
        self._asked += 1
        if self._asked > 1:
            super().wanted()


def test_a_process_that_reads_is_ended_when_nobody_wants_what_it_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "slow_reader.py").write_text("import time\ntime.sleep(60)\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    somebody = Somebody()
    somebody.stops.set()
    reading = Worker("slow_reader", 60.0)
    begun = time.monotonic()
    with pytest.raises(Stopped):
        reading.ask([b"a document"], somebody.wanted)
    assert time.monotonic() - begun < SOON
