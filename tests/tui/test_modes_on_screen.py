"""One key leads to each screen, and going back returns to exactly where one was: cursor, scroll, filter, focus, dialog."""

import asyncio
import re
from pathlib import Path

import pytest
from textual.widgets import Input, Static, TextArea

from claims_db.vocabulary import ClaimState
from tests.conftest import OpenDesk
from tests.tui.driving import NARROW, WIDE
from tests.tui.rooms import Room, Run, Test, collecting, room
from workbench.tui.commands.modes import Mode
from workbench.tui.commands.registry import MODE_COMMANDS
from workbench.tui.dialogs.verdict import VerdictDialog
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.help import HelpScreen
from workbench.tui.screens.journal import JournalScreen
from workbench.tui.screens.settings import SettingsScreen
from workbench.tui.screens.team import TeamScreen

TESTS: dict[str, Test] = {}
command_test = collecting(TESTS)


def place(here: Room) -> tuple[object, ...]:
    """Say all that a person sees of where they are in the queue."""
    review = here.drive.review
    return (here.current, review.focused, review.claims.scroll_offset, review.words, here.drive.text())


@command_test("show-queue")
async def show_queue(here: Room) -> None:
    await here.drive.press("j", "slash")
    await here.drive.type("ferry")
    await here.drive.press("enter", "j", "tab")
    before = place(here)
    await here.drive.press("f4", "f6", "f5")
    assert here.drive.app.mode is Mode.JOURNAL
    await here.drive.press("f2")
    assert here.drive.screen is here.drive.review
    assert place(here) == before


@command_test("show-article")
async def show_article(here: Room) -> None:
    await here.drive.press("f3")
    found = here.drive.screen
    assert isinstance(found, ArticleScreen)
    await here.drive.press("G", "k", "L")
    before = (found.pane.cursor, found.pane.chosen, found.pane.scroll_offset, here.drive.text())
    await here.drive.press("f2", "j", "f3")
    assert here.drive.screen is found
    assert (found.pane.cursor, found.pane.chosen, found.pane.scroll_offset, here.drive.text()) == before


@command_test("show-team")
async def show_team(here: Room) -> None:
    await here.drive.press("f4")
    assert isinstance(here.drive.screen, TeamScreen)
    assert "F4 [Team]" in here.drive.text()


@command_test("show-journal")
async def show_journal(here: Room) -> None:
    await here.drive.press("f5")
    assert isinstance(here.drive.screen, JournalScreen)
    assert "F5 [Journal]" in here.drive.text()


@command_test("show-settings")
async def show_settings(here: Room) -> None:
    await here.drive.press("f6")
    assert isinstance(here.drive.screen, SettingsScreen)
    assert "F6 [Settings]" in here.drive.text()


@pytest.mark.parametrize("name", [one.name for one in MODE_COMMANDS])
def test_the_command_does_what_it_says(name: str, at_the_desk: Run) -> None:
    at_the_desk(TESTS[name])


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_every_screen_names_all_screens_and_marks_its_own(size: tuple[int, int], at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("f3", "f2")
        for key, title in (("f2", "Queue"), ("f3", "Article"), ("f4", "Team"), ("f5", "Journal"), ("f6", "Settings")):
            await here.drive.press(key)
            first = here.drive.text().splitlines()[0]
            assert re.findall(r"\[(\w+)\]", first) == [title]
            assert all(one.title in first for one in MODE_COMMANDS)

    at_the_desk(story, size=size)


def test_escape_goes_back_screen_by_screen(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        modes = [here.drive.app.mode]
        await here.drive.press("r", "f4", "f5")
        for _ in range(4):
            modes.append(here.drive.app.mode)
            await here.drive.press("escape")
        assert modes == [Mode.QUEUE, Mode.JOURNAL, Mode.TEAM, Mode.ARTICLE, Mode.QUEUE]

    at_the_desk(story)


def test_an_open_dialog_stays_with_what_is_typed_in_it(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = here.current
        await here.drive.press("v", "6")
        await here.drive.type("The log")
        await here.drive.press("f4")
        assert isinstance(here.drive.screen, TeamScreen)
        await here.drive.press("f3", "f2")
        dialog = here.drive.screen
        assert isinstance(dialog, VerdictDialog)
        assert dialog.query_one(TextArea).has_focus
        await here.drive.type(" says so")
        await here.drive.press("ctrl+s")
        verdict = here.desk.claim(number).verdicts[0]
        assert (verdict.rating.slug, verdict.rationale) == ("false", "The log says so")

    at_the_desk(story)


def test_what_is_typed_is_kept_when_one_leaves_from_another_screen(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = here.current
        await here.drive.press("v", "6")
        await here.drive.type("The log")
        await here.drive.press("f6", "q")
        await asyncio.to_thread(here.drive.app.worker.stop)
        assert "The log" in here.desk.claim(number).drafts[0].body

    at_the_desk(story)


def test_a_dialog_that_is_saved_while_another_screen_is_looked_at_is_gone_afterwards(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = here.current
        await here.drive.press("v", "6")
        await here.drive.type("Because")
        await here.drive.pilot.press("ctrl+s", "f4")
        await here.drive.settle()
        assert isinstance(here.drive.screen, TeamScreen)
        assert here.desk.claim(number).state is ClaimState.RECORDED
        await here.drive.press("f2")
        assert here.drive.screen is here.drive.review
        assert here.current != number

    at_the_desk(story)


def test_help_opens_with_f1_also_beside_a_text(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        for mode in ("f2", "f4", "f5", "f6"):
            await here.drive.press(mode, "f1")
            assert isinstance(here.drive.screen, HelpScreen)
            assert "Esc closes" in here.drive.text()
            assert "  F4 " in str(here.drive.screen.query_one(Static).content)
            await here.drive.press("escape")
        await here.drive.press("f2", "slash", "f1")
        assert isinstance(here.drive.screen, HelpScreen)

    at_the_desk(story)


def test_the_palette_offers_what_the_screen_can_do(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("f5")
        names = [one.title for one in here.drive.app.get_system_commands(here.drive.screen)]
        assert {"Go to team", "Same claim", "Filter"} <= set(names)
        assert "Take next" not in names
        helps = {one.title: one.help for one in here.drive.app.get_system_commands(here.drive.screen)}
        assert helps["Same claim"].startswith("c "), "it teaches the keys"
        for key in ("f4", "f5", "f6"):
            await here.drive.press(key)
            assert "┏━" in here.drive.text(), "what has the focus has a heavy frame"

    at_the_desk(story)


def test_keys_of_ones_own_lead_to_the_screens_and_stand_in_the_bar(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("f9")
        assert isinstance(here.drive.screen, TeamScreen)
        assert "F9 [Team]" in here.drive.text()
        await here.drive.press("f4")
        assert isinstance(here.drive.screen, TeamScreen)

    at_the_desk(story, keys=(("show-team", "f9"),))


def test_what_others_write_meanwhile_is_there_on_return(open_as: OpenDesk, article: Path, tmp_path: Path) -> None:
    async def run() -> None:
        async with room(open_as, article, tmp_path) as here:
            await here.drive.press("f5")
            count = here.drive.text().split(" entries)")[0].rsplit("(", 1)[1]
            await here.drive.press("f2")
            here.open_as("ben").take(here.current)
            await here.notice()
            await here.drive.press("f5")
            assert here.drive.text().split(" entries)")[0].rsplit("(", 1)[1] != count
            await here.drive.press("f2", "f")
            assert here.drive.review.query_one("#filter", Input).has_focus

    asyncio.run(run())
