"""What waits for a stranger's server ends when nobody wants it any more, not when the server likes."""

import socket
import threading
import time
from pathlib import Path

import pytest

from tests.sources.answering import limits, server
from workbench.domain.progress import Stopped
from workbench.sources.capture.recording import record
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


@pytest.mark.parametrize("sent", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun"])
def test_a_server_that_hangs_is_left_when_nobody_wants_its_answer(sent: bytes) -> None:
    somebody = Somebody()

    def hang(connection: socket.socket) -> None:
        connection.sendall(sent)
        somebody.stops.set()

    begun = time.monotonic()
    with server(hang, held=True) as origin, pytest.raises(Stopped):
        record(f"{origin}/", limits(origin), lambda: 0, somebody.hear)
    assert time.monotonic() - begun < SOON


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
