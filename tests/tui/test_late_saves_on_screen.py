"""A save that comes too late: both texts are shown, and nobody's words are lost."""

import json

from textual.widgets import TextArea

from tests.tui.rooms import Room, Run
from workbench.tui.dialogs.overtaken import OvertakenDialog
from workbench.tui.dialogs.verdict import VerdictDialog


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
        await here.drive.press("j", "k")
        assert isinstance(here.drive.screen, OvertakenDialog), "these move in the texts, as everywhere"
        await here.drive.press("d")
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


def test_a_return_that_comes_too_late_keeps_its_comment(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        ben, number = here.open_as("ben"), here.current
        ben.record(number, "true", "So it is.")
        await here.notice()
        here.drive.review.go_to(number)
        await here.drive.settle()
        await here.drive.press("enter", "R")
        await here.drive.type("Which winter")
        ben.take_over(number)
        await here.drive.press("ctrl+s")
        assert isinstance(here.drive.screen, OvertakenDialog)
        assert "Which winter" in here.drive.text()
        await here.drive.press("t", "ctrl+s")
        assert [comment.body for comment in here.desk.claim(number).comments] == ["Which winter"]

    at_the_desk(story)


def test_a_save_right_after_taking_over_waits_for_the_claim(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = await be_overtaken(here)
        here.drive.send("t")
        here.drive.send("ctrl+s")
        await here.drive.settle()
        latest = here.desk.claim(number).verdicts[0]
        assert (latest.reviewer, latest.rationale) == ("ana", "Nine percent")
        assert here.drive.screen is here.drive.review

    at_the_desk(story)
