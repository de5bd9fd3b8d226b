"""A second verdict is given blind and then both are shown; verdicts that disagree are decided by an editor."""

import asyncio
import json
from pathlib import Path

import pytest

from claims_db.rows import SecondReviewRule
from claims_db.vocabulary import ClaimState, DraftField, EvidenceForm, Stance
from tests.conftest import OpenDesk
from tests.tui.driving import NARROW, WIDE
from tests.tui.rooms import Room, Run, room
from tests.weighed import weigh
from workbench.desk.entries import ClaimEntry, EvidenceEntry
from workbench.tui.dialogs.verdict import VerdictDialog
from workbench.tui.dialogs.verdicts import AdjudicationDialog, VerdictsDialog

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
        await here.drive.press("f")
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


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_an_editor_sees_how_the_desk_rated_before(size: tuple[int, int], at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        statement = here.desk.claim(here.current).statement
        before = here.desk.add_claim(ClaimEntry(statement, locator="page 2")).claim
        weigh(here.desk, before)
        here.open_as("ben").record(before, "false", "The log says so.")
        here.desk.sign_off(before)
        await open_adjudication(here)
        rows = here.drive.text().splitlines()
        assert any("False   wording 1" in row for row in rows)
        assert any(f"C-{before}  False  2023-11-14  same wording" in row for row in rows)
        assert any("1 or 2 chooses what stands" in row for row in rows)

    at_the_desk(story, size=size)


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
        await here.drive.press("tab", "ctrl+s")
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
