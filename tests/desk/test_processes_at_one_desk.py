"""Several processes at one desk, some of them killed in the middle: nothing is handed out twice, nothing is lost."""

import itertools
import json
import random
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from claims_db.engine import reading
from claims_db.journal.chain import entries
from claims_db.journal.verify import verify
from tests.desk.reviewing_process import Acknowledged, Job, heard, prepared, run, started
from tests.server_desk import ServerDesk, as_person
from workbench.bootstrap import open_desk
from workbench.settings import Settings

pytestmark = pytest.mark.files_only  # the tests name both kinds of database themselves

TURNS = 8


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, settings: Settings) -> Iterator[Settings]:
    """Give the settings of a desk in a file, and of one on a server."""
    if request.param == "file":
        yield settings
        return
    server: ServerDesk = request.getfixturevalue("server")
    for name in people(max(2, request.config.getoption("--processes"))):
        server.person(name)
    yield replace(settings, database=str(server))


def people(count: int) -> list[str]:
    return [f"reviewer {number}" for number in range(count)]


def test_processes_share_a_queue_and_no_claim_is_ever_held_twice(
    place: Settings, request: pytest.FixtureRequest
) -> None:
    count, turns = request.config.getoption("--processes"), request.config.getoption("--turns")
    who = people(count)
    prepared(place, who, count * turns)
    with ThreadPoolExecutor(count) as pool:
        jobs = [Job(place, name, seed, turns) for seed, name in enumerate(who)]
        said = [one for some in pool.map(run, jobs) for one in some]
    taken = Counter((one.claim, one.words) for one in said if one.verb == "take")
    assert len(taken) >= count * turns * 0.7
    assert Counter(one.verb for one in said)["open"] == count
    assert [lease for lease, times in taken.items() if times > 1] == []
    account_for(place, said)


def test_a_process_that_is_killed_at_a_write_point_loses_nothing_that_was_acknowledged(
    place: Settings, request: pytest.FixtureRequest
) -> None:
    kills = request.config.getoption("--kills")
    prepared(place, people(2), (kills + 2) * TURNS)
    said = run(Job(place, "reviewer 0", 0, TURNS))
    points = [(one.words, nth) for one in said if one.verb == "point" for nth in range(1, one.claim + 1)]
    assert len({name for name, _ in points}) > 15
    points.sort(key=lambda point: point[1])  # each name once before any a second time
    killed = 0
    for seed, (name, nth) in zip(range(1, kills // 2 + 1), itertools.cycle(points), strict=False):
        last = run(Job(place, "reviewer 0", seed, TURNS, name, nth))
        assert last[0].verb == "open"
        killed += last[-1].verb != "point"
        said += last
        if seed % 25 == 0:
            account_for(place, said)
    assert killed > kills // 2 * 0.8
    account_for(place, said)


def test_processes_that_are_killed_at_any_moment_lose_nothing_that_was_acknowledged(
    place: Settings, request: pytest.FixtureRequest
) -> None:
    kills, chance, said = request.config.getoption("--kills"), random.Random(2), list[Acknowledged]()  # noqa: S311 - any moment will do
    prepared(place, people(2), (kills + 2) * TURNS)
    for seed in range(1, kills // 4 + 1):
        with (
            started(Job(place, "reviewer 0", seed, TURNS)) as (one, pipe),
            started(Job(place, "reviewer 1", seed, TURNS)) as (other, other_pipe),
        ):
            said.append(pipe.recv())
            one.join(chance.uniform(0, 0.1))
            one.kill()
            said += heard(pipe)
            other.join(chance.uniform(0, 0.1))
            other.kill()
            said += heard(other_pipe)
        if seed % 25 == 0:
            account_for(place, said)
    account_for(place, said)


def account_for(place: Settings, said: list[Acknowledged]) -> None:
    """See that all that was acknowledged is stored once, in the journal and in the tables, and nothing is half stored."""
    desk = open_desk(as_person(place, "reviewer 0"))
    with reading(desk._place.engine) as connection:
        assert list(verify(connection)) == []
        journal = list(entries(connection))
        stored = {
            table: Counter(connection.exec_driver_sql(f"SELECT {words} FROM {table}").scalars())
            for table, words in (("verdict", "rationale"), ("skip", "note"), ("evidence", "note"))
        }
        retracted = set(
            connection.exec_driver_sql(
                "SELECT rationale FROM verdict WHERE retracted_at IS NOT NULL "
                "UNION ALL SELECT note FROM skip WHERE retracted_at IS NOT NULL"
            ).scalars()
        )
    tables = {"record": "verdict", "skip": "skip", "attach": "evidence"}
    for one in said:
        if one.verb in tables:
            assert stored[tables[one.verb]][one.words] == 1, one
        if one.verb == "undo":
            assert one.words in retracted, one
    assert [words for counted in stored.values() for words, times in counted.items() if times != 1] == []
    written = Counter(
        json.loads(entry.change.after)[{"verdict": "rationale"}.get(entry.change.entity, "note")]
        for entry in journal
        if entry.change.entity in tables.values() and entry.change.before is None and entry.change.after
    )
    assert written == sum(stored.values(), Counter())
    _holds_follow_each_other(journal)
    _words_are_kept(place, said, stored["verdict"] + stored["skip"])
    desk.close()


def _holds_follow_each_other(journal: list) -> None:
    """See that nobody took a claim which somebody held, and that tokens grew one by one."""
    held: dict[str, tuple[str | None, int]] = {}
    for entry in journal:
        if entry.change.entity == "lease" and entry.change.after:
            after = json.loads(entry.change.after)
            holder, token = held.get(entry.change.claim, (None, 0))
            assert after["token"] == token + 1
            if after["reviewer_id"] is not None:
                assert holder is None, f"entry {entry.sequence}: taken while it was held"
            held[entry.change.claim] = (after["reviewer_id"], after["token"])


def _words_are_kept(place: Settings, said: list[Acknowledged], decided: Counter[str]) -> None:
    """See that words which were kept as a draft are a verdict by now, or still a draft."""
    for who in {one.who for one in said}:
        desk = open_desk(as_person(place, who))
        drafts = {draft.claim: draft.body for draft in desk.drafts()}
        told = [one for one in said if one.who == who and one.verb == "draft"]
        if told and told[-1].words not in decided:
            kept = drafts[told[-1].claim]
            assert kept == told[-1].words or kept not in {one.words for one in told}
        desk.close()
