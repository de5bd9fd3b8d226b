"""Dialogs close once: keys and answers that come late close nothing else, and each screen has its own palette."""

from textual.command import CommandPalette

from tests.tui.rooms import Room, Run
from workbench.tui.dialogs.skip import SkipDialog
from workbench.tui.screens.jump import JumpScreen
from workbench.tui.screens.search import SearchScreen


def test_what_closes_twice_closes_nothing_else(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("s", "apostrophe")
        dialog = here.drive.screen
        assert isinstance(dialog, SkipDialog)
        for labels in (JumpScreen(()), JumpScreen(())):
            here.drive.app.push_screen(labels)
            await here.drive.settle()
            labels.dismiss(None)
            labels.dismiss(None)
            await here.drive.settle()
            assert here.drive.screen is dialog
        await here.drive.press("escape")
        assert here.drive.screen is here.drive.review

    at_the_desk(story)


def test_what_is_closed_while_another_screen_is_looked_at_is_gone_afterwards(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("E")
        dialog = here.drive.screen
        await here.drive.press("f4")
        dialog.dismiss(None)
        await here.drive.settle()
        assert type(here.drive.screen).__name__ == "TeamScreen"
        await here.drive.press("f2")
        assert here.drive.screen is here.drive.review

    at_the_desk(story)


def test_the_palette_opens_on_each_screen(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        for key in ("f2", "f4", "f5"):
            await here.drive.press(key, "ctrl+p")
            assert isinstance(here.drive.screen, CommandPalette)
        await here.drive.press("escape", "f2")
        assert isinstance(here.drive.screen, CommandPalette)

    at_the_desk(story)


def test_an_answer_to_a_search_that_was_left_shows_nothing(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("slash")
        search = here.drive.screen
        assert isinstance(search, SearchScreen)
        found = here.desk.search("ferry")
        search.words = "ferry"
        await here.drive.press("escape")
        search._show(found)
        assert here.drive.screen is here.drive.review

    at_the_desk(story)
