"""Writers go in the order in which they came; whatever is wrong with the line, they write all the same."""

import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from claims_db import waiting_line
from claims_db.waiting_line import first_in_line
from tests.claims_db.conftest import Store, new_claim

pytestmark = pytest.mark.files_only


@contextmanager
def taken(folder: Path) -> Iterator[None]:
    """Stand first in line and do not move on."""
    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    yield
    os.close(handle)


def handles() -> int:
    return len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0


def test_only_one_is_first(tmp_path: Path) -> None:
    inside, most, turns = [0], [0], []

    def stand(name: int) -> None:
        for _ in range(20):
            with first_in_line(str(tmp_path)) as first:
                assert first
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                turns.append(name)
                inside[0] -= 1

    before = handles()
    threads = [threading.Thread(target=stand, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert sorted(turns) == sorted([name for name in range(4) for _ in range(20)])
    _settled()
    assert handles() == before


def _settled() -> None:
    for thread in threading.enumerate():
        if thread.daemon and thread is not threading.current_thread() and "_wait" in thread.name:
            thread.join(10)


def test_who_does_not_move_on_holds_up_nobody_for_ever(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting_line, "PATIENCE", 0.01)
    before = handles()
    with taken(Path(str(store.engine.url.database)).parent):
        assert store.add_claims(new_claim()) == (1,)
    _settled()
    assert handles() == before
    assert store.add_claims(new_claim()) == (2,)


@pytest.mark.parametrize("wrong", ["open", "flock"])
def test_without_a_line_everybody_writes_all_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("not here")

    monkeypatch.setattr(waiting_line.os if wrong == "open" else waiting_line.fcntl, wrong, refuse)
    before = handles()
    assert store.add_claims(new_claim()) == (1,)
    assert handles() == before


def test_a_writer_that_fails_leaves_the_line(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), first_in_line(str(tmp_path)):
        raise ZeroDivisionError
    with first_in_line(str(tmp_path)) as first:
        assert first
