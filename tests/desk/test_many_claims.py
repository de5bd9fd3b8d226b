"""One step on many claims: done with those with which it can be, one group in the journal, one undo for the lot."""

from collections.abc import Sequence

import pytest
from sqlalchemy import func, select

from claims_db.engine import reading
from claims_db.errors import Conflict, NotFound
from claims_db.journal.verify import verify
from claims_db.rows import ClaimFilter, ClaimSheet
from claims_db.tables import METADATA
from claims_db.vocabulary import ClaimState, Priority, Role, SkipReason
from tests.conftest import OpenDesk
from tests.weighed import weigh
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry, PersonEntry, QueueEntry
from workbench.desk.lots import (
    Assign,
    Deed,
    HandBack,
    Lot,
    Merge,
    Postpone,
    Press,
    Put,
    Retag,
    SetAside,
    SignOff,
    TakeOut,
)
from workbench.errors import BadInput, Refused

COUNT = 5


@pytest.fixture
def ana(open_as: OpenDesk) -> Desk:
    desk = open_as("ana")
    for number in range(COUNT):
        desk.add_claim(ClaimEntry(f"The ferry sank {number + 2} times in nine years."))
    desk.open_queue(QueueEntry("sea"))
    return desk


def sheets(desk: Desk) -> list[ClaimSheet]:
    """Give the claims without what every step adds to: their history."""
    return [desk.claim(number)._replace(history=()) for number in desk.claim_numbers(ClaimFilter())]


def groups(desk: Desk) -> int:
    column = METADATA.tables["journal"].c.group_id
    with reading(desk._place.engine) as connection:
        return int(connection.execute(select(func.count(func.distinct(column)))).scalar_one())


def consistent(desk: Desk) -> bool:
    with reading(desk._place.engine) as connection:
        return next(verify(connection), None) is None


DEEDS: Sequence[Deed] = (
    Assign("ana", "You know the harbour."),
    Retag(("harbour", "winter")),
    SetAside(SkipReason.OPINION),
    Put("sea", leaves="desk"),
    TakeOut("desk"),
    Postpone(9_000_000_000_000_000),
    Press(priority=Priority.URGENT, demand=3),
    Merge(2),
)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: type(deed).__name__)
def test_one_step_is_one_group_and_one_undo(ana: Desk, deed: Deed) -> None:
    before, count = sheets(ana), groups(ana)
    lot = ana.do(range(1, COUNT + 1), deed)
    after = sheets(ana)
    wanted = tuple(number for number in range(1, COUNT + 1) if deed != Merge(number))
    assert lot == Lot(wanted)
    assert groups(ana) == count + 1
    assert sum(one != other for one, other in zip(before, after, strict=True)) >= len(wanted)
    assert ana.undo().summary.endswith(f"on {len(wanted)} claims.")
    assert sheets(ana) == before
    ana.redo()
    assert sheets(ana) == after
    assert consistent(ana)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: type(deed).__name__)
def test_what_is_refused_for_one_is_done_with_the_others(ana: Desk, deed: Deed) -> None:
    lot = ana.do([4, 99, 3], deed)
    assert lot.done == (3, 4)
    assert [(one.claim, one.reason) for one in lot.left_out] == [(99, "There is no claim C-99.")]
    with pytest.raises(NotFound):
        ana.do_all([5, 99], deed)


def test_who_holds_a_claim_is_not_disturbed(ana: Desk, open_as: OpenDesk) -> None:
    ben = open_as("ben")
    ben.take(2)
    for deed in (SetAside(SkipReason.TRIVIAL), Postpone(9_000_000_000_000_000), Merge(1)):
        expected = ana.sieve([2, 3], deed)
        lot = ana.do([2, 3], deed)
        assert lot == expected
        assert lot.done == (3,)
        assert "C-2 is held by ben" in lot.left_out[0].reason
        ana.undo()
    assert ana.do([2, 3], HandBack()).left_out[0].reason == "You do not hold C-2."


def test_a_sieve_writes_nothing(ana: Desk) -> None:
    count = groups(ana)
    assert ana.sieve([1, 2, 99], SetAside(SkipReason.OPINION)).done == (1, 2)
    assert groups(ana) == count


def test_only_verdicts_of_others_are_signed_off(ana: Desk, open_as: OpenDesk) -> None:
    ben = open_as("ben")
    weigh(ben, 1)
    ben.record(1, "false", "The log says so.", queue=None)
    ana.record(2, "false", "The log says so.", queue=None)
    lot = ana.do([1, 2, 3], SignOff())
    assert lot.done == (1,)
    assert lot.left_out[0].reason == "Nobody signs off their own work."
    assert ana.claim(1).state is ClaimState.SIGNED_OFF
    with pytest.raises(Refused):
        ben.do([2], SignOff())
    ana.undo()
    assert ana.claim(1).state is ClaimState.RECORDED


def test_rights_are_those_of_a_single_step(ana: Desk, open_as: OpenDesk) -> None:
    ben = open_as("ben")
    with pytest.raises(Refused):
        ben.do([1, 2], Assign("ana"))
    assert ben.do([1, 2], Assign("ben")).done == (1, 2)
    ana.add_person(PersonEntry("ben", Role.EDITOR))
    assert ben.do([1, 2], Assign("ana")).done == (1, 2)


def test_the_lot_is_not_taken_back_after_somebody_changed_one(ana: Desk, open_as: OpenDesk) -> None:
    ben = open_as("ben")
    ana.do([1, 2, 3], Press(priority=Priority.HIGH))
    ben.mark(2, ana.claim(2).marks(), ana.claim(2).marks()._replace(priority=Priority.LOW))
    with pytest.raises(Conflict, match="of C-2, claim priority was"):
        ana.undo()
    assert [ana.claim(number).priority for number in (1, 2, 3)] == [Priority.HIGH, Priority.LOW, Priority.HIGH]
    ben.undo()
    ana.undo()
    assert {ana.claim(number).priority for number in (1, 2, 3)} == {Priority.NORMAL}


def test_what_others_did_besides_stays(ana: Desk, open_as: OpenDesk) -> None:
    ben = open_as("ben")
    ana.do([1, 2, 3], Press(priority=Priority.HIGH))
    ben.tag([2], ["harbour"])
    ben.do([2, 3], Assign("ben"))
    ana.undo()
    assert ana.claim(2).tags == ("harbour",)
    assert ana.claim(3).assigned_to == "ben"


def test_what_is_stopped_leaves_nothing(ana: Desk) -> None:
    heard: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        heard.append((done, of))
        if done == of:
            raise Refused("Stopped.")

    before, count = sheets(ana), groups(ana)
    with pytest.raises(Refused):
        ana.do([1, 2, 3], Retag(("harbour",)), stop)
    assert heard[-1] == (3, 3)
    assert (sheets(ana), groups(ana)) == (before, count)


def test_tags_are_listed_and_filtered_by(ana: Desk) -> None:
    ana.tag([1, 2], ["Harbour", "winter"])
    ana.tag([2, 3], ["summer"], ["winter"])
    assert ana.tags() == (("harbour", 2), ("summer", 2), ("winter", 1))
    assert [row.tags for row in ana.claim_rows([1, 2, 3, 4])] == [
        ("harbour", "winter"),
        ("harbour", "summer"),
        ("summer",),
        (),
    ]
    assert sorted(ana.claim_numbers(ClaimFilter(tags=(("harbour",), ("summer", "winter"))))) == [1, 2]
    assert sorted(ana.claim_numbers(ClaimFilter(tags=(("harbour",), ("summer",))))) == [2]
    assert list(ana.claim_numbers(ClaimFilter(tags=(("nowhere",),)))) == []


def test_tags_have_a_bound_and_a_form(ana: Desk) -> None:
    with pytest.raises(BadInput):
        ana.tag([1], ["a\x1b[2J"])
    with pytest.raises(BadInput):
        ana.tag([1], [])
    ana.tag([1], [f"tag{number}" for number in range(50)])
    lot = ana.do([1, 2], Retag(("one-more",)))
    assert lot.left_out[0].reason == "C-1 would have more than 50 tags."
    assert lot.done == (2,)


def test_tags_of_two_people_at_once_are_both_there(ana: Desk, open_as: OpenDesk) -> None:
    ben = open_as("ben")
    ana.tag([1, 2], ["harbour"])
    ben.tag([2, 3], ["harbour", "winter"])
    ana.undo()
    assert ana.claim(2).tags == ("winter",)
    ben.tag([2], ["harbour"])
    with pytest.raises(Conflict):
        ana.redo()
    assert consistent(ana)


def test_evidence_stays_with_its_claim_when_claims_are_joined(ana: Desk) -> None:
    ana.do([3, 4], Merge(3))
    lot = ana.do([1, 3, 5], Merge(1))
    assert lot.done == (3, 5)
    assert ana.claim(1).duplicates == (3, 4, 5)
    ana.undo()
    assert ana.claim(3).duplicates == (4,)
    with pytest.raises(Refused):
        ana.do([1, 2], Merge(4))
