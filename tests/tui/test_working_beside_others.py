"""Several people at one desk: what others do appears, nobody's words are lost, a second verdict is blind."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.widgets import TextArea

from claims_db.errors import DatabaseUnavailable
from claims_db.rows import SecondReviewRule
from claims_db.vocabulary import ClaimState, DraftField, EvidenceForm, Stance
from tests.conftest import Clock, OpenDesk
from tests.tui.driving import NARROW, WIDE
from tests.tui.rooms import Room, room
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry, EvidenceEntry, QueueEntry
from workbench.tui.dialogs.choose import ConfirmDialog
from workbench.tui.dialogs.overtaken import OvertakenDialog
from workbench.tui.dialogs.verdict import VerdictDialog
from workbench.tui.dialogs.verdicts import AdjudicationDialog, VerdictsDialog
from workbench.tui.widgets.article_pane import ArticlePane

Run = Callable[..., None]
Story = Callable[[Room], Awaitable[None]]


@pytest.fixture
def at_the_desk(open_as: OpenDesk, article: Path, tmp_path: Path) -> Callable[..., None]:
    """Give what runs a story at a desk where ana, its admin, sits at the terminal."""

    def run(story: Story, **options: object) -> None:
        async def tell() -> None:
            async with room(open_as, article, tmp_path, **options) as here:
                await story(here)

        asyncio.run(tell())

    return run


def test_a_claim_that_somebody_holds_is_left_or_taken_over(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        ben = here.open_as("ben")
        ben.take(here.current)
        await here.drive.press("enter")
        assert isinstance(here.drive.screen, ConfirmDialog)
        assert f"C-{here.current} is held by ben for 30 more minutes." in here.drive.text()
        await here.drive.press("enter", "escape")
        assert (held := ben.claim(here.current).lease) is not None
        assert held.holder == "ben"
        await here.drive.press("enter", "y")
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


async def be_overtaken(here: Room) -> int:
    """Type a verdict on a claim that ben takes over and decides meanwhile; give its number."""
    await here.drive.press("enter", "5")
    await here.drive.type("Nine percent")
    ben = here.open_as("ben")
    ben.take_over(here.current)
    ben.record(here.current, "half_true", "Twelve for cars.\nNine for others.")
    await here.drive.press("ctrl+s")
    assert isinstance(here.drive.screen, OvertakenDialog)
    return here.current


def test_a_late_save_shows_both_texts_and_can_be_kept(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = await be_overtaken(here)
        for words in (
            "− Twelve for cars.",
            "− Nine for others.",
            "+ Nine percent",
            "half_true (ben), yours mostly_false",
        ):
            assert words in here.drive.text()
        await here.drive.press("k")
        assert here.drive.screen is here.drive.review
        assert [verdict.reviewer for verdict in here.desk.claim(number).verdicts] == ["ben"]
        (draft,) = here.desk.drafts()
        assert json.loads(draft.body) == {"rating": "mostly_false", "rationale": "Nine percent"}
        await here.drive.press("v")
        assert here.drive.screen.query_one(TextArea).text == "Nine percent"

    at_the_desk(story)


def test_after_a_late_save_one_can_take_the_claim_and_go_on(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = await be_overtaken(here)
        await here.drive.press("t")
        assert isinstance(here.drive.screen, VerdictDialog)
        assert "You hold the claim now." in here.drive.text()
        await here.drive.press("ctrl+s")
        latest = here.desk.claim(number).verdicts[0]
        assert (latest.reviewer, latest.rationale) == ("ana", "Nine percent")
        assert here.desk.drafts() == ()

    at_the_desk(story)


def test_a_late_save_can_be_copied_and_looked_at_again(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await be_overtaken(here)
        await here.drive.press("c")
        assert here.drive.app.clipboard == "Nine percent"
        await here.drive.press("escape")
        assert isinstance(here.drive.screen, VerdictDialog)
        assert here.drive.screen.query_one(TextArea).text == "Nine percent"

    at_the_desk(story)


SECRET, COMMENT = "The harbour log lists four.", "As the log says"


def ben_decides(here: Room, number: int) -> None:
    here.desk.set_second_review_rule(SecondReviewRule(ratings=("conflicting",)))
    ben = here.open_as("ben")
    ben.record(number, "conflicting", SECRET)
    ben.comment(number, COMMENT)
    ben.save_draft(number, DraftField.COMMENT, json.dumps({"body": SECRET}))
    assert here.desk.claim(number).blind


def shows_nothing(here: Room) -> None:
    """See that no part of the first verdict stands anywhere on the screen: not its words, nor the chosen rating."""
    shown = " ".join(here.drive.text().split())
    assert "harbour log" not in shown
    assert COMMENT not in shown
    assert "[Conflicting" not in shown
    assert "Conflicting evidence ben" not in shown


@pytest.mark.parametrize("size", [WIDE, NARROW, (120, 70)], ids=["wide", "narrow", "tall"])
def test_a_second_verdict_is_blind_and_then_both_are_shown(at_the_desk: Run, size: tuple[int, int]) -> None:
    async def story(here: Room) -> None:
        number = here.current
        ben_decides(here, number)
        await here.notice()
        await here.drive.press("slash")
        await here.drive.type("state:second_review")
        await here.drive.press("enter")
        assert here.current == number
        for keys in (
            [],
            ["tab"],
            ["tab"],
            ["end"],
            ["x"],
            ["m"],
            ["escape"],
            ["y"],
            ["S"],
            ["escape"],
            ["R"],
            ["escape"],
        ):
            await here.drive.press(*keys)
            shows_nothing(here)
        await here.drive.press("shift+tab", "shift+tab", "v")
        assert f"Second verdict on C-{number}, blind" in here.drive.text()
        shows_nothing(here)
        await here.drive.press("6")
        await here.drive.type("I counted two")
        await here.drive.press("ctrl+s")
        assert isinstance(here.drive.screen, VerdictsDialog)
        shown = " ".join(here.drive.text().split())
        assert "The verdicts disagree: an editor who gave none of them adjudicates." in shown
        assert "harbour log" in shown
        await here.drive.press("end")
        assert "I counted two" in here.drive.text()
        await here.drive.press("escape")
        assert here.drive.screen is here.drive.review

    at_the_desk(story, size=size)


def test_verdicts_that_agree_wait_for_sign_off(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = here.current
        ben_decides(here, number)
        await here.notice()
        here.drive.review.go_to(number)
        await here.drive.settle()
        await here.drive.press("7")
        await here.drive.type("Two logs")
        await here.drive.press("ctrl+s")
        assert "The verdicts agree: the claim waits for sign-off." in here.drive.text()
        assert SECRET in here.drive.text()
        await here.drive.press("escape")
        assert here.desk.claim(number).state is ClaimState.RECORDED

    at_the_desk(story)


async def open_adjudication(here: Room) -> int:
    """Let ben and cid disagree, and open what ana decides with; give the claim's number."""
    number = here.current
    here.desk.set_second_review_rule(SecondReviewRule(ratings=("false",)))
    ben, cid = here.open_as("ben"), here.open_as("cid")
    ben.attach(number, EvidenceEntry(EvidenceForm.NOTE, Stance.REFUTES, note="Page 3 of the log."))
    ben.record(number, "false", "The log says so.")
    cid.attach(number, EvidenceEntry(EvidenceForm.NOTE, Stance.SUPPORTS, note="Page 9 of the minutes."))
    cid.record(number, "true", "The minutes say otherwise.")
    await here.notice()
    here.drive.review.go_to(number)
    await here.drive.settle()
    await here.drive.press("v")
    assert isinstance(here.drive.screen, AdjudicationDialog)
    return number


def test_an_editor_sees_both_verdicts_beside_each_other_and_chooses(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = await open_adjudication(here)
        rows = here.drive.text().splitlines()
        assert any("1  ben" in row and "2  cid" in row for row in rows)
        assert any("The log says so." in row and "The minutes say otherwise." in row for row in rows)
        assert any("Page 3 of the log." in row and "Page 9 of the minutes." in row for row in rows)
        await here.drive.press("2")
        await here.drive.type("The minutes are signed")
        await here.drive.press("ctrl+s")
        sheet = here.desk.claim(number)
        assert sheet.state is ClaimState.SIGNED_OFF
        assert sheet.finding is not None
        assert sheet.finding.note == "The minutes are signed"
        assert next(one.reviewer for one in sheet.verdicts if one.stands) == "cid"
        assert here.desk.drafts() == ()
        await here.drive.press("u")
        assert here.desk.claim(number).state is ClaimState.ADJUDICATION

    at_the_desk(story)


def test_in_a_small_terminal_verdicts_stand_below_each_other(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await open_adjudication(here)
        rows = here.drive.text().splitlines()
        first = next(at for at, row in enumerate(rows) if "1  ben" in row)
        assert next(at for at, row in enumerate(rows) if "2  cid" in row) > first
        await here.drive.press("ctrl+s")
        assert "Choose a verdict first." in here.drive.text()
        await here.drive.press("1")
        assert "False, by ben, is to stand." in here.drive.text()

    at_the_desk(story, size=NARROW)


def test_an_editor_can_record_a_third_verdict_or_return_the_claim(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = await open_adjudication(here)
        await here.drive.press("v")
        assert isinstance(here.drive.screen, VerdictDialog)
        await here.drive.press("3")
        await here.drive.type("Both count")
        await here.drive.press("ctrl+s")
        assert here.desk.claim(number).state is ClaimState.RECORDED
        await here.drive.press("u")
        here.drive.review.go_to(number)
        await here.drive.settle()
        await here.drive.press("v", "R")
        await here.drive.type("Ask the authority")
        await here.drive.press("ctrl+s")
        sheet = here.desk.claim(number)
        assert sheet.state is ClaimState.QUEUED
        assert [comment.body for comment in sheet.comments] == ["Ask the authority"]

    at_the_desk(story)


def test_who_may_not_decide_sees_the_verdicts_all_the_same(open_as: OpenDesk, article: Path, tmp_path: Path) -> None:
    # The first one at a desk is its admin: dora here, so that ana sits at the terminal as a reviewer.
    dora = open_as("dora")
    number = dora.add_claim(ClaimEntry("The ferry sank 3 times.")).claim
    dora.set_second_review_rule(SecondReviewRule(ratings=("false",)))
    open_as("ben").record(number, "false", "The log says so.")
    open_as("cid").record(number, "true", "The minutes say otherwise.")

    async def run() -> None:
        async with room(open_as, article, tmp_path) as here:
            here.drive.review.go_to(number)
            await here.drive.settle()
            await here.drive.press("2")
            assert isinstance(here.drive.screen, VerdictsDialog)
            assert "The minutes say otherwise." in here.drive.text()
            assert "An editor who gave none of the verdicts decides between them." in here.drive.notices()

    asyncio.run(run())


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
        assert "Took back the comment on" in here.drive.notices()
        assert "Took back the postponement on" in here.drive.notices()
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
            assert here.drive.notices().count("The server does not answer.") == 1
        await here.notice()
        assert "The desk can be reached again." in here.drive.notices()
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
