"""The team's report and the journal, as a reviewer at the desk reads them."""

import pytest

from claims_db.errors import NotFound
from claims_db.rows import JournalFilter, SecondReviewRule
from claims_db.vocabulary import SkipReason
from tests.conftest import OpenDesk
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry


def add(desk: Desk, *statements: str) -> None:
    for statement in statements:
        desk.add_claim(ClaimEntry(statement))


def test_a_young_desk_has_no_pairs_and_nothing_that_waits_long(desk: Desk) -> None:
    report = desk.team_report(14)
    assert (report.pairs, report.longest, report.holds, report.left_out) == ((), None, (), 0)
    assert len(report.came_in) == len(report.edges) - 1 == 14
    assert sum(report.came_in) == sum(report.went_out()) == 0


def test_what_went_out_counts_a_claim_once(open_as: OpenDesk) -> None:
    ana, ben = open_as("ana"), open_as("ben")
    ana.set_second_review_rule(SecondReviewRule(ratings=("false",)))
    add(ana, "It rained.", "It snowed.", "It hailed.")
    ben.record(1, "false", "The log says so.")
    assert ana.team_report(14).left_out == 1
    ana.record(1, "true", "The minutes say otherwise.")
    (held,) = [hold.claim for hold in ana.team_report(14).holds if hold.holder == "ben"]
    ben.skip(held, SkipReason.OPINION)
    report = ana.team_report(14)
    assert report.left_out == 0
    assert sum(report.came_in) == 3
    assert sum(report.went_out()) == 2
    (pair,) = report.pairs
    assert dict(pair.counts.counts) == {("false", "true"): 1}
    assert pair.agreement.overall.percent == 0


def test_nobody_of_a_name_is_told_with_the_names_there_are(desk: Desk) -> None:
    with pytest.raises(NotFound, match="Nobody at this desk is called 'zoe'"):
        desk.journal_numbers(JournalFilter(people=("zoe",)))


def test_an_entry_that_is_not_there_is_told(desk: Desk) -> None:
    add(desk, "It rained.")
    newest = desk.journal_numbers(JournalFilter())[0]
    assert desk.journal_entry(newest).row.sequence == newest == desk.changes()
    with pytest.raises(NotFound, match=f"no entry {newest + 1}"):
        desk.journal_entry(newest + 1)
