"""A process that is killed while it captures leaves captures that are whole, and evidence for each of them."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.sources.answering import response, server
from workbench.bootstrap import open_care, open_desk
from workbench.desk.entries import ClaimEntry
from workbench.settings import Settings

PAGE = b"<html><body><p>" + b"Ferry prices rose by 12 percent. " * 40 + b"</p></body></html>"

CAPTURING = """
import os, sys
from workbench.bootstrap import open_desk
from workbench.settings import load_settings
from workbench.desk.capture_entries import CaptureEntry
from workbench.desk.entries import EvidenceEntry
from claims_db.vocabulary import EvidenceForm, Stance
desk = open_desk(load_settings(os.environ))
for number in range(10_000):
    desk.capture(1, CaptureEntry(f"{sys.argv[1]}/{number}", EvidenceEntry(EvidenceForm.FILE, Stance.SUPPORTS)))
    print("captured", flush=True)
"""


@dataclass
class Pages:
    """A server whose every page is another one, so that each capture writes files of its own."""

    answered: int = 0

    def talk(self, connection: socket.socket) -> None:
        connection.sendall(response(PAGE + b"%d" % self.answered, "Content-Type: text/html"))
        self.answered += 1


def wait_until(so: Callable[[], bool]) -> None:
    limit = time.monotonic() + 60
    while not so():
        assert time.monotonic() < limit


@pytest.mark.files_only
@pytest.mark.parametrize("files", [0, 1, 2])
def test_a_process_that_is_killed_in_mid_capture_leaves_no_half_evidence(
    settings: Settings, tmp_path: Path, files: int
) -> None:
    """It is killed in its second capture, when so many files of that have come."""
    home, served = tmp_path / "home", Pages()
    own = replace(settings, folders=replace(settings.folders, data=home), database=str(home / "desk.sqlite3"))
    home.mkdir()
    first = open_desk(own)
    first.add_claim(ClaimEntry("Ferry prices rose."))
    store = first._place.capturer().store
    first.close()
    with server(served.talk) as origin:
        environ = os.environ | {
            "WORKBENCH_HOME": str(home),
            "WORKBENCH_REVIEWER": "ana",
            "WORKBENCH_LOCAL_SERVICES": origin,
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        process = subprocess.Popen(
            [sys.executable, "-c", CAPTURING, origin], stdout=subprocess.PIPE, env=environ, start_new_session=True
        )
        assert process.stdout is not None
        with process, process.stdout:
            assert process.stdout.readline() == b"captured\n"
            before = len(list(store.all()))
            wait_until(lambda: served.answered > 1 and len(list(store.all())) >= before + files)
            os.killpg(process.pid, signal.SIGKILL)
    care = open_care(own)
    assert care.verify().misfits == ()
    found = care.verify_evidence()
    assert found.misfits == ()
    assert found.captures >= 1
    again = open_desk(own)
    assert len(again.claim(1).evidence) == found.captures
    again.close()
