"""Claims are marked in the list, and one command acts on all of them; one undo takes it back for all."""

import asyncio
from array import array
from pathlib import Path

import pytest
from textual.widgets import Input, Select

from claims_db.rows import ClaimFilter
from claims_db.vocabulary import ClaimState, Priority
from tests.conftest import OpenDesk
from tests.tui.driving import NARROW
from tests.tui.rooms import MANY, Room, Run, Test, collecting, room
from tests.weighed import weigh
from workbench.desk.entries import ClaimEntry, QueueEntry
from workbench.tui.commands.registry import COMMANDS
from workbench.tui.dialogs.lot import LotDialog
from workbench.tui.screens.marking import Marking
from workbench.tui.widgets.claim_panel import ClaimPanel

TESTS: dict[str, Test] = {}
command_test = collecting(TESTS)


def listed(here: Room) -> list[int]:
    return list(here.drive.review.claims.numbers)


def fill(here: Room, field: str, words: str) -> None:
    here.drive.screen.query_one(f"#{field}", Input).value = words


def choose(here: Room, field: str, value: str) -> None:
    here.drive.screen.query_one(f"#{field}", Select).value = value


async def mark_two(here: Room) -> tuple[int, int]:
    await here.drive.press("space", "space")
    one, other, *_ = listed(here)
    return one, other


@command_test("mark")
async def mark(here: Room) -> None:
    one, other = await mark_two(here)
    assert here.drive.review.claims.marked == {one, other}
    assert here.current == listed(here)[2]
    assert "2 marked" in here.drive.text()
    assert f"·*C-{one}" in here.drive.text()
    await here.drive.press("k", "space")
    assert here.drive.review.claims.marked == {one}
    assert "1 marked" in here.drive.text()


@command_test("mark-all")
async def mark_all(here: Room) -> None:
    await here.drive.press("V")
    assert here.drive.review.claims.marked == set(listed(here))
    await here.drive.press("X", "f")
    await here.drive.type("bridge")
    await here.drive.press("enter", "V", "escape")
    bridges = set(here.desk.claim_numbers(ClaimFilter(words=("bridge",))))
    assert here.drive.review.claims.marked == bridges
    assert len(listed(here)) > len(bridges)


@command_test("unmark-all")
async def unmark_all(here: Room) -> None:
    await here.drive.press("V", "X")
    assert here.drive.review.claims.marked == set()
    assert "marked" not in here.drive.text()


@command_test("tag")
async def tag(here: Room) -> None:
    await here.drive.press("number_sign")
    await here.drive.type("Harbour")
    await here.drive.press("ctrl+s")
    assert here.desk.claim(here.current).tags == ("harbour",)
    assert "#harbour" in str(here.drive.review.query_one(ClaimPanel).query_one("Static").render())
    assert "#harbour" in here.drive.text()
    await here.drive.press("V", "number_sign")
    assert "In use: harbour" in here.drive.text()
    fill(here, "added", "winter")
    fill(here, "removed", "harbour")
    await here.drive.press("ctrl+s")
    numbers = listed(here)
    assert {here.desk.claim(number).tags for number in numbers} == {("winter",)}
    assert f"{len(numbers)} claims are tagged; u takes it back." in here.drive.notices()
    await here.drive.press("u")
    assert sorted({here.desk.claim(number).tags for number in numbers}) == [(), ("harbour",)]


@command_test("put-in-queue")
async def put_in_queue(here: Room) -> None:
    here.desk.open_queue(QueueEntry("health"))
    one, other = await mark_two(here)
    await here.drive.press("Q")
    choose(here, "queue", "health")
    await here.drive.press("ctrl+s")
    assert set(here.desk.queue_numbers("health")) == {one, other}
    here.drive.review.queue = "health"
    here.drive.review.reload()
    await here.drive.settle()
    await here.drive.press("X", "Q")
    choose(here, "queue", "desk")
    await here.drive.press("ctrl+s")
    assert len(here.desk.queue_numbers("health")) == 1


def test_every_command_for_many_claims_has_a_test() -> None:
    assert set(TESTS) == {command.name for command in COMMANDS if command.name in MANY}


@pytest.mark.parametrize("name", TESTS)
def test_a_command_for_many_claims_does_what_it_says(name: str, at_the_desk: Run) -> None:
    at_the_desk(TESTS[name])


ON_MARKED: dict[str, Test] = {}
on_marked = collecting(ON_MARKED)


@on_marked("assign")
async def assign(here: Room) -> None:
    here.open_as("ben")
    one, other = await mark_two(here)
    await here.drive.press("A")
    assert "Assign 2 claims" in here.drive.text()
    choose(here, "person", "ben")
    fill(here, "note", "You know the harbour.")
    await here.drive.press("ctrl+s")
    assert [here.desk.claim(number).assigned_to for number in (one, other)] == ["ben", "ben"]
    assert "2 claims are assigned to ben; u takes it back." in here.drive.notices()
    assert here.drive.review.claims.marked == {one, other}
    await here.drive.press("u")
    assert "Took back the assignment on 2 claims." in here.drive.notices()
    assert [here.desk.claim(number).assigned_to for number in (one, other)] == ["", ""]
    await here.drive.press("ctrl+r")
    assert [here.desk.claim(number).assigned_to for number in (one, other)] == ["ben", "ben"]


@on_marked("skip")
async def skip(here: Room) -> None:
    one, other = await mark_two(here)
    ben = here.open_as("ben")
    ben.take(other)
    await here.drive.press("s")
    assert "1 of 2 can't be and is left out:" in here.drive.text()
    assert f"C-{other} is held by ben" in here.drive.text()
    choose(here, "reason", "trivial")
    await here.drive.press("ctrl+s")
    assert here.desk.claim(one).state is ClaimState.SKIPPED
    assert here.desk.claim(other).state is ClaimState.QUEUED


@on_marked("postpone")
async def postpone(here: Room) -> None:
    one, other = await mark_two(here)
    await here.drive.press("p")
    fill(here, "until", "2d")
    await here.drive.press("ctrl+s")
    assert all(here.desk.claim(number).postponed_until for number in (one, other))
    assert here.desk.queue().postponed == 2


@on_marked("marks")
async def marks(here: Room) -> None:
    one, other = await mark_two(here)
    here.desk.mark(one, here.desk.claim(one).marks(), here.desk.claim(one).marks()._replace(demand=3))
    await here.notice()
    await here.drive.press("exclamation_mark")
    choose(here, "priority", "urgent")
    await here.drive.press("ctrl+s")
    assert {here.desk.claim(number).priority for number in (one, other)} == {Priority.URGENT}
    assert here.desk.claim(one).demand == 3


@on_marked("mark-duplicate")
async def mark_duplicate(here: Room) -> None:
    one, other = await mark_two(here)
    third = listed(here)[2]
    await here.drive.press("space", "equals_sign")
    assert "Join 3 claims" in here.drive.text()
    fill(here, "of", f"C-{other}")
    await here.drive.press("ctrl+s")
    assert here.desk.claim(other).duplicates == tuple(sorted({one, third}))
    assert here.desk.claim(one).state is ClaimState.DUPLICATE
    await here.drive.press("u")
    assert here.desk.claim(other).duplicates == ()
    assert here.desk.claim(one).state is ClaimState.QUEUED


@on_marked("hand-back")
async def hand_back(here: Room) -> None:
    one, other = await mark_two(here)
    here.desk.take(one)
    await here.notice()
    await here.drive.press("b")
    assert f"You do not hold C-{other}." in here.drive.text()
    await here.drive.press("ctrl+s")
    assert here.desk.claim(one).lease is None
    assert here.desk.queue().leased == 0


@on_marked("sign-off")
async def sign_off(here: Room) -> None:
    one, other = await mark_two(here)
    ben = here.open_as("ben")
    weigh(ben, one)
    ben.record(one, "false", "The log says so.", queue=None)
    await here.notice()
    await here.drive.press("S")
    assert f"C-{other}: A claim that is queued can't be changed so: sign off." in here.drive.text()
    await here.drive.press("ctrl+s")
    assert here.desk.claim(one).state is ClaimState.SIGNED_OFF
    assert here.desk.claim(other).state is ClaimState.QUEUED


@on_marked("tag")
async def tag_them(here: Room) -> None:
    await tag(here)


@on_marked("put-in-queue")
async def put_them(here: Room) -> None:
    await put_in_queue(here)


def test_every_command_that_acts_on_marked_claims_has_a_test() -> None:
    assert set(ON_MARKED) == set(Marking.ON_MARKED)


@pytest.mark.parametrize("name", ON_MARKED)
def test_a_command_acts_on_the_marked_claims(name: str, at_the_desk: Run) -> None:
    at_the_desk(ON_MARKED[name])


def test_marks_stay_while_the_list_changes(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        one, other = await mark_two(here)
        here.open_as("ben").add_claim(ClaimEntry("Somebody else's claim."))
        await here.notice()
        await here.drive.press("f")
        await here.drive.type("bridge")
        await here.drive.press("enter")
        assert here.drive.review.claims.marked == {one, other}
        await here.drive.press("A")
        assert isinstance(here.drive.screen, LotDialog)
        hidden = len({one, other} - set(listed(here)))
        assert f"{hidden} of them" in here.drive.text()
        await here.drive.press("escape")
        assert here.drive.screen is here.drive.review, "one Esc closes it"
        await here.drive.press("escape", "r")
        await here.drive.press("escape")
        assert "2 marked" in here.drive.text()

    at_the_desk(story, size=NARROW)


def test_others_who_changed_one_since_keep_the_whole_lot_from_being_undone(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        one, other = await mark_two(here)
        ben = here.open_as("ben")
        await here.drive.press("A")
        choose(here, "person", "ana")
        await here.drive.press("ctrl+s")
        ben.assign([other], "ben")
        await here.drive.press("u")
        assert f"This can't be taken back: of C-{other}, claim assigned_to_id was" in here.drive.notices()
        assert here.desk.claim(one).assigned_to == "ana"

    at_the_desk(story)


def test_what_is_stopped_changes_nothing(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("V", "number_sign")
        dialog = here.drive.screen
        assert isinstance(dialog, LotDialog)
        fill(here, "added", "harbour")
        dialog._stop.set()
        await here.drive.press("ctrl+s")
        assert "It was stopped; nothing was changed." in here.drive.text()
        assert here.desk.tags() == ()
        await here.drive.press("ctrl+s")
        assert [tag.name for tag in here.desk.tags()] == ["harbour"]

    at_the_desk(story)


def test_a_hundred_thousand_claims_are_marked(open_as: OpenDesk, article: Path, tmp_path: Path) -> None:
    async def story() -> None:
        async with room(open_as, article, tmp_path) as here:
            here.drive.review.claims.show(array("q", range(1, 100_001)))
            here.drive.review.mark_all()
            await here.drive.pilot.pause()
            await here.drive.settle()
            assert len(here.drive.review.claims.marked) == 100_000
            assert "100,000 marked" in here.drive.text()

    asyncio.run(story())


def test_a_step_that_was_opened_is_left_with_escape_and_changes_nothing(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("number_sign")
        assert isinstance(here.drive.screen, LotDialog)
        await here.drive.type("late")
        await here.drive.press("escape")
        assert here.drive.screen is here.drive.review
        assert here.desk.claim(here.current).tags == ()

    at_the_desk(story)
