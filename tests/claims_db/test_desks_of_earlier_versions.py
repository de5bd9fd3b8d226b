"""Desks that earlier versions of the program wrote: they open, keep every row, and the journal still fits.

Each file in ``desks`` is a desk as the program of that step left it, written out with ``sqlite3``'s ``iterdump``
and its application id: an article, claims by hand, evidence on and off, verdicts, a skip taken back and done
again, a live lease and a draft.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claims_db.engine import open_engine, reading
from claims_db.journal.chain import entries, head
from claims_db.journal.verify import verify
from claims_db.journal.versions import PAYLOAD_VERSION
from claims_db.migrations.runner import HEAD
from claims_db.rows import ClaimFilter, ClaimSheet
from claims_db.vocabulary import ClaimState, Priority
from tests.conftest import START, Clock, Ids
from workbench.bootstrap import open_desk
from workbench.desk.desk import Desk
from workbench.desk.entries import ChosenWords
from workbench.domain.coverage import StretchForm
from workbench.settings import Settings

DESKS = sorted((Path(__file__).parent / "desks").glob("*.sql"))
COUNTED = ("article", "claim", "appearance", "place", "verdict", "skip", "evidence", "source", "lease", "draft")
MINUTES_LATER = 40


@pytest.fixture(scope="session", params=DESKS, ids=lambda path: path.stem)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the database file of an earlier version."""
    path = tmp_path_factory.mktemp("earlier") / "desk.sqlite3"
    connection = sqlite3.connect(path)
    connection.executescript(request.param.read_text("utf-8"))
    connection.close()
    return path


@pytest.fixture
def place(written: Path, tmp_path: Path, settings: Settings) -> Settings:
    path = tmp_path / "earlier.sqlite3"
    shutil.copy(written, path)
    return replace(settings, database=str(path))


@pytest.fixture
def ana(place: Settings) -> Iterator[Desk]:
    clock, ids = Clock(START), Ids(iter(range(50_000, 60_000)))
    clock.pass_minutes(MINUTES_LATER)
    desk = open_desk(place, clock=clock, new_id=ids)
    yield desk
    desk.close()


def counts(path: str) -> dict[str, int]:
    connection = sqlite3.connect(path)
    found = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED}
    connection.close()
    return found


def versions(path: str) -> set[int]:
    """Give the versions of the images that the journal holds."""
    connection = sqlite3.connect(path)
    found = {int(row[0]) for row in connection.execute("SELECT DISTINCT payload_version FROM journal")}
    connection.close()
    return found


def test_every_row_is_kept_and_the_journal_fits(place: Settings) -> None:
    before, before_versions = counts(place.database), versions(place.database)
    open_desk(place).close()
    assert counts(place.database) == before
    assert min(before.values()) > 0
    engine = open_engine(place.database)
    with reading(engine) as connection:
        assert list(verify(connection)) == []
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == HEAD
        assert {entry.version for entry in entries(connection)} == before_versions, "it stays as it was written"
        assert head(connection).sequence == len(list(entries(connection)))
    engine.dispose()


def test_work_goes_on_where_it_was(written: Path, ana: Desk, place: Settings) -> None:
    states = [row.state for row in ana.claim_rows(ana.claim_numbers(ClaimFilter()))]
    assert {ClaimState.QUEUED, ClaimState.RECORDED, ClaimState.SKIPPED} == set(states)
    turn = ana.take_next()
    assert isinstance(turn, ClaimSheet)
    marks = turn.marks()
    ana.mark(turn.number, marks, marks._replace(priority=Priority.URGENT))
    ana.record(turn.number, "false", "The log says otherwise.", turn.lease.token if turn.lease else None)
    engine = open_engine(place.database)
    with reading(engine) as connection:
        assert list(verify(connection)) == []
        assert {entry.version for entry in entries(connection)} == {*versions(str(written)), PAYLOAD_VERSION}
    engine.dispose()


def test_what_was_done_before_is_taken_back_after(ana: Desk) -> None:
    assert ana.claim(5).state is ClaimState.RECORDED
    assert "verdict" in ana.undo().summary
    assert ana.claim(5).state is ClaimState.QUEUED
    assert "detached evidence" in ana.undo().summary
    assert [item.note for item in ana.claim(4).evidence] == ["A note."]
    ana.redo()
    ana.redo()
    assert [verdict.stands for verdict in ana.claim(5).verdicts] == [True]


def test_what_was_refused_is_not_known_and_words_can_be_taken_in_all_the_same(ana: Desk, place: Settings) -> None:
    before = ana.coverage(1)
    assert not before.refusals_kept
    assert [one.claims[0].number for one in before.stretches if one.form is StretchForm.CLAIM] == [1, 2, 3]
    assert StretchForm.REFUSED not in {one.form for one in before.stretches}
    words = next(one for one in before.stretches if "comment" in before.article.text[one.start : one.end])
    added = ana.take_in_words(ChosenWords(1, words.start, words.end))
    assert ana.claim(added.claim).statement == "The council did not respond to a request for comment."
    ana.undo()
    assert ana.coverage(1) == before
    engine = open_engine(place.database)
    with reading(engine) as connection:
        assert list(verify(connection)) == []
    engine.dispose()


def test_the_queue_stands_in_the_order_it_had(written: Path, ana: Desk) -> None:
    connection = sqlite3.connect(written)
    before = [
        row[0]
        for row in connection.execute(
            "SELECT c.number FROM place p JOIN claim c ON c.id = p.claim_id WHERE c.state = 'queued' "
            "ORDER BY p.rank, p.claim_id"
        )
    ]
    connection.close()
    assert list(ana.queue_numbers("desk")) == before


def test_a_row_that_was_changed_before_the_upgrade_is_named_after_it(place: Settings) -> None:
    connection = sqlite3.connect(place.database)
    connection.execute("UPDATE claim SET statement = 'It never sank.' WHERE number = 4")
    connection.execute("UPDATE place SET rank = rank + 1 WHERE claim_id = (SELECT id FROM claim WHERE number = 4)")
    connection.commit()
    connection.close()
    open_desk(place).close()
    engine = open_engine(place.database)
    with reading(engine) as connection:
        assert sorted((found.entity, found.claim) for found in verify(connection)) == [("claim", 4), ("place", 4)]
    engine.dispose()
