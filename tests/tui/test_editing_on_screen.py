"""Claims are edited at the terminal desk: their words in a dialog, where they stand in the article."""

import pytest
from textual.widgets import Input, Static, TextArea

from claims_db.vocabulary import ClaimState, DraftField
from tests.tui.driving import NARROW, WIDE
from tests.tui.rooms import EDITING, Room, Run, Test, collecting
from tests.weighed import weigh
from workbench.desk.entries import ClaimEdit
from workbench.tui.dialogs.overtaken import OvertakenDialog
from workbench.tui.dialogs.wording import DuplicateDialog, WordingDialog
from workbench.tui.screens.article import ArticleScreen

TESTS: dict[str, Test] = {}
command_test = collecting(TESTS)


def fill(here: Room, **words: str) -> None:
    for name, value in words.items():
        field = here.drive.screen.query_one(f"#{name}")
        if isinstance(field, TextArea):
            field.text = value
        elif isinstance(field, Input):
            field.value = value


async def go_to(here: Room, number: int) -> None:
    here.drive.review.claims.go_to(number)
    await here.drive.settle()


async def read_claim(here: Room, number: int) -> ArticleScreen:
    """Open the article at a claim."""
    await go_to(here, number)
    await here.drive.press("r")
    found = here.drive.screen
    assert isinstance(found, ArticleScreen)
    return found


def chosen(found: ArticleScreen) -> str:
    return found.pane._text[found.pane.words.start : found.pane.words.end]


@command_test("edit-claim")
async def edit_claim(here: Room) -> None:
    await go_to(here, 1)
    await here.drive.press("E")
    assert isinstance(here.drive.screen, WordingDialog)
    assert "Edit C-1" in here.drive.text()
    assert "The island council raised ferry prices by 12% in March" in here.drive.text()
    assert here.drive.screen.values()["claimer"] == "Inga Holm"
    await here.drive.press("ctrl+s")
    assert "Nothing was changed." in here.drive.text()
    fill(here, statement="The council of Nordey raised\nferry prices.", claimer="Jonas Berg", via="ANI; The Ferry;")
    await here.drive.press("ctrl+s")
    sheet = here.desk.claim(1)
    assert sheet.wording()[:3] == ("The council of Nordey raised ferry prices.", "Jonas Berg", ("ANI", "The Ferry"))
    assert "C-1 is edited; u takes it back." in here.drive.notices()
    assert "Jonas Berg, through The Ferry" in here.drive.text()
    assert here.desk.drafts() == ()
    await here.drive.press("u")
    assert here.desk.claim(1).claimer == "Inga Holm"
    assert "Took back the new statement on C-1." in here.drive.notices()


@command_test("mark-duplicate")
async def mark_duplicate(here: Room) -> None:
    await go_to(here, 1)
    await here.drive.press("equals_sign")
    assert isinstance(here.drive.screen, DuplicateDialog)
    await here.drive.type("C-")
    await here.drive.press("ctrl+s")
    assert "'C-' is no claim." in here.drive.text()
    await here.drive.type("2")
    await here.drive.press("enter")
    sheet = here.desk.claim(1)
    assert (sheet.state, sheet.duplicate_of) == (ClaimState.DUPLICATE, 2)
    assert "A duplicate of C-2" in here.drive.text()
    await go_to(here, 2)
    assert "C-1 is a duplicate of it" in here.drive.text()
    await here.drive.press("u")
    assert here.desk.claim(1).state is ClaimState.QUEUED


@command_test("start-on")
async def start_on(here: Room) -> None:
    found = await read_claim(here, 1)
    await here.drive.press("l", "l")
    assert chosen(found) == "council raised ferry prices by 12% in March"
    assert str(found.query_one("#what", Static).content).split("  ")[1:] == ["chosen", chosen(found)]
    await here.drive.press("j")
    assert found.pane.chosen is None


@command_test("start-back")
async def start_back(here: Room) -> None:
    found = await read_claim(here, 1)
    await here.drive.press("h")
    assert chosen(found).startswith("prices\n\nThe island council")
    await here.drive.press("l")
    assert chosen(found).startswith("The island council")


@command_test("end-on")
async def end_on(here: Room) -> None:
    found = await read_claim(here, 1)
    await here.drive.press("L", "L")
    assert chosen(found).endswith("in March, Mayor Inga")


@command_test("end-back")
async def end_back(here: Room) -> None:
    found = await read_claim(here, 1)
    await here.drive.press("H", "H")
    assert chosen(found).endswith("ferry prices by 12%")
    await here.drive.press(*["H"] * 20)
    assert chosen(found) == "The"


@command_test("change-span")
async def change_span(here: Room) -> None:
    found = await read_claim(here, 1)
    await here.drive.press("s")
    assert "Other words than those of C-1 are needed." in here.drive.notices()
    await here.drive.press("l", "l", "l", "H", "H", "s")
    sheet = here.desk.claim(1)
    quote = sheet.appearances[0].quote
    assert quote is not None
    assert (quote.exact, sheet.claimer) == ("raised ferry prices by 12%", "Inga Holm")
    assert f"C-1 says now: {sheet.statement}" in here.drive.notices()
    assert found.pane.chosen is None
    await here.drive.press("u")
    assert "Took back the new span on C-1." in here.drive.notices()
    await here.drive.press("g", "l", "s")
    assert "There is no claim here." in here.drive.notices()


@command_test("split-claim")
async def split_claim(here: Room) -> None:
    await read_claim(here, 1)
    await here.drive.press("l", "l", "l", "l", "x")
    assert "C-1 is split; new: C-5." in here.drive.notices()
    assert [here.desk.claim(number).statement for number in (1, 5)] == [
        "The island council raised.",
        "Ferry prices by 12% in March.",
    ]
    await here.drive.press("u")
    await here.drive.press("g", "j", "L", "x")
    assert "A claim is split inside its words." in here.drive.notices()
    await here.drive.press("escape")
    assert list(here.drive.review.claims.numbers).count(5) == 0


@pytest.mark.parametrize("name", sorted(EDITING))
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_command_does_what_it_says(name: str, size: tuple[int, int], at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        if size == NARROW and name in {"edit-claim", "mark-duplicate"}:
            await here.drive.press("tab", "tab")  # the claim beside the list
        await TESTS[name](here)

    at_the_desk(story, size=size)


def test_words_that_are_chosen_are_taken_in(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await read_claim(here, 1)
        await here.drive.press("l", "l", "l", "c")
        assert here.desk.claim(5).statement == "Raised ferry prices by 12% in March."

    at_the_desk(story)


def test_what_is_typed_stays_until_it_is_kept(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await go_to(here, 1)
        await here.drive.press("E")
        fill(here, statement="Half a thought", claimer="Jonas")
        await here.drive.press("escape")
        assert [(one.claim, one.field) for one in here.desk.drafts()] == [(1, DraftField.WORDING)]
        await here.drive.press("E")
        assert "This is the draft that was kept." in here.drive.text()
        assert here.drive.screen.query_one("#statement", TextArea).text == "Half a thought"
        await here.drive.press("ctrl+x", "ctrl+x")
        assert here.desk.drafts() == ()
        await here.drive.press("E", "escape")
        assert here.desk.drafts() == (), "words that nobody changed are no draft"
        assert here.desk.claim(1).claimer == "Inga Holm"

    at_the_desk(story)


def test_a_conflict_shows_both_and_overwrites_nothing(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await go_to(here, 1)
        await here.drive.press("E")
        fill(here, statement="Prices fell.")
        ben = here.open_as("ben")
        ben.edit(1, ClaimEdit(statement="Prices rose.", claimer="Jonas Berg"))
        await here.notice()
        assert "its statement was changed; its claimer was changed" in here.drive.text()
        await here.drive.press("ctrl+s")
        assert isinstance(here.drive.screen, OvertakenDialog)
        assert "− statement: Prices rose." in here.drive.text()
        assert "+ statement: Prices fell." in here.drive.text()
        assert here.desk.claim(1).statement == "Prices rose."
        await here.drive.press("d")
        await here.drive.press("E")
        assert here.drive.screen.query_one("#statement", TextArea).text == "Prices fell."
        fill(here, claimer="Jonas Berg")
        await here.drive.press("ctrl+s")
        assert here.desk.claim(1).wording()[:2] == ("Prices fell.", "Jonas Berg")

    at_the_desk(story)


def test_a_claim_that_was_taken_over_is_taken_back_from_the_dialog(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await go_to(here, 1)
        await here.drive.press("enter", "E")
        fill(here, statement="Prices fell.")
        here.open_as("ben").take_over(1)
        await here.drive.press("ctrl+s")
        assert isinstance(here.drive.screen, OvertakenDialog)
        await here.drive.press("t", "ctrl+s")
        assert here.desk.claim(1).statement == "Prices fell."

    at_the_desk(story)


def test_what_was_published_says_what_to_do_instead(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        ben = here.open_as("ben")
        weigh(ben, 1)
        ben.record(1, "true", "The minutes say so.")
        here.desk.sign_off(1)
        here.desk.publish(1)
        await here.notice()
        await go_to(here, 1)
        await here.drive.press("equals_sign")
        assert here.drive.screen is here.drive.review
        assert "C-1 is published; its words can't be edited." in here.drive.notices()
        await here.drive.press("r", "l", "s")
        assert here.desk.claim(1).history[0].summary == "finding published"
        await here.drive.press("escape", "E")
        assert isinstance(here.drive.screen, WordingDialog)
        assert set(here.drive.screen.values()) == {"recheck_on", "recheck_reason"}, "its words stand"
        fill(here, recheck_on="2023-11-14")
        await here.drive.press("ctrl+s")
        assert "A day to check again needs a reason." in here.drive.text()
        fill(here, recheck_reason="New figures.")
        await here.drive.press("ctrl+s")
        assert here.desk.claim(1).recheck == ("2023-11-14", "New figures.")
        await here.notice()
        assert "14 November 2023: New figures." in here.drive.text()
        await here.drive.press("i")
        assert "recheck   C-1  since 2023-11-14  New figures." in here.drive.text()

    at_the_desk(story)


def test_another_was_typing_the_words_and_they_are_copied(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await go_to(here, 1)
        ben = here.open_as("ben")
        ben.save_draft(1, DraftField.WORDING, '{"claimer": "Jonas Berg", "statement": "Prices fell.", "via": ""}')
        await here.notice()
        here.drive.review.pass_time()
        await here.drive.settle()
        await here.drive.press("y")
        assert isinstance(here.drive.screen, WordingDialog)
        assert here.drive.screen.values()["claimer"] == "Jonas Berg"

    at_the_desk(story)
