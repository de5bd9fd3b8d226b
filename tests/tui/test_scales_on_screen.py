"""The terminal desk follows the scale in use, and records nothing on a scale that was not meant."""

from textual.widgets import OptionList

from claims_db.rows import RatingRow, ScaleRow
from claims_db.vocabulary import DraftField
from tests.tui.driving import NARROW
from tests.tui.rooms import Room, Run, panel
from workbench.tui.dialogs.verdict import VerdictDialog

LONG = ScaleRow("long", "Long scale", tuple(RatingRow(f"r{at}", f"Point {at}", "", None, "") for at in range(1, 13)))


def test_the_keys_follow_the_scale_and_a_verdict_on_the_old_one_is_kept_and_refused(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number, desk = here.current, here.desk
        assert "4 Misleading" in panel(here)
        await here.drive.press("6")
        await here.drive.type("The log has none.")
        desk.add_scale(desk.scale_named("politifact").scale)
        desk.use_scale("politifact")
        await here.notice()
        await here.drive.press("ctrl+s")
        assert isinstance(here.drive.screen, VerdictDialog)
        assert "rates on the scale politifact by now" in " ".join(here.drive.text().split())
        assert desk.claim(number).verdicts == ()
        await here.drive.press("escape")
        assert "6 Pants on Fire" in panel(here)
        assert "Misleading" not in panel(here)
        assert [draft.field for draft in desk.drafts()] == [DraftField.VERDICT]
        await here.drive.press("6")
        assert "The log has none." in here.drive.text()
        await here.drive.press("ctrl+s")
        (verdict,) = desk.claim(number).verdicts
        assert (verdict.scale, verdict.rating.slug) == ("politifact", "pants_on_fire")
        await here.drive.press("f6")
        assert "PolitiFact Truth-O-Meter" in here.drive.text()

    at_the_desk(story)


def test_ratings_beyond_the_keys_are_chosen_with_the_cursor(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        here.desk.add_scale(LONG)
        here.desk.use_scale("long")
        await here.notice()
        assert "Point 12" in panel(here)
        assert "10 Point" not in panel(here)
        await here.drive.press("v")
        await here.drive.press("end")
        assert "Point 12" in here.drive.text()
        await here.drive.press("enter")
        await here.drive.type("The log has none.")
        number = here.drive.screen.claim  # type: ignore[attr-defined]
        await here.drive.press("ctrl+s")
        assert here.desk.claim(number).verdicts[0].rating.slug == "r12"

    at_the_desk(story, size=NARROW)


def test_a_number_that_the_scale_does_not_have_chooses_nothing(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        here.desk.add_scale(here.desk.scale_named("averitec").scale)
        here.desk.use_scale("averitec")
        await here.notice()
        await here.drive.press("9")
        assert isinstance(here.drive.screen, VerdictDialog)
        assert here.drive.screen.query_one(OptionList).highlighted is None

    at_the_desk(story)
