"""A finding holds until a day that somebody named: it is told, found, printed, taken back, and never taken for another finding."""

import json
from pathlib import Path

import pytest

from claims_db.rows import ClaimSheet, RecheckDate
from claims_db.vocabulary import ClaimState, NoticeKind, Role, Severity
from tests.conftest import MINUTE, START, Clock, OpenDesk
from tests.weighed import weigh
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEdit, ClaimEntry, PersonEntry, QueueEntry
from workbench.domain.search_words import parse_filter
from workbench.errors import BadInput, Overtaken, Refused

DAY_AFTER = RecheckDate("2023-11-15", "next release of the labour force survey")
LATER = RecheckDate("2024-02-01", "the figures of the year")
NEVER = RecheckDate()
UNTIL_MIDNIGHT = 24 * 60 - (START // MINUTE) % (24 * 60)


@pytest.fixture
def ana(open_as: OpenDesk) -> Desk:
    """Give the admin's desk, with two claims of which ben rated the first, and ana signed it off."""
    ana, ben = open_as("ana"), open_as("ben")
    for number in (3, 4):
        ana.add_claim(ClaimEntry(f"The ferry sank {number} times.", claimer="Inga Holm"))
    weigh(ben, 1)
    ben.record(1, "true", "The log says so.", queue=None)
    ana.sign_off(1)
    return ana


def dated(desk: Desk, number: int, recheck: RecheckDate) -> ClaimSheet:
    return desk.edit(number, ClaimEdit(recheck=recheck))


def due(desk: Desk, words: str = "recheck:due") -> list[int]:
    return list(desk.claim_numbers(parse_filter(words)))


def test_a_day_is_set_moved_taken_away_and_taken_back(ana: Desk) -> None:
    assert (
        dated(ana, 2, RecheckDate(" 15 November 2023", "next release\nof the labour  force survey")).recheck
        == DAY_AFTER
    )
    assert dated(ana, 2, LATER).history[0].summary == "claim recheck set"
    assert dated(ana, 2, NEVER).recheck == NEVER
    assert ana.undo().summary == "Took back the change of the recheck date on C-2."
    assert ana.claim(2).recheck == LATER
    ana.undo()
    assert (ana.claim(2).recheck, ana.claim(2).statement) == (DAY_AFTER, "The ferry sank 4 times.")
    ana.redo()
    assert ana.claim(2).recheck == LATER


def test_words_and_day_are_changed_in_one_step_that_is_taken_back_as_one(ana: Desk) -> None:
    ana.edit(2, ClaimEdit(statement="The ferry never sank.", recheck=LATER))
    assert ana.undo().summary == "Took back the new statement on C-2."
    assert ana.claim(2).wording() == ("The ferry sank 4 times.", "Inga Holm", (), NEVER)


@pytest.mark.parametrize(
    ("recheck", "message"),
    [
        (RecheckDate("2024-02-01"), "needs a reason"),
        (RecheckDate("", "the figures of the year"), "needs a day"),
        (RecheckDate("2024-02", "the figures of the year"), "'2024-02' is no day"),
        (RecheckDate("2023-02-30", "the figures of the year"), "is no date"),
        (RecheckDate("2024-02-01", "x" * 501), "too long"),
    ],
)
def test_what_is_no_day_with_a_reason_is_named(ana: Desk, recheck: RecheckDate, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        dated(ana, 2, recheck)


def test_two_who_date_a_claim_at_once_do_not_overwrite_each_other(ana: Desk, open_as: OpenDesk) -> None:
    ben, base = open_as("ben"), ana.claim(2).wording()
    ana.edit(2, ClaimEdit(statement="The ferry never sank.", base=base))
    ben.edit(2, ClaimEdit(recheck=LATER, base=base))
    with pytest.raises(Overtaken, match="theirs 2024-02-01: the figures of the year") as late:
        ana.edit(2, ClaimEdit(recheck=DAY_AFTER, base=base))
    assert "recheck: 2024-02-01; the figures of the year" in "\n".join(late.value.difference)
    assert ana.claim(2).wording() == ("The ferry never sank.", "Inga Holm", (), LATER)


def test_editors_date_a_finding_that_stands_and_it_stays_the_same_finding(ana: Desk, open_as: OpenDesk) -> None:
    before = ana.claim(1)
    with pytest.raises(Refused, match="when a finding that stands is to be checked again"):
        dated(open_as("ben"), 1, LATER)
    after = dated(ana, 1, LATER)
    assert (after.state, after.finding, after.verdicts) == (ClaimState.SIGNED_OFF, before.finding, before.verdicts)
    with pytest.raises(Refused, match="its words can't be edited"):
        ana.edit(1, ClaimEdit(statement="The ferry never sank.", recheck=DAY_AFTER))
    ana.publish(1)
    assert dated(ana, 1, DAY_AFTER).state is ClaimState.PUBLISHED
    ana.undo()
    assert ana.claim(1).recheck == LATER, "what went out does not keep anybody from taking it back"
    ana.withdraw(1, "It was another ferry.")
    with pytest.raises(Refused, match="is withdrawn"):
        dated(ana, 1, DAY_AFTER)


def test_whose_day_has_come_is_told_to_those_who_signed_it_off_and_found(
    ana: Desk, open_as: OpenDesk, clock: Clock
) -> None:
    eda, ben = open_as("eda"), open_as("ben")
    ana.add_person(PersonEntry("eda", Role.EDITOR))
    dated(ana, 1, DAY_AFTER)
    dated(ana, 2, LATER)
    clock.pass_minutes(UNTIL_MIDNIGHT - 1)
    assert (ana.notices(), due(ana), due(ana, "recheck:set"), due(ana, "-recheck:set")) == ((), [], [2, 1], [])
    clock.pass_minutes(1)
    for editor in (ana, eda):
        (notice,) = editor.notices()
        midnight = START - START % MINUTE + UNTIL_MIDNIGHT * MINUTE
        assert notice == (NoticeKind.RECHECK, 1, midnight, "", DAY_AFTER.reason)
    assert ben.notices() == ()
    assert (due(ben), due(ben, "-recheck:due"), due(ben, "recheck:due state:queued")) == ([1], [2], [])
    assert "recheck-date-passed" in [line.rule for line in ana.lint(1).lines]
    dated(ana, 1, LATER)
    assert (eda.notices(), due(eda)) == ((), [])


def test_a_revision_prints_the_day_and_one_that_went_out_stays_as_it_was(ana: Desk, tmp_path: Path) -> None:
    ana.publish(1)
    dated(ana, 1, LATER)
    ana.correct(1, Severity.CLARIFICATION, "We had not said until when it holds.")
    first, second = sorted(ana.write_revisions(tmp_path, 1))
    assert "checked again" not in (first / "report.md").read_text("utf-8")
    assert "To be checked again on 1 February 2024: the figures of the year." in (second / "report.md").read_text(
        "utf-8"
    )
    finding = json.loads((second / "finding.json").read_bytes())
    assert (finding["recheck_on"], finding["recheck_reason"]) == LATER


def test_queues_take_no_claims_by_a_day_that_new_claims_do_not_have(ana: Desk) -> None:
    with pytest.raises(BadInput, match="can't ask for recheck"):
        ana.open_queue(QueueEntry("due", "recheck:due"))
    with pytest.raises(BadInput, match="'over' is no recheck"):
        parse_filter("recheck:over")
