"""A desk is written as lines and taken in somewhere else: nothing is lost, and the work goes on there as if nothing was.

The people of the other state machines work on; now and then their desk moves. Their models know nothing of that.
"""

import itertools
import json
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from sqlalchemy import BigInteger, Boolean, Column, LargeBinary

from claims_db.columns import Names, Weights, Word, WordList
from claims_db.engine import open_engine
from claims_db.errors import Conflict, StoreError
from claims_db.journal.shapes import shape_of
from claims_db.rows import ClaimFilter, ClaimSheet
from claims_db.tables import METADATA, RECORDS
from claims_db.tables.tag import LONGEST_TAG
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, DraftField, Role, Spot
from tests.claims_db.test_desks_of_earlier_versions import DESKS
from tests.conftest import START, Clock, Ids
from tests.desk import test_life_at_the_desk as at_the_desk
from tests.desk import test_life_in_a_team as in_a_team
from tests.postgres_cluster import Cluster
from tests.server_desk import as_person
from workbench.bootstrap import open_desk, set_up_team
from workbench.desk.care.care import Care
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry, PersonEntry
from workbench.domain.progress import Progress, Stopped
from workbench.settings import Settings

pytestmark = pytest.mark.files_only  # the tests name both kinds of database themselves

MOVES = 2


def care(place: str) -> Care:
    return Care(place, Clock())


def moved(place: str, to: str, folder: Path) -> bytes:
    """Let a desk go out and in again; give the bytes, which are the same from both."""
    out = care(place).write_dump(folder / "out.jsonl")
    taken = care(to).take_dump(out.path)
    assert (taken.rows, taken.head) == (out.rows, out.head)
    assert care(to).verify().misfits == ()
    again = care(to).write_dump(folder / "again.jsonl")
    content = Path(out.path).read_bytes()
    assert content == Path(again.path).read_bytes()
    return content


def moving(life: Any, people: tuple[str, ...], fresh: Path, folder: Path) -> type[RuleBasedStateMachine]:  # noqa: ANN401 - a machine
    """Give a machine whose desk moves now and then."""
    count = itertools.count()

    class Moving(life):  # type: ignore[misc]
        moves = 0

        @precondition(lambda self: self.moves < MOVES)
        @rule()
        def move(self) -> None:
            self.moves += 1
            place = self.desks[people[0]]._place
            to = folder / f"moved-{next(count)}.sqlite3"
            shutil.copy(fresh, to)
            moved(str(place.engine.url.database), str(to), folder)
            chosen = replace(self.place, database=str(to))
            for desk in self.desks.values():
                desk.close()
            self.desks = {
                who: open_desk(as_person(chosen, who), clock=place.clock, new_id=place.new_id) for who in people
            }

    return Moving


def live(machine: type[RuleBasedStateMachine]) -> None:
    run_state_machine_as_test(
        machine,
        settings=hypothesis_settings(
            max_examples=2, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


def test_leases_drafts_and_undo_go_on_where_a_desk_moved_to(
    settings: Settings, tmp_path: Path, fresh_database: Path
) -> None:
    prepared, copies = at_the_desk.prepare(settings), itertools.count()
    machine = moving(at_the_desk.LifeAtTheDesk, at_the_desk.PEOPLE, fresh_database, tmp_path)

    def new_place() -> tuple[Settings, Clock, Ids]:
        path = shutil.copy(prepared.database, tmp_path / f"{next(copies)}.sqlite3")
        return replace(prepared, database=str(path)), Clock(), at_the_desk.a_thousand_later()

    machine.new_place = staticmethod(new_place)  # type: ignore[attr-defined]
    machine.place = prepared  # type: ignore[attr-defined]
    live(machine)


def test_reviews_and_publications_go_on_where_a_desk_moved_to(
    settings: Settings, tmp_path: Path, fresh_database: Path
) -> None:
    prepared, copies = in_a_team.prepare(settings), itertools.count()
    machine = moving(in_a_team.LifeInATeam, in_a_team.PEOPLE, fresh_database, tmp_path)

    def new_place() -> Settings:
        return replace(prepared, database=str(shutil.copy(prepared.database, tmp_path / f"{next(copies)}.sqlite3")))

    machine.new_place = staticmethod(new_place)  # type: ignore[attr-defined]
    machine.place = prepared  # type: ignore[attr-defined]
    live(machine)


HARD = (
    "",
    "Ünï, “dash” –",
    "line\r\nline\u2028\t\x01\x7f\x85",
    '{"a": "\\u0000"}',
    "👩🏽‍🚀 ﷽ e\u0301 \ufeff",
    "'; DROP --",
)
"""Words that a careless writer or reader of lines would change."""


def one_of_each(work: UnitOfWork, second: bool) -> None:
    """Write a row into every journalled table that points to the rows written with it, with all that columns can hold."""
    numbers, words = itertools.count(1 + 1_000 * second), itertools.cycle(HARD)
    for table in METADATA.sorted_tables:
        kind, pointers = RECORDS.get(table.name), dict(shape_of(table.name).pointers)
        if kind is None or (table.name == "desk" and second):
            continue
        row: dict[str, object] = {}
        for column in table.c:
            if column.name in pointers:
                row[column.name] = 1 + second if pointers[column.name] != table.name else 1 if second else None
            elif column.name not in {"id", "public_id", "version"}:
                row[column.name] = value_of(column, next(numbers), f"{next(words)}{next(numbers)}", second)
        if table.name == "tag":
            row["name"] = str(row["name"])[-LONGEST_TAG:]
        work.articles._writing.insert(kind, [row])


def value_of(column: Column[Any], number: int, words: str, second: bool) -> object:
    kind = column.type
    if isinstance(kind, LargeBinary):
        return bytes(range(256))[second:]
    if column.nullable and second:
        return None
    if isinstance(kind, Boolean):
        return second
    if isinstance(kind, WordList):
        return () if second else tuple(kind.words)
    if isinstance(kind, Names):
        return () if second else (words, "")
    if isinstance(kind, Weights):
        return ((words, -number),)
    if isinstance(kind, Word):
        return list(kind.vocabulary)[-second]
    if kind.python_type is int:
        return number + (2**53 if isinstance(kind, BigInteger) else 0)
    return words


def fill(place: str) -> None:
    """Fill every table of an empty database."""
    engine, ids = open_engine(place), Ids()
    with engine.begin() as connection:
        # What the rules of the desk would not let anybody write has to move as well.
        for (name,) in list(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")):
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for second in (False, True):
        with UnitOfWork(engine, Action.DESK_OPENED, ids(), Clock(), ids) as work:
            one_of_each(work, second)
    with engine.begin() as connection:
        for field in DraftField:
            draft = {"claim_id": 1, "reviewer_id": 2, "field": field, "body": HARD[2], "saved_at": START}
            connection.execute(METADATA.tables["draft"].insert().values(draft))
    engine.dispose()


def test_a_row_of_every_table_goes_into_the_other_database_and_back_whatever_is_in_it(
    database: Path, cluster: Cluster, fresh_server_database: str, tmp_path: Path
) -> None:
    fill(str(database))
    with cluster.database("taken", fresh_server_database) as name:
        content = moved(str(database), cluster.url(name), tmp_path)
        assert moved(cluster.url(name), str(tmp_path / "back.sqlite3"), tmp_path) == content
        with pytest.raises(Conflict, match="rows already"):
            care(cluster.url(name)).take_dump(str(tmp_path / "out.jsonl"))
    rows = [json.loads(line) for line in content.splitlines()[1:]]
    assert {table for row in rows for table in row} == set(METADATA.tables)
    pointers = [
        value for row in rows for fields in row.values() for name, value in fields.items() if name[-3:] == "_id"
    ]
    assert not [row for row in rows for fields in row.values() if "id" in fields]
    assert all(isinstance(value, str | None) for value in pointers)


def test_claims_that_were_moved_in_a_queue_stand_there_as_before(
    open_with: Callable[[Settings], Desk], settings: Settings, tmp_path: Path
) -> None:
    desk = open_with(settings)
    for number in range(6):
        desk.add_claim(ClaimEntry(f"The ferry sank {number + 3} times."))
    # On a server, a step that failed leaves keys unused; here a file is made to look so.
    with desk._place.engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        connection.exec_driver_sql("UPDATE claim SET id = id + 7 WHERE number > 3")
        for table in ("appearance", "place"):
            connection.exec_driver_sql(f"UPDATE {table} SET claim_id = claim_id + 7 WHERE claim_id > 3")
    desk.move(5, "desk", Spot.FIRST)
    desk.move(2, "desk", Spot.AFTER, 4)
    desk.mark_duplicate(1, 6)
    order = list(desk.queue_numbers("desk"))
    to = tmp_path / "moved.sqlite3"
    content = moved(settings.database, str(to), tmp_path)
    assert content.count(b'"unused_before":7') == content.count(b'"unused_before":') == 1
    again = open_with(replace(settings, database=str(to)))
    assert list(again.queue_numbers("desk")) == order != sorted(order)
    assert again.claim(1).duplicate_of == 6
    for one in (desk, again):
        one.undo()
        one.move(6, "desk", Spot.BEFORE, 2)
        one.add_claim(ClaimEntry("The ferry sank once more."))
    assert list(again.queue_numbers("desk")) == list(desk.queue_numbers("desk"))


def test_a_team_works_on_where_its_desk_was_taken_in_on_a_server(
    open_with: Callable[[Settings], Desk],
    settings: Settings,
    cluster: Cluster,
    fresh_server_database: str,
    tmp_path: Path,
) -> None:
    zoe = replace(settings, reviewer="zoe")
    desk = open_with(zoe)
    desk.add_claim(ClaimEntry("The ferry sank 3 times."))
    desk.record(1, "false", "It did not.")
    with cluster.database("worked", fresh_server_database) as name:
        moved(settings.database, cluster.url(name), tmp_path)
        keeper = set_up_team(replace(settings, database=cluster.url(name)))
        keeper.add_person(PersonEntry("zoe", Role.ADMIN))
        keeper.close()
        there = open_desk(replace(zoe, database=cluster.url(name, "zoe")))
        assert there.undo().claim == 1
        there.add_claim(ClaimEntry("The ferry sank 4 times."))
        assert isinstance(there.take_next(), ClaimSheet)
        assert care(cluster.url(name)).verify().misfits == ()
        there.close()


@pytest.mark.parametrize("written", DESKS, ids=lambda path: path.stem)
def test_a_desk_of_an_earlier_version_moves_with_its_old_journal(written: Path, tmp_path: Path) -> None:
    place = tmp_path / "earlier.sqlite3"
    with closing(sqlite3.connect(place)) as connection:
        connection.executescript(written.read_text("utf-8"))
    content = moved(str(place), str(tmp_path / "new.sqlite3"), tmp_path)
    assert b'"payload_version":1,' in content or b'"payload_version":2,' in content


def test_nothing_but_the_empty_place_changes_where_a_dump_is_refused(
    settings: Settings, desk: Desk, tmp_path: Path
) -> None:
    desk.add_claim(ClaimEntry("The ferry sank 3 times."))
    out = care(settings.database).write_dump(tmp_path)
    before = Path(out.path).stat()
    assert care(settings.database).write_dump(tmp_path) == out
    assert (Path(out.path).stat().st_ino, stat.S_IMODE(before.st_mode)) == (before.st_ino, 0o600)
    with pytest.raises(Conflict, match="rows already"):
        care(settings.database).take_dump(out.path)
    assert list(desk.claim_numbers(ClaimFilter())) == [1]


def test_a_desk_that_does_not_fit_its_journal_is_not_written(settings: Settings, desk: Desk, tmp_path: Path) -> None:
    desk.add_claim(ClaimEntry("The ferry sank 3 times."))
    with desk._place.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE claim SET statement = 'It floats.'")
    with pytest.raises(StoreError, match="does not verify"):
        care(settings.database).write_dump(tmp_path / "out")
    assert list((tmp_path / "out").glob("*")) == []


def test_work_that_is_stopped_leaves_nothing(settings: Settings, desk: Desk, tmp_path: Path) -> None:
    desk.add_claim(ClaimEntry("The ferry sank 3 times."))
    out = care(settings.database).write_dump(tmp_path / "out.jsonl")

    def stop_at(stops: str) -> Progress:
        def stop(step: str, *_: int) -> None:
            if step == stops:
                raise Stopped

        return stop

    for step in ("writing", "verifying"):
        with pytest.raises(Stopped):
            care(settings.database).write_dump(tmp_path / "stopped.jsonl", stop_at(step))
    with pytest.raises(Stopped):
        care(str(tmp_path / "new.sqlite3")).take_dump(out.path, stop_at("verifying"))
    assert not [path.name for path in tmp_path.iterdir() if "stopped" in path.name or "new" in path.name]
    assert not list(tmp_path.glob(".*"))
