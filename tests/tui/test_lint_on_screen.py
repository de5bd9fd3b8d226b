"""What stands against a sign-off is shown before it; a rule is waived there with a reason."""

import pytest

from claims_db.rows import ClaimFilter
from claims_db.vocabulary import ClaimState
from tests.tui.driving import NARROW, WIDE
from tests.tui.rooms import Room, Run
from workbench.tui.dialogs.decision import DecisionDialog
from workbench.tui.dialogs.lint import LintDialog


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_rule_that_blocks_is_waived_and_what_warns_is_seen_at_the_sign_off(
    at_the_desk: Run, size: tuple[int, int]
) -> None:
    async def story(here: Room) -> None:
        number = here.current
        here.open_as("ben").record(number, "false", "The log says so.", queue=None)
        await here.notice()
        here.drive.review.go_to(number)
        await here.drive.settle()
        await here.drive.press("S")
        assert isinstance(here.drive.screen, LintDialog)
        shown = " ".join(here.drive.text().split())
        assert "1 rule blocks" in shown
        assert "blocks false-without-refuting" in shown
        assert "False, by ben: no evidence refutes the claim." in shown
        await here.drive.press("S")
        assert isinstance(here.drive.screen, LintDialog)
        assert any("These block: false-without-refuting." in told for told in here.drive.told)
        await here.drive.press("w")
        assert f"Waive false-without-refuting for C-{number}" in here.drive.text()
        await here.drive.type("Nobody counts")
        await here.drive.press("ctrl+s")
        assert isinstance(here.drive.screen, LintDialog)
        assert "1 rule is waived" in here.drive.text()
        await here.drive.press("S")
        assert isinstance(here.drive.screen, DecisionDialog)
        assert "warns  no-other-side" in here.drive.text()
        await here.drive.press("ctrl+s")
        assert here.desk.claim(number).state is ClaimState.SIGNED_OFF
        (waived,) = (line.waiver for line in here.desk.lint(number).lines if line.waiver is not None)
        assert (waived.rule, waived.reason) == ("false-without-refuting", "Nobody counts")

    at_the_desk(story, size=size)


def test_a_claim_without_faults_says_so_and_no_list_opens(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        by_hand = max(here.desk.claim_numbers(ClaimFilter()))
        here.drive.review.go_to(by_hand)
        await here.drive.settle()
        await here.drive.press("U")
        assert here.drive.screen is here.drive.review
        assert any(f"C-{by_hand} meets every rule." in told for told in here.drive.told)

    at_the_desk(story)
