"""An index that several processes and threads use at once, one of which is killed."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import OpenDesk
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.settings import Settings

ROOT = Path(__file__).resolve().parents[2]

KILLED_WHILE_FILLING = """
import os, signal, sys
from pathlib import Path
import workbench.index.filling as filling
from workbench.bootstrap import open_desk
from workbench.locations import Locations
from workbench.settings import Settings

database, root = sys.argv[1], Path(sys.argv[2])
folders = Locations(root / "config", root / "data", root / "cache", root / "log")
desk = open_desk(Settings(database, "ana", "", "", 30, (), folders))
filling.write_standing = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
desk.search("ferry")
"""


@pytest.mark.parametrize("filled_before", [False, True])
def test_a_process_killed_while_it_fills_leaves_an_index_that_goes_on(
    desk: Desk, settings: Settings, tmp_path: Path, filled_before: bool
) -> None:
    desk.add_claim(ClaimEntry("The ferry sank."))
    if filled_before:
        assert len(desk.search("ferry").hits) == 1
    desk.add_claim(ClaimEntry("Another ferry sank."))
    done = subprocess.run(
        [sys.executable, "-c", KILLED_WHILE_FILLING, settings.database, str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    answer = desk.search("ferry")
    assert len(answer.hits) == 2
    assert not answer.behind


def test_threads_of_one_desk_search_while_claims_come_in(desk: Desk, open_as: OpenDesk) -> None:
    writer = open_as()

    def look(reader: Desk) -> list[int]:
        return [len(reader.search("ferry", 100).hits) for _ in range(15)]

    desk.add_claim(ClaimEntry("Ferry 0 sank."))
    with ThreadPoolExecutor(3) as threads:
        counts = [threads.submit(look, desk.reader()) for _ in range(3)]
        for number in range(1, 15):
            writer.add_claim(ClaimEntry(f"Ferry {number} sank."))
        for count in counts:
            assert count.result() == sorted(count.result())
    assert len(desk.search("ferry", 100).hits) == 15


def test_two_desks_share_one_index_and_each_sees_what_the_other_wrote(desk: Desk, open_as: OpenDesk) -> None:
    other = open_as("ben")
    for number in range(6):
        (desk, other)[number % 2].add_claim(ClaimEntry(f"Ferry {number} sank."))
        assert len(desk.search("ferry").hits) == len(other.search("ferry").hits) == number + 1
