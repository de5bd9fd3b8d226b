"""Every command for work with others does what it says, on a real desk with other people at it."""

import asyncio
import json
from pathlib import Path

import pytest
from textual.widgets import Input, Select, TextArea

from claims_db.rows import SecondReviewRule
from claims_db.vocabulary import ClaimState, DraftField, Priority, Severity
from tests.conftest import START, OpenDesk
from tests.tui.rooms import Room, Test, collecting, room
from tests.weighed import weigh
from workbench.desk.entries import ClaimEntry, QueueEntry
from workbench.tui.commands.registry import COMMANDS
from workbench.tui.dialogs.discussion import DiscussionDialog
from workbench.tui.dialogs.preview import PreviewDialog
from workbench.tui.dialogs.verdict import VerdictDialog
from workbench.tui.screens.gone_out import GoneOutScreen
from workbench.tui.widgets.claim_panel import ClaimPanel

TESTS: dict[str, Test] = {}
command_test = collecting(TESTS)
OWN = [command.name for command in COMMANDS if command.group in {"Team", "Decide"}]
DAY = 24 * 60 * 60 * 1_000_000


@command_test("take-over")
async def take_over(here: Room) -> None:
    ben = here.open_as("ben")
    ben.take(here.current)
    ben.save_draft(here.current, DraftField.VERDICT, json.dumps({"rating": "false", "rationale": "The log says so."}))
    await here.notice()
    assert "held by ben, 30 min left" in here.drive.text()
    await here.drive.press("T")
    assert "is held by ben" in here.drive.text()
    assert "What ben is typing (verdict) stays and is shown to you." in here.drive.text()
    await here.drive.press("y")
    lease = here.desk.claim(here.current).lease
    assert lease is not None
    assert lease.holder == "ana"
    assert "The log says so." in here.drive.text()


@command_test("copy-left")
async def copy_left(here: Room) -> None:
    ben = here.open_as("ben")
    ben.save_draft(here.current, DraftField.VERDICT, json.dumps({"rating": "false", "rationale": "The log says so."}))
    here.desk.save_draft(here.current, DraftField.VERDICT, json.dumps({"rating": "", "rationale": "Mine."}))
    here.drive.review.reload()
    await here.drive.settle()
    await here.drive.press("y")
    assert isinstance(here.drive.screen, VerdictDialog)
    assert here.drive.screen.values() == {"rating": "false", "rationale": "Mine.\n\nThe log says so."}


@command_test("discuss")
async def discuss(here: Room) -> None:
    ben = here.open_as("ben")
    ben.comment(here.current, "Is this the whole winter, @ana?\nI think not.")
    await here.notice()
    await here.drive.press("m")
    assert isinstance(here.drive.screen, DiscussionDialog)
    assert "I think not." in here.drive.text()
    assert here.desk.notices() == ()
    here.drive.screen.query_one(TextArea).text = "It is.\nLook at page 3, @ben."
    await here.drive.press("ctrl+s")
    assert "Look at page 3, @ben." in here.drive.text()
    assert here.drive.screen.query_one(TextArea).text == ""
    assert [notice.words for notice in ben.notices()] == ["It is.\nLook at page 3, @ben."]
    await here.drive.press("shift+tab", "up", "r")
    assert [comment.resolved_by for comment in here.desk.claim(here.current).comments] == ["ana", ""]
    assert "dealt with by ana" in here.drive.text()


@command_test("notices")
async def notices(here: Room) -> None:
    ben = here.open_as("ben")
    other = here.drive.review.claims.numbers[1]
    ben.comment(other, "Please look, @ana.")
    await here.notice()
    assert "1 notice (i)" in here.drive.text()
    await here.drive.press("i")
    assert f"mention   C-{other}" in here.drive.text()
    await here.drive.press("enter")
    assert here.current == other
    assert isinstance(here.drive.screen, DiscussionDialog)
    assert here.drive.screen.claim == other
    await here.drive.press("escape")
    await here.notice()
    assert "notice" not in here.drive.text()


@command_test("choose-queue")
async def choose_queue(here: Room) -> None:
    here.desk.open_queue(QueueEntry("health", "bridge"))
    number = here.desk.add_claim(ClaimEntry("The bridge at the clinic cost 9 million.")).claim
    await here.drive.press("w")
    assert "health   1 waiting   takes bridge" in here.drive.text()
    await here.drive.press("down", "down", "enter")
    assert list(here.drive.review.claims.numbers) == [number]
    assert "health: 1 free" in here.drive.text()
    await here.drive.press("t")
    assert here.desk.queue("health").leased == 1
    await here.drive.press("w", "home", "enter")
    assert len(here.drive.review.claims.numbers) > 1


@command_test("assign")
async def assign(here: Room) -> None:
    here.open_as("ben")
    await here.drive.press("A")
    here.drive.screen.query_one("#person", Select).value = "ben"
    here.drive.screen.query_one("#note", Input).value = "You know the harbour."
    await here.drive.press("ctrl+s")
    sheet = here.desk.claim(here.current)
    assert (sheet.assigned_to, sheet.assignment_note) == ("ben", "You know the harbour.")
    assert "→ ben" in here.drive.text()
    assert "for ben: You know the harbour." in here.drive.text()


@command_test("postpone")
async def postpone(here: Room) -> None:
    await here.drive.press("p")
    await here.drive.type("2d")
    await here.drive.press("ctrl+s")
    until = here.desk.claim(here.current).postponed_until
    assert until is not None
    assert abs(until - START - 2 * DAY) < DAY / 100
    assert "1 postponed" in here.drive.text()
    await here.drive.press("p", "ctrl+u", "ctrl+s")
    assert here.desk.claim(here.current).postponed_until is None


@command_test("marks")
async def marks(here: Room) -> None:
    await here.drive.press("exclamation_mark")
    here.drive.screen.query_one("#priority", Select).value = "urgent"
    here.drive.screen.query_one("#deadline", Input).value = "2023-11-01"
    here.drive.screen.query_one("#demand", Input).value = "4"
    await here.drive.press("ctrl+s")
    found = here.desk.claim(here.current).marks()
    assert (found.priority, found.demand) == (Priority.URGENT, 4)
    assert "late by 13 days" in here.drive.text()
    assert "urgent" in here.drive.text()
    assert "1 notice (i)" in here.drive.text()


async def order_after(here: Room, *keys: str) -> tuple[list[int], list[int]]:
    """Give the order of the desk's queue before and after keys, and see that the list shows it."""
    await here.drive.press("w", "down", "enter")
    before = list(here.drive.review.claims.numbers)
    assert len(before) > 2
    await here.drive.press(*keys)
    after = list(here.desk.queue_numbers("desk"))
    assert list(here.drive.review.claims.numbers) == after
    return before, after


@command_test("move-up")
async def move_up(here: Room) -> None:
    before, after = await order_after(here, "j", "K")
    assert after[:2] == before[1::-1]
    assert here.current == before[1]


@command_test("move-down")
async def move_down(here: Room) -> None:
    before, after = await order_after(here, "J")
    assert after[:2] == before[1::-1]


@command_test("move-first")
async def move_first(here: Room) -> None:
    before, after = await order_after(here, "G", "less_than_sign")
    assert after == [before[-1], *before[:-1]]


@command_test("move-last")
async def move_last(here: Room) -> None:
    before, after = await order_after(here, "greater_than_sign")
    assert after == [*before[1:], before[0]]


@command_test("compare")
async def compare(here: Room) -> None:
    await disagree(here)
    await here.drive.press("x")
    assert "The log says so." in here.drive.text()
    assert "The minutes say otherwise." in here.drive.text()
    await here.drive.press("escape")


async def disagree(here: Room) -> None:
    """Let two others give verdicts on the claim under the cursor that disagree."""
    here.desk.set_second_review_rule(SecondReviewRule(ratings=("false",)))
    here.open_as("ben").record(here.current, "false", "The log says so.")
    here.open_as("cid").record(here.current, "true", "The minutes say otherwise.")
    assert here.desk.claim(here.current).state is ClaimState.ADJUDICATION
    await here.notice()


async def recorded_by_ben(here: Room) -> None:
    ben = here.open_as("ben")
    weigh(ben, here.current)
    ben.record(here.current, "false", "The log says so.")
    await here.notice()


@command_test("lint")
async def lint(here: Room) -> None:
    await recorded_by_ben(here)
    await here.drive.press("U")
    assert f"Rules for C-{here.current}" in here.drive.text()
    assert "warns  one-source-only" in here.drive.text()
    await here.drive.press("escape")
    assert here.drive.screen is here.drive.review


@command_test("sign-off")
async def sign_off(here: Room) -> None:
    await recorded_by_ben(here)
    await here.drive.press("S")
    await here.drive.type("Well done")
    await here.drive.press("ctrl+s")
    finding = here.desk.claim(here.current).finding
    assert finding is not None
    assert (finding.signed_off_by, finding.note) == ("ana", "Well done")
    assert here.desk.drafts() == ()
    await here.drive.press("u")
    assert here.desk.claim(here.current).state is ClaimState.RECORDED


@command_test("return")
async def send_back(here: Room) -> None:
    number = here.current
    await recorded_by_ben(here)
    await here.drive.press("R")
    await here.drive.press("ctrl+s")
    assert "This needs words." in here.drive.text()
    await here.drive.type("Which winter")
    await here.drive.press("ctrl+s")
    sheet = here.desk.claim(number)
    assert sheet.state is ClaimState.QUEUED
    assert [comment.body for comment in sheet.comments] == ["Which winter"]


async def published(here: Room) -> None:
    await recorded_by_ben(here)
    here.desk.sign_off(here.current)
    await here.notice()
    await here.drive.press("P")
    assert "Publish C-" in here.drive.text()
    await here.drive.press("y")


@command_test("preview")
async def preview(here: Room) -> None:
    await recorded_by_ben(here)
    await here.drive.press("B")
    assert isinstance(here.drive.screen, PreviewDialog)
    assert "as it would go out: long" in here.drive.text()


@command_test("gone-out")
async def gone_out(here: Room) -> None:
    await published(here)
    await here.drive.press("H")
    assert isinstance(here.drive.screen, GoneOutScreen)
    assert "1 revision, 0 corrections among them" in here.drive.text()


@command_test("publish")
async def publish(here: Room) -> None:
    await here.drive.press("P")
    assert "A claim that is queued can't be changed so: publish." in here.drive.notices()
    await published(here)
    assert here.desk.claim(here.current).state is ClaimState.PUBLISHED


@command_test("correct")
async def correct(here: Room) -> None:
    await published(here)
    await here.drive.press("C")
    here.drive.screen.query_one("#severity", Select).value = "typo"
    here.drive.screen.query_one("#body", TextArea).text = "A name was misspelt."
    await here.drive.press("ctrl+s")
    correction = here.desk.claim(here.current).publications[-1].correction
    assert correction is not None
    assert (correction.severity, correction.reason) == (Severity.TYPO, "A name was misspelt.")
    here.drive.screen.query_one(ClaimPanel).scroll_end(animate=False)
    await here.drive.pilot.pause()
    assert "typo: A name was misspelt." in here.drive.text()


@command_test("withdraw")
async def withdraw(here: Room) -> None:
    await published(here)
    await here.drive.press("W")
    await here.drive.type("It was wrong")
    await here.drive.press("ctrl+s")
    assert here.desk.claim(here.current).state is ClaimState.WITHDRAWN


@command_test("reopen")
async def reopen(here: Room) -> None:
    await published(here)
    await here.drive.press("O")
    await here.drive.type("New figures")
    await here.drive.press("ctrl+s")
    assert here.desk.claim(here.current).state is ClaimState.QUEUED


@pytest.mark.parametrize("name", OWN)
def test_the_command_does_what_it_says(name: str, open_as: OpenDesk, article: Path, tmp_path: Path) -> None:
    async def run() -> None:
        async with room(open_as, article, tmp_path) as here:
            await TESTS[name](here)

    asyncio.run(run())
