"""A desk hears of what others write, at once and without asking."""

from claims_db.vocabulary import DraftField
from tests.conftest import OpenDesk
from workbench.desk.entries import ClaimEntry

LONG = 30.0
"""Seconds after which a test gives up; what it waits for comes at once."""


def test_a_watch_tells_what_others_wrote_and_only_once(open_as: OpenDesk) -> None:
    ana, ben = open_as("ana"), open_as("ben")
    with ana.watch() as watch:
        assert not watch.wait(0)
        ben.add_claim(ClaimEntry("The ferry sank twice."))
        assert watch.wait(LONG)
        assert not watch.wait(0)
        ben.record(1, "false", "It never sank.", queue=None)
        assert watch.wait(LONG)


def test_what_was_only_read_is_not_told(open_as: OpenDesk) -> None:
    ana, ben = open_as("ana"), open_as("ben")
    ben.add_claim(ClaimEntry("The ferry sank twice."))
    with ana.watch() as watch:
        ben.claim(1)
        ben.queue()
        assert not watch.wait(0.1)
        ben.save_draft(1, DraftField.VERDICT, "half a thought")
        ben.take_next()
        assert watch.wait(LONG)


def test_a_closed_watch_leaves_the_desk_working(open_as: OpenDesk) -> None:
    ana = open_as("ana")
    for _ in range(20):
        ana.watch().close()
    ana.add_claim(ClaimEntry("The ferry sank twice."))
    assert ana.claim(1).statement == "The ferry sank twice."
