"""Keys that come faster than screens open, as from a macro: the desk stays up."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.screen import ModalScreen
from textual.widgets import Input, TextArea

from claims_db.vocabulary import ClaimState, SkipReason
from tests.conftest import OpenDesk
from tests.tui.driving import Drive
from tests.tui.rooms import Room, Run
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry
from workbench.tui import key_queue
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.choose import ChooseDialog
from workbench.tui.dialogs.discussion import DiscussionDialog
from workbench.tui.dialogs.verdict import VerdictDialog
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.help import HelpScreen
from workbench.tui.screens.journal import JournalScreen
from workbench.tui.screens.team import TeamScreen


def burst(here: Room, *keys: str) -> None:
    """Press keys all at once, as a macro or a terminal on a slow line hands them over."""
    for key in keys:
        here.drive.app.post_message(events.Key("space" if key == " " else key, key if len(key) == 1 else None))


def slow(monkeypatch: pytest.MonkeyPatch, name: str) -> threading.Event:
    """Let a verb of the desk wait until the event that is given back is set."""
    go_on, verb = threading.Event(), getattr(Desk, name)

    def waiting(desk: Desk, *arguments: object, **options: object) -> object:
        go_on.wait(10)
        return verb(desk, *arguments, **options)

    monkeypatch.setattr(Desk, name, waiting)
    return go_on


@pytest.mark.parametrize(
    ("make", "action"),
    [(lambda: HelpScreen(()), "command('next-line')"), (lambda: ChooseDialog("Which?", ("one", "two")), "close")],
    ids=["help", "choices"],
)
def test_a_key_that_reaches_a_screen_before_its_parts_does_nothing(
    at_the_desk: Run, make: Callable[[], ModalScreen[Any]], action: str
) -> None:
    async def story(here: Room) -> None:
        screen = make()
        here.drive.app.push_screen(screen)
        assert not await here.drive.app.run_action(action, screen)
        await here.drive.settle()
        assert here.drive.screen is screen
        assert await here.drive.app.run_action(action, screen)

    at_the_desk(story)


def test_a_reason_typed_at_once_sets_the_claim_aside_that_was_taken(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        burst(here, "t", "s", "o", "s", "p")
        await here.drive.settle()
        reasons = [skip.reason for number in range(1, 5) if (skip := here.desk.claim(number).skip) is not None]
        assert sorted(reasons) == sorted([SkipReason.OPINION, SkipReason.PREDICTION])

    at_the_desk(story)


def test_words_typed_at_once_stand_in_the_dialog_they_are_for(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        burst(here, "c", *"Sea level: 3 mm a year, says q.", "tab", *"Roe")
        await here.drive.settle()
        assert here.drive.screen.query_one("#statement", TextArea).text == "Sea level: 3 mm a year, says q."
        assert here.drive.screen.query_one("#claimer", Input).value == "Roe"

    at_the_desk(story)


def test_two_verdicts_typed_at_once_are_two_verdicts(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        first = here.current
        burst(here, "6", *"no ferry", "ctrl+s", "1", *"yes a bridge", "ctrl+s")
        await here.drive.settle()
        recorded = [
            (number, verdict.rating.slug, verdict.rationale)
            for number in range(1, 5)
            for verdict in here.desk.claim(number).verdicts
        ]
        assert len(recorded) == 2
        assert (first, "false", "no ferry") in recorded
        assert {words for _, _, words in recorded} == {"no ferry", "yes a bridge"}

    at_the_desk(story)


def test_keys_typed_while_a_verdict_is_written_are_for_the_next_claim(
    at_the_desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(here: Room) -> None:
        first = here.current
        await here.drive.press("6")
        await here.drive.type("Because")
        go_on = slow(monkeypatch, "record")
        burst(here, "ctrl+s", "ctrl+s", "2", *"Since")
        await here.drive.pilot.pause()
        go_on.set()
        await here.drive.settle()
        assert [verdict.rationale for verdict in here.desk.claim(first).verdicts] == ["Because"]
        dialog = here.drive.screen
        assert isinstance(dialog, VerdictDialog)
        assert dialog.claim != first
        assert dialog.query_one(TextArea).text == "Since"

    at_the_desk(story)


def test_repeating_fast_goes_from_claim_to_claim(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("g", "s", "t")
        burst(here, "full_stop", "full_stop")
        await here.drive.settle()
        skipped = [number for number in range(1, 5) if here.desk.claim(number).state is ClaimState.SKIPPED]
        assert len(skipped) == 3

    at_the_desk(story)


@pytest.mark.parametrize(("key", "style"), [("escape", "default"), ("ctrl+g", "default"), ("ctrl+g", "emacs")])
def test_what_leads_out_drops_keys_that_wait(
    key: str, style: str, at_the_desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(here: Room) -> None:
        go_on = slow(monkeypatch, "take_next")
        burst(here, "t", "s", "o")
        await here.drive.pilot.pause()
        burst(here, key)
        await here.drive.pilot.pause()
        go_on.set()
        await here.drive.settle()
        assert here.drive.screen is here.drive.review
        assert not any(here.desk.claim(number).skip for number in range(1, 5))

    at_the_desk(story, key_style=style)


@pytest.mark.parametrize(("key", "verb"), [("number_sign", "tags"), ("c", "drafts"), ("v", "claim")])
def test_a_dialog_that_was_asked_for_can_be_called_off(
    key: str, verb: str, at_the_desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(here: Room) -> None:
        go_on = slow(monkeypatch, verb)
        if verb == "claim":
            await here.drive.pilot.press("j")
        burst(here, key, "escape")
        await here.drive.pilot.pause()
        go_on.set()
        await here.drive.settle()
        assert here.drive.screen is here.drive.review
        await here.drive.press(key)
        assert here.drive.screen is not here.drive.review

    at_the_desk(story)


def test_keys_for_a_dialog_that_does_not_come_are_dropped_and_never_commands(
    at_the_desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(here: Room) -> None:
        go_on = slow(monkeypatch, "tags")
        monkeypatch.setattr(key_queue, "_LONGEST", 0.02)
        burst(here, "number_sign", *"sports")
        while here.drive.app.key_queue.waiting or not here.drive.told:
            await here.drive.pilot.pause(0.01)
        assert "6 keys were dropped" in here.drive.told[-1]
        assert not any(here.desk.claim(number).skip for number in range(1, 5))
        go_on.set()
        await here.drive.settle()
        assert here.drive.screen is not here.drive.review
        assert here.drive.screen.query_one("#added", Input).value == ""

    at_the_desk(story)


def test_keys_of_the_journal_are_for_the_entries_that_they_asked_for(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        here.desk.take(3)
        burst(here, "f5", "c", "j", "G")
        await here.drive.settle()
        journal = here.drive.screen
        assert isinstance(journal, JournalScreen)
        assert journal.words == "C-3"
        assert journal.entries.cursor == journal.entries.count - 1

    at_the_desk(story)


def test_what_is_looked_for_and_opened_at_once_is_what_was_written(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("slash")
        await here.drive.type("ferry")
        await here.drive.press("escape")
        burst(here, "slash", *"bridge", "enter")
        await here.drive.settle()
        assert here.drive.screen is here.drive.review
        assert here.desk.claim(here.current).statement == "The bridge was closed for 40 days."

    at_the_desk(story)


def test_a_screen_is_left_at_once_while_a_dialog_saves_and_after_the_dialog_that_was_asked_for(
    at_the_desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(here: Room) -> None:
        burst(here, "m", "f4")
        await here.drive.settle()
        assert isinstance(here.drive.screen, TeamScreen)
        await here.drive.press("f2")
        assert isinstance(here.drive.screen, DiscussionDialog)
        await here.drive.press("escape", "6")
        await here.drive.type("Because")
        go_on = slow(monkeypatch, "record")
        burst(here, "ctrl+s", "f5")
        for _ in range(20):
            await here.drive.pilot.pause()
        assert isinstance(here.drive.screen, JournalScreen)
        go_on.set()
        await here.drive.settle()
        await here.drive.press("f2")
        assert here.drive.screen is here.drive.review

    at_the_desk(story)


def test_tags_typed_at_once_stand_on_the_claims_that_they_are_for(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("g")
        burst(here, "number_sign", *"one", "ctrl+s", "j", "number_sign", *"two", "ctrl+s", "j", "full_stop")
        await here.drive.settle()
        numbers = list(here.drive.review.claims.numbers)
        assert [here.desk.claim(number).tags for number in numbers[:3]] == [("one",), ("two",), ("two",)]

    at_the_desk(story)


def test_keys_typed_while_the_desk_opens_wait_for_it(
    open_as: OpenDesk, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_as().add_article(ArticleEntry(str(article)))

    async def tell() -> None:
        app = WorkbenchApp(lambda: open_as("ana"), exports=tmp_path / "exports", log=tmp_path / "log")
        go_on = slow(monkeypatch, "changes")
        async with app.run_test() as pilot:
            drive = Drive(app, pilot)
            for key in ("question_mark", "escape", "r", "j"):
                app.post_message(events.Key(key, key if len(key) == 1 else None))
            await pilot.pause()
            assert not drive.is_open
            go_on.set()
            await drive.settle()
            screen = drive.screen
            assert isinstance(screen, ArticleScreen)
            assert screen.pane.cursor == screen.pane.stretches.index(screen.pane.current) > 0
            await asyncio.to_thread(app.worker.stop)

    asyncio.run(tell())


def test_keys_for_an_article_asked_for_from_another_screen_wait_for_the_choice(
    at_the_desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(here: Room) -> None:
        by_hand = next(
            row for row in here.drive.review.claims.numbers if not here.desk.claim(row).appearances[0].article
        )
        here.drive.review.go_to(by_hand)
        await here.drive.press("f4")
        go_on = slow(monkeypatch, "articles")
        burst(here, "f3", "enter")
        await here.drive.pilot.pause()
        assert isinstance(here.drive.screen, TeamScreen)
        go_on.set()
        await here.drive.settle()
        assert isinstance(here.drive.screen, ArticleScreen)

    at_the_desk(story)
