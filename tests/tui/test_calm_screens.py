"""What is said in passing, the filter and the footer take no more of the screen than they need."""

from tests.tui.driving import NARROW
from tests.tui.rooms import Room, Run


def footer(here: Room) -> str:
    return here.drive.text().rstrip().splitlines()[-1]


def test_a_message_takes_the_place_of_the_one_before(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("t", "b", "t", "b", "ctrl+r", "ctrl+r")
        assert here.drive.notices().count("There is nothing to do again.") == 1
        assert "Handed" not in here.drive.notices()

    at_the_desk(story, size=NARROW)


def test_what_is_wrong_stays_beside_what_is_said_later(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        here.drive.app.say("The disk is full.", severe=True)
        here.drive.app.say("Your theme can't be read.", seconds=10)
        here.drive.app.say("C-1 is skipped.")
        here.drive.app.say("C-2 is skipped.")
        await here.drive.settle()
        assert here.drive.notices().splitlines() == [
            "The disk is full.",
            "Your theme can't be read.",
            "C-2 is skipped.",
        ]

    at_the_desk(story)


def test_the_filter_says_how_it_is_left_and_leaves_with_the_focus(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("f")
        await here.drive.type("ferry")
        assert "Enter Apply" in footer(here)
        assert "Esc Close" in footer(here)
        assert "? Help" not in footer(here), "it would be a letter of the filter"
        await here.drive.press("tab")
        assert not here.drive.review.query_one("#filter").display
        assert "filter: ferry" in here.drive.text()
        assert "? Help" in footer(here)

    at_the_desk(story)


def test_a_long_filter_is_cut_but_never_hidden(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("f")
        await here.drive.type("state:open,queued,proposed,skipped,recorded,published")
        assert "filter: state:open" in here.drive.text()

    at_the_desk(story, size=NARROW)


def test_a_dialog_offers_only_what_it_has_in_one_order(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("o")
        assert "Ctrl+S Submit Ctrl+X Discard draft Esc Close" in here.drive.text()
        await here.drive.press("tab")
        assert "Ctrl+S Submit Ctrl+X Discard draft Esc Close" in here.drive.text()
        await here.drive.press("escape", "v")
        assert "Ctrl+S Submit Ctrl+E Editor Ctrl+X Discard draft Esc Close" in here.drive.text()

    at_the_desk(story)
