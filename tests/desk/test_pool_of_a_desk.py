"""The pool follows the database, and goes on where it was stopped, killed or damaged."""

import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claims_db.views import pooling
from tests.conftest import OpenDesk
from tests.desk.test_matches_of_claims import add, seen, take_in
from workbench.desk import new_matches
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ChosenWords, ClaimEdit
from workbench.domain.priors import Repeat
from workbench.domain.progress import Stopped
from workbench.errors import WorkbenchError
from workbench.index import kept_pool, priors
from workbench.index.opening import only_writer
from workbench.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
SANK = "The ferry sank seven times."

KILLED_WHILE_FILLING = """
import os, signal, sys
from pathlib import Path
from workbench.bootstrap import open_desk
from workbench.index.priors import PriorIndex
from workbench.locations import Locations
from workbench.settings import Settings

database, root = sys.argv[1], Path(sys.argv[2])
folders = Locations(root / "config", root / "data", root / "cache", root / "log")
desk = open_desk(Settings(database, "ana", "", "", 30, (), folders))
PriorIndex._commit = staticmethod(lambda *_: os.kill(os.getpid(), signal.SIGKILL))
desk.match("The ferry sank.")
"""


@pytest.fixture
def folder(desk: Desk, settings: Settings) -> Path:
    """Give the folder of the desk's pool."""
    return settings.folders.cache / "index" / f"{desk.desk().public_id}-pool-v{kept_pool.VERSION}"


def names(desk: Desk, statement: str = SANK) -> list[str]:
    return [name for name, _ in seen(desk.match(statement, limit=40))]


def test_what_is_written_is_found_and_what_is_taken_back_is_not(desk: Desk, tmp_path: Path) -> None:
    assert names(desk) == []
    one = add(desk, SANK)
    assert names(desk) == [f"C-{one}"]
    take_in(desk, tmp_path, SANK)
    assert sorted(names(desk)) == [f"C-{one}", "P-1"]
    desk.take(one)
    desk.edit(one, ClaimEdit(statement="Whales sleep in the harbour."))
    assert names(desk) == ["P-1"]
    assert names(desk, "Whales sleep in the harbour.") == [f"C-{one}"]


def test_a_check_that_its_outlet_has_changed_is_found_by_its_new_words(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "feed.csv"
    for words in (SANK, "Whales sleep in the harbour."):
        path.write_text(f'claim,url,id\n"{words}",https://checks.example/1,urn:1\n')
        desk.import_priors(str(path))
        assert names(desk, words) == ["P-1"]
    assert names(desk) == []


def test_the_pool_is_filled_in_steps_and_goes_on_where_it_was_stopped(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(priors, "_STEP", 2)
    monkeypatch.setattr(kept_pool, "_AT_ONCE", 2)
    monkeypatch.setattr(new_matches, "_TAKEN_UP", 0)
    for number in range(4):
        add(desk, SANK, locator=str(number))
    take_in(desk, tmp_path, *[SANK] * 4)
    heard: list[tuple[int, int]] = []

    def stop_at(most: int) -> None:
        def hear(step: str, done: int, whole: int) -> None:
            if step.startswith("filling"):
                heard.append((done, whole))
                if done >= most:
                    raise Stopped

        with pytest.raises(Stopped):
            desk.match(SANK, progress=hear)

    stop_at(4)
    assert heard[-1] == (4, 8)
    stop_at(2)
    assert heard[-1] == (2, 4)
    assert len(names(desk)) == 8


@pytest.mark.parametrize("filled_before", [False, True])
def test_a_process_killed_while_it_fills_leaves_a_pool_that_goes_on(
    desk: Desk, settings: Settings, tmp_path: Path, filled_before: bool
) -> None:
    add(desk, SANK, locator="1")
    if filled_before:
        assert len(names(desk)) == 1
    add(desk, SANK, locator="2")
    done = subprocess.run(
        [sys.executable, "-c", KILLED_WHILE_FILLING, settings.database, str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert len(names(desk)) == 2


@pytest.mark.parametrize("damage", ["cut", "gone", "noise", "other", "fields"])
def test_a_damaged_pool_is_made_anew(open_as: OpenDesk, settings: Settings, damage: str) -> None:
    desk = open_as()
    number = add(desk, SANK)
    assert names(desk) == [f"C-{number}"]
    index = settings.folders.cache / "index" / f"{desk.desk().public_id}-pool-v{kept_pool.VERSION}"
    for path in index.glob("*.*"):
        if damage == "cut":
            path.write_bytes(path.read_bytes()[:40])
        elif damage == "noise":
            path.write_bytes(os.urandom(200))
        elif damage == "gone" and path.name != "meta.json":
            path.unlink()
        elif damage == "other" and path.name == "meta.json":
            path.write_text(json.dumps({"segments": [], "schema": [], "opstamp": 0}))
        elif damage == "fields" and path.name == "meta.json":
            path.write_text("{}")
    assert names(open_as("ben")) == [f"C-{number}"]
    assert names(desk) == [f"C-{number}"]


def test_a_pool_that_is_damaged_while_it_is_open_is_made_anew(desk: Desk, folder: Path) -> None:
    number = add(desk, SANK)
    assert names(desk) == [f"C-{number}"]
    for path in folder.glob("*.*"):
        path.unlink()
    assert names(desk) == [f"C-{number}"]


def test_another_program_at_the_folder_holds_nobody_up(desk: Desk, folder: Path) -> None:
    one = add(desk, SANK)
    assert names(desk) == [f"C-{one}"]
    other = add(desk, SANK, locator="2")
    with only_writer(folder):
        found = desk.match(SANK)
        assert found.behind
        assert [name for name, _ in seen(found)] == [f"C-{one}"]
    assert sorted(names(desk)) == [f"C-{one}", f"C-{other}"]


def test_two_desks_share_one_pool(desk: Desk, open_as: OpenDesk) -> None:
    other = open_as("ben")
    for number in range(4):
        add((desk, other)[number % 2], SANK, locator=str(number))
        assert len(names(desk)) == len(names(other)) == number + 1


def test_threads_ask_while_claims_come_in(desk: Desk, open_as: OpenDesk) -> None:
    writer = open_as()
    add(desk, SANK, locator="0")
    assert len(names(desk)) == 1

    def look(reader: Desk) -> list[int]:
        return [len(names(reader)) for _ in range(5)]

    with ThreadPoolExecutor(2) as threads:
        counts = [threads.submit(look, desk.reader()) for _ in range(2)]
        for number in range(1, 6):
            add(writer, SANK, locator=str(number))
        for count in counts:
            assert count.result() == sorted(count.result())
    assert len(names(desk)) == 6


def test_who_reads_on_gets_what_is_there_by_now(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.desk.matching._TAKEN_UP", 0)
    number = add(desk, SANK)
    take_in(desk, tmp_path, SANK)
    found = desk.matches(number, reading=True)
    assert (found.repeat, found.behind) == (Repeat.NOTHING, True)
    monkeypatch.setattr("workbench.desk.matching._TAKEN_UP", 2)
    assert seen(desk.matches(number, reading=True))[0][0] == "P-1"
    take_in(desk, tmp_path, *[SANK] * 3, start=2)
    assert desk.matches(number, reading=True).behind


def test_where_very_much_was_written_everything_is_read_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(desk, SANK)
    assert len(names(desk)) == 1
    monkeypatch.setattr(pooling, "_MOST", 3)
    take_in(desk, tmp_path, *[SANK] * 5)
    assert len(names(desk)) == 6


def test_a_folder_that_can_not_be_written_is_named(desk: Desk, settings: Settings) -> None:
    settings.folders.cache.parent.mkdir(parents=True, exist_ok=True)
    settings.folders.cache.write_text("no folder")
    with pytest.raises(WorkbenchError) as refused:
        desk.match(SANK)
    assert str(settings.folders.cache) in refused.value.message
    assert refused.value.hint


def test_a_claim_that_was_taken_back_is_not_offered(desk: Desk, article: Path) -> None:
    desk.add_article(ArticleEntry(str(article)))
    words = "Who would not love the sea?"
    start = desk.article(1).text.index(words)
    number = desk.take_in_words(ChosenWords(1, start, start + len(words))).claim
    assert names(desk, words) == [f"C-{number}"]
    desk.undo()
    assert names(desk, words) == []
