"""Several people at one desk: what others do appears, holds pass from one to the other, and no words are lost or obeyed."""

import asyncio
import json
from pathlib import Path

import pytest
from textual.widgets import TextArea

from claims_db.errors import DatabaseUnavailable
from claims_db.rows import SecondReviewRule
from claims_db.vocabulary import DraftField, EvidenceForm, Stance
from tests.conftest import Clock, OpenDesk, hostile
from tests.domain.test_printable_text import is_safe
from tests.tui.driving import NARROW, WIDE
from tests.tui.rooms import Room, Run, room
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry, EvidenceEntry, QueueEntry
from workbench.tui.dialogs.choose import ConfirmDialog
from workbench.tui.dialogs.overtaken import OvertakenDialog
from workbench.tui.dialogs.verdict import VerdictDialog
from workbench.tui.dialogs.verdicts import AdjudicationDialog
from workbench.tui.widgets.article_pane import ArticlePane


def test_a_claim_that_somebody_holds_is_left_or_taken_over(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        ben = here.open_as("ben")
        ben.take(here.current)
        await here.drive.press("enter")
        assert isinstance(here.drive.screen, ConfirmDialog)
        assert f"C-{here.current} is held by ben for 30 more minutes." in here.drive.text()
        await here.drive.press("enter")
        await here.drive.press("escape")
        assert (held := ben.claim(here.current).lease) is not None
        assert held.holder == "ben"
        await here.drive.press("enter")
        await here.drive.press("y")
        assert "held by you, 30 min left" in here.drive.text()

    at_the_desk(story)


def test_minutes_and_deadlines_pass_without_a_key(at_the_desk: Run, clock: Clock) -> None:
    async def story(here: Room) -> None:
        number = here.current
        here.open_as("ben").take(number)
        marks = here.desk.claim(number).marks()
        here.desk.mark(number, marks, marks._replace(deadline=clock.now + 20 * 60_000_000))
        await here.notice()
        assert "ben, 30 min" in here.drive.text()
        assert "notice" not in here.drive.text()
        clock.pass_minutes(22)
        here.drive.review.pass_time()
        await here.drive.settle()
        assert "ben, 8 min" in here.drive.text()
        assert "late by 1 min" in here.drive.text() or "late by 2 min" in here.drive.text()
        assert "1 notice (i)" in here.drive.text()
        clock.pass_minutes(10)
        here.drive.review.pass_time()
        await here.drive.settle()
        assert "ben, " not in here.drive.text()
        assert "0 leased" in here.drive.text()

    at_the_desk(story)


def test_what_others_write_leaves_cursor_scroll_and_words_alone(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        for number in range(40):
            here.desk.add_claim(ClaimEntry(f"The pier is {number} metres long."))
        await here.notice()
        await here.drive.press("pagedown", "j", "j")
        number, top = here.current, here.drive.review.claims.scroll_offset.y
        place = here.drive.review.claims.cursor - top
        ben = here.open_as("ben")
        ben.add_claim(
            ClaimEntry("In 2021 the mayor said the port lost 9% of its ships, the most in ten years.", "Mayor")
        )
        await here.notice()
        assert here.current == number
        assert here.drive.review.claims.cursor - here.drive.review.claims.scroll_offset.y == place
        await here.drive.press("6")
        await here.drive.type("half a sent")
        ben.attach(number, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note="Measured it."))
        ben.record(number, "true", "It is.")
        await here.notice()
        assert isinstance(here.drive.screen, VerdictDialog)
        assert here.drive.screen.query_one(TextArea).text == "half a sent"
        shown = " ".join(here.drive.text().split())
        assert f"Meanwhile on C-{number}: ben recorded a verdict; ben attached E-1; it is recorded now." in shown

    at_the_desk(story)


def test_the_article_stays_where_it_was_scrolled_to(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        pane = here.drive.review.query_one(ArticlePane)
        pane.scroll_to(y=4, animate=False, force=True)
        await here.drive.settle()
        before = pane.scroll_offset.y
        assert before
        here.open_as("ben").comment(here.current, "See the minutes.")
        await here.notice()
        assert "See the minutes." in here.drive.text() or here.desk.claim(here.current).comments
        assert pane.scroll_offset.y == before

    at_the_desk(story, size=(80, 16))


def test_a_comment_that_was_not_sent_is_kept(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("m")
        await here.drive.type("Look at")
        await here.drive.press("escape", "m")
        assert here.drive.screen.query_one(TextArea).text == "Look at"
        here.drive.screen.query_one(TextArea).text = "Look, @nobody"
        await here.drive.press("ctrl+s")
        assert "Nobody at this desk is called 'nobody'." in here.drive.text()
        assert here.drive.screen.query_one(TextArea).text == "Look, @nobody"
        here.drive.screen.query_one(TextArea).text = "Look, all"
        await here.drive.press("ctrl+s", "escape")
        assert here.desk.drafts() == ()
        assert [comment.body for comment in here.desk.claim(here.current).comments] == ["Look, all"]

    at_the_desk(story)


def test_a_comment_that_comes_while_the_discussion_is_open_appears_and_counts_as_seen(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("m")
        await here.drive.type("half a")
        here.open_as("ben").comment(here.current, "Quick, @ana: look at page 3.")
        await here.notice()
        assert "look at page 3." in here.drive.text()
        assert here.drive.screen.query_one(TextArea).text == "half a"
        assert here.desk.notices() == ()

    at_the_desk(story)


def test_undo_and_redo_reach_what_was_done_for_others(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = here.current
        await here.drive.press("p")
        await here.drive.type("2d")
        await here.drive.press("ctrl+s")
        await here.drive.press("m")
        await here.drive.type("Wait for the minutes")
        await here.drive.press("ctrl+s", "escape", "u", "u")
        told = "".join(here.drive.told)
        assert "Took back the comment on" in told
        assert "Took back the postponement on" in told
        sheet = here.desk.claim(number)
        assert (sheet.comments, sheet.postponed_until) == ((), None)
        await here.drive.press("ctrl+r", "ctrl+r")
        sheet = here.desk.claim(number)
        assert len(sheet.comments) == 1
        assert sheet.postponed_until is not None

    at_the_desk(story)


def test_a_queue_with_nothing_free_says_why(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        here.desk.open_queue(QueueEntry("health", "clinic"))
        number = here.desk.add_claim(ClaimEntry("The clinic treated 4,000 patients.")).claim
        here.open_as("ben").take(number)
        await here.drive.press("w", "down", "down", "enter", "t")
        assert "Nothing to take: 0 free, 1 leased (the oldest for 30 minutes more)" in here.drive.notices()
        here.open_as("ben").record(number, "true", "So it did.", queue="health")
        await here.notice()
        assert "No claim waits in the queue health." in here.drive.text()
        here.desk.remove_queue("health")
        await here.notice()
        assert "The queue health is not there any more." in here.drive.notices()
        assert len(here.drive.review.claims.numbers) > 1

    at_the_desk(story)


def test_a_sign_of_life_keeps_the_hold_until_it_is_lost(at_the_desk: Run, clock: Clock) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("enter")
        for _ in range(3):
            clock.pass_minutes(20)
            here.drive.review.keep_hold()
            await here.drive.settle()
        assert (lease := here.desk.claim(here.current).lease) is not None
        assert lease.holder == "ana"
        here.open_as("ben").take_over(here.current)
        here.drive.review.keep_hold()
        await here.drive.settle()
        assert f"You no longer hold C-{here.current}: ben took it." in here.drive.notices()
        assert "held by ben" in here.drive.text()
        assert here.drive.review.held is None

    at_the_desk(story)


def test_a_hold_from_before_the_program_was_started_is_kept_alive(
    open_as: OpenDesk, article: Path, tmp_path: Path
) -> None:
    async def run() -> None:
        async with room(open_as, article, tmp_path) as here:
            here.desk.take(here.current)
            await here.notice()
            assert here.drive.review.held is not None

    asyncio.run(run())


def test_a_desk_that_is_out_of_reach_is_said_once_and_tried_again(
    at_the_desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: Desk) -> int:
        raise DatabaseUnavailable("The server does not answer.", "It is tried again.")

    async def story(here: Room) -> None:
        await here.drive.press("enter", "6")
        await here.drive.type("half a")
        with monkeypatch.context() as patch:
            patch.setattr(Desk, "changes", gone)
            for _ in range(3):
                await here.notice()
            assert "\n".join(here.drive.told).count("The server does not answer.") == 1
        await here.notice()
        assert "The desk can be reached again." in "\n".join(here.drive.told)
        assert here.drive.screen.query_one(TextArea).text == "half a"
        assert here.drive.review.held is not None

    at_the_desk(story)


def test_keys_typed_ahead_are_meant_for_the_claim_that_was_asked_for(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        first = here.drive.review.claims.numbers[0]
        await here.drive.press("j", "j")
        assert here.current != first
        await here.drive.pilot.press("t", "v")
        await here.drive.settle()
        assert f"Verdict on C-{first}" in here.drive.text()
        assert here.desk.claim(first).lease is not None

    at_the_desk(story)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_foreign_words_of_others_are_obeyed(at_the_desk: Run, size: tuple[int, int]) -> None:
    texts = [str(row.payload).replace("\0", "") for row in hostile("terminal", "markup")]

    async def story(here: Room) -> None:
        number = here.current
        everything = "\n".join(texts) + "[/x]"
        ben = here.open_as(f"ben [/x] {texts[0]}")
        cid = here.open_as("cid")
        here.desk.open_queue(QueueEntry(f"[/x] {texts[1]}", "bridge"))
        here.desk.set_second_review_rule(SecondReviewRule(ratings=("false",)))
        here.desk.assign((number,), "ana", everything)
        ben.comment(number, everything.replace("@", "") + " @ana")
        for field in (DraftField.VERDICT, DraftField.EVIDENCE):
            ben.save_draft(
                number, field, json.dumps({"rationale": everything, "rating": "[/x]\x1b[2J", "url": everything})
            )
        ben.take(number)
        await here.notice()
        for keys in ("tab", "tab", "shift+tab", "shift+tab", "enter", "m", "i", "w", "A", "y"):
            await here.drive.press(keys)
            assert is_safe(here.drive.text())
            await here.drive.press("escape")
        await here.drive.press("6")
        await here.drive.type("Because")
        ben.record(number, "true", everything)
        await here.notice()
        assert is_safe(here.drive.text())
        await here.drive.press("ctrl+s")
        assert isinstance(here.drive.screen, OvertakenDialog)
        assert is_safe(here.drive.text())
        await here.drive.press("d", "S")
        assert is_safe(here.drive.text())
        await here.drive.press("escape", "T")
        other = here.drive.review.claims.numbers[1]
        ben.record(other, "false", everything)
        cid.record(other, "true", everything)
        await here.notice()
        here.drive.review.go_to(other)
        await here.drive.settle()
        await here.drive.press("v", "1")
        assert isinstance(here.drive.screen, AdjudicationDialog)
        assert is_safe(here.drive.text())

    at_the_desk(story, size=size)
