"""A look at a desk finds clocks that jumped, drafts that nobody needs, and people who share it, on a file and on a server."""

from dataclasses import replace
from pathlib import Path

import pytest

from claims_db.vocabulary import DraftField
from tests.conftest import MINUTE, Clock, OpenDesk
from tests.postgres_cluster import Cluster
from workbench.bootstrap import examine, open_care, open_desk
from workbench.desk.care.checks import Check, State
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.errors import WorkbenchError
from workbench.settings import Settings


def checks(settings: Settings, clock: Clock) -> dict[str, Check]:
    environ = {"WORKBENCH_HOME": str(settings.folders.data)}
    return {check.name: check for check in examine(settings, environ, settings.database, clock=clock)}


@pytest.mark.files_only  # a server has a clock of its own, and no drafts of this machine
def test_a_clock_in_order_is_fine(desk: Desk, settings: Settings, clock: Clock) -> None:
    desk.add_claim(ClaimEntry("It rained."))
    found = checks(settings, clock)
    assert found["clock"].state is found["order of times"].state is State.OK


@pytest.mark.files_only  # a server has a clock of its own, and no drafts of this machine
def test_a_clock_that_was_set_back_is_worth_a_look(desk: Desk, settings: Settings, clock: Clock) -> None:
    desk.add_claim(ClaimEntry("It rained."))
    clock.pass_minutes(-90)
    assert "Set the clock" in checks(settings, clock)["clock"].advice
    desk.add_claim(ClaimEntry("It snowed."))
    found = checks(settings, clock)
    assert found["clock"].state is State.OK
    assert found["order of times"].found.startswith("1 entries are earlier")
    assert found["journal"].state is State.OK


@pytest.mark.files_only  # a server has a clock of its own, and no drafts of this machine
def test_a_desk_that_nobody_used_for_years_makes_the_clock_doubtful(
    desk: Desk, settings: Settings, clock: Clock
) -> None:
    desk.add_claim(ClaimEntry("It rained."))
    clock.now += 2 * 365 * 24 * 60 * MINUTE
    assert checks(settings, clock)["clock"].state is State.LOOK


@pytest.mark.files_only  # a server has a clock of its own, and no drafts of this machine
def test_drafts_of_claims_that_are_done_are_named(desk: Desk, settings: Settings, clock: Clock) -> None:
    for words in ("It rained.", "It snowed."):
        desk.add_claim(ClaimEntry(words))
    desk.save_draft(1, DraftField.VERDICT, "half a thought")
    assert checks(settings, clock)["kept drafts"].state is State.OK
    desk.record(1, "false", "It did not.")
    desk.save_draft(1, DraftField.EVIDENCE, "a late thought")
    found = checks(settings, clock)["kept drafts"]
    assert found.state is State.LOOK
    assert "C-1 (evidence)" in found.found


@pytest.mark.files_only  # the library is that of files
def test_people_who_share_a_desk_matter_to_an_old_library(
    open_as: OpenDesk, settings: Settings, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 40, 1))
    open_as("ana")
    assert checks(settings, clock)["SQLite"].state is State.OK
    open_as("ben")
    assert checks(settings, clock)["SQLite"].state is State.LOOK


def test_a_server_is_looked_at_verified_and_backed_up_by_its_own_means(
    cluster: Cluster, settings: Settings, clock: Clock, tmp_path: Path
) -> None:
    with cluster.database("looked_at") as name:
        there = replace(settings, database=cluster.url(name))
        desk = open_desk(there, clock=clock)
        desk.add_claim(ClaimEntry("It rained."))
        desk.close()
        found = checks(there, clock)
        care = open_care(there, clock=clock)
        verified = care.verify()
        with pytest.raises(WorkbenchError, match="own backups"):
            care.back_up(tmp_path / "copy.db")
    assert {name: check.found for name, check in found.items() if check.state is State.WRONG} == {}
    assert found["server"].found.startswith("PostgreSQL 1")
    assert found["encoding"].found == "UTF8"
    assert found["login"].state is State.OK
    assert verified.misfits == ()
    assert verified.entries == verified.head.sequence > 10
    assert verified.rows
