"""What a claim may repeat is shown while one reads it, and one key says what it is."""

import pytest
from textual.content import Content
from textual.widgets import Static

from claims_db.match_vocabulary import MatchDecision, Relation
from claims_db.rows import MatchWith
from claims_db.vocabulary import DraftField
from tests.tui.checked_before import ASKED, CHECKED, asked
from tests.tui.driving import NARROW, WIDE
from tests.tui.rooms import Room, Run, Test, collecting, panel
from tests.weighed import weigh
from workbench.desk import matching as desk_matching
from workbench.desk import new_matches
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.desk.match_rows import Matches
from workbench.errors import WorkbenchError
from workbench.tui.commands.matching import MATCH_COMMANDS
from workbench.tui.screens import matching
from workbench.tui.screens.matches import MatchesScreen
from workbench.tui.widgets.fields import ShortField

TESTS: dict[str, Test] = {}
command_test = collecting(TESTS)
OWN = ["matches", *(one.name for one in MATCH_COMMANDS)]


async def beside(here: Room) -> int:
    """Open the matches of that claim."""
    number = await asked(here)
    await here.drive.press("M")
    assert isinstance(here.drive.screen, MatchesScreen)
    return number


def said(here: Room, number: int) -> list[tuple[int | None, Relation, MatchDecision]]:
    return [(one.prior, one.relation, one.decision) for one in here.desk.match_decisions(number)]


@command_test("matches")
async def matches(here: Room) -> None:
    await beside(here)
    text = here.drive.text()
    for words in (
        "≈ variant",
        "P-1",
        "prior check",
        "False",
        "Harbour Facts",
        "2020-02-03",
        "number: 40 times against 400 times",
    ):
        assert words in text
    for words in ("https://factcheck.example/aurora", "Said by  Inga Holm", "40 times", "400 times"):
        assert words in text
    await here.drive.press("escape")
    assert here.drive.screen is here.drive.review


@command_test("accept-match")
async def accept(here: Room) -> None:
    number = await beside(here)
    await here.drive.press("a")
    assert said(here, number) == [(1, Relation.VARIANT, MatchDecision.ACCEPTED)]
    assert "✓ accepted by ana" in here.drive.text()


@command_test("reject-match")
async def reject(here: Room) -> None:
    number = await beside(here)
    await here.drive.press("d")
    assert said(here, number)[0][2] is MatchDecision.REJECTED
    assert "P-1" not in here.drive.text()
    assert "1 rejected; h shows them" in here.drive.text()


@command_test("show-rejected")
async def show_rejected(here: Room) -> None:
    await reject(here)
    await here.drive.press("h")
    assert "✗ rejected by ana" in here.drive.text()
    await here.drive.press("h")
    assert "rejected by ana" not in here.drive.text()


@command_test("same-match")
async def same(here: Room) -> None:
    number = await beside(here)
    await here.drive.press("s")
    await here.drive.press("escape")
    assert said(here, number) == [(1, Relation.SAME, MatchDecision.ACCEPTED)]
    assert "= same" in here.drive.text()
    assert "✓ already checked" in here.drive.text()


@command_test("variant-match")
async def variant(here: Room) -> None:
    number = await beside(here)
    await here.drive.press("v")
    assert said(here, number) == [(1, Relation.VARIANT, MatchDecision.ACCEPTED)]


@command_test("opposite-match")
async def opposite(here: Room) -> None:
    number = await beside(here)
    await here.drive.press("o")
    assert said(here, number) == [(1, Relation.OPPOSITE, MatchDecision.ACCEPTED)]
    assert "≠ opposite" in here.drive.text()


@command_test("related-match")
async def related(here: Room) -> None:
    number = await beside(here)
    await here.drive.press("r")
    assert said(here, number) == [(1, Relation.RELATED, MatchDecision.ACCEPTED)]
    assert "~ related" in here.drive.text()


@pytest.mark.parametrize("name", OWN)
def test_the_command_does_what_it_says(name: str, at_the_desk: Run) -> None:
    at_the_desk(TESTS[name])


@command_test("reuse-match")
async def reuse(here: Room) -> None:
    number = await beside(here)
    await here.drive.press("e")
    await here.drive.press("escape")
    assert here.desk.claim(number).drafts == ()
    await here.drive.press("s")
    assert "Reuse P-1 as a draft?" in here.drive.text()
    await here.drive.press("y")
    assert "Drafts were made: verdict and evidence." in here.drive.notices()
    sheet = here.desk.claim(number)
    assert sheet.verdicts == ()
    assert {draft.field for draft in sheet.drafts} == {DraftField.VERDICT, DraftField.EVIDENCE}
    await here.drive.press("escape", "v")
    assert "P-1, Harbour Facts, 2020-02-03: False" in here.drive.text()
    assert "False" in here.drive.text()
    await here.drive.press("escape", "a")
    assert here.drive.screen.query_one("#url", ShortField).value == "https://factcheck.example/aurora"


async def in_the_panel(here: Room) -> None:
    number = await asked(here)
    assert "? maybe" in panel(here)
    for words in ("≈ variant", "P-1", "False", "Harbour Facts", "differs: 40 times against 400 times", "why: "):
        assert words in panel(here)
    here.desk.reject_match(number, MatchWith(prior=1))
    await here.notice()
    assert "1 rejected; M " in panel(here)
    here.desk.undo()
    here.desk.accept_match(number, MatchWith(prior=1), Relation.SAME)
    await here.notice()
    assert "✓ already checked" in panel(here)
    assert "accepted by ana" in panel(here)


def test_matches_are_shown_while_one_reads(at_the_desk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "REST", 0.01)
    at_the_desk(in_the_panel)


def test_what_is_asked_for_a_claim_that_was_left_is_not_answered(
    at_the_desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(here: Room) -> None:
        await asked(here)
        asked_for = list[int]()
        matches_of = Desk.matches

        def noting(desk: Desk, number: int, *more: object, **named: object) -> Matches:
            asked_for.append(number)
            return matches_of(desk, number, *more, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(Desk, "matches", noting)
        monkeypatch.setattr(matching, "REST", 0.05)
        for key in "kkkk":
            here.drive.send(key)
        await here.drive.settle()
        assert asked_for == [here.current]

    at_the_desk(story)


def test_what_differs_is_marked_on_both_sides_without_colours(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await beside(here)
        for side, words in (("#here", "40 times"), ("#there", "400 times")):
            shown = here.drive.screen.query_one(side, Static).content
            assert isinstance(shown, Content)
            (span,) = [one for one in shown.spans if words == shown.plain[one.start : one.end]]
            assert "underline" in str(span.style)

    at_the_desk(story)


def test_a_decision_is_taken_back_and_done_again(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = await beside(here)
        await here.drive.press("o")
        for _ in range(2):
            await here.drive.press("u")
            assert said(here, number) == []
            assert "suggested" in here.drive.text()
            await here.drive.press("ctrl+r")
            assert said(here, number) == [(1, Relation.OPPOSITE, MatchDecision.ACCEPTED)]
            assert "✓ accepted by ana" in here.drive.text()
        assert here.desk.claim(number).duplicate_of is None

    at_the_desk(story)


def test_both_stand_below_each_other_in_a_small_terminal(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await beside(here)
        rows = here.drive.text().splitlines()
        first, second = (
            next(at for at, row in enumerate(rows) if words in row) for words in ("C-5  this", "P-1  prior")
        )
        assert first < second
        assert any("number: 40 times against 400 times" in row for row in rows)

    at_the_desk(story, size=NARROW)


def test_a_claim_without_any_match_says_so(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = here.desk.add_claim(ClaimEntry("Zebras xylophone quietly.")).claim
        here.desk.fill_pool()
        here.drive.review.go_to(number)
        await here.drive.settle()
        await here.drive.press("M")
        assert "– nothing like it" in here.drive.text()
        await here.drive.press("a", "d", "e", "enter")
        assert "There is no match here." in here.drive.notices()
        assert here.desk.match_decisions(number) == ()

    at_the_desk(story)


def test_enter_leads_to_the_claim_that_was_matched(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        first = here.desk.add_claim(ClaimEntry(CHECKED)).claim
        number = here.desk.add_claim(ClaimEntry(ASKED)).claim
        here.desk.fill_pool()
        here.drive.review.go_to(number)
        await here.drive.settle()
        await here.drive.press("M", "enter")
        assert here.drive.screen is here.drive.review
        assert here.current == first

    at_the_desk(story)


async def with_a_precedent(here: Room) -> int:
    """Let a verdict stand on a claim of the same claimer, and go to a new claim of theirs."""
    before = here.desk.add_claim(ClaimEntry(CHECKED, "Inga Holm")).claim
    weigh(here.desk, before)
    here.open_as("ben").record(before, "false", "The harbour log says so.")
    here.desk.sign_off(before)
    await asked(here)
    return before


def test_precedents_stand_beside_the_rating_keys(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        before = await with_a_precedent(here)
        await here.drive.press("v")
        rows = here.drive.text().splitlines()
        assert any("6  False " in row and "wording 1  claimer 1  topic 1" in row for row in rows)
        assert any(f"C-{before}  False  2023-11-14  same wording and claimer and topic" in row for row in rows)
        await here.drive.press("6")
        await here.drive.type("So it is")
        await here.drive.press("ctrl+s")
        assert here.desk.claim(before + 1).verdicts[0].rating.slug == "false"

    at_the_desk(story)


def test_where_the_panel_has_no_room_the_list_tells(at_the_desk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "REST", 0.01)

    async def story(here: Room) -> None:
        number = await asked(here)
        await here.drive.settle()
        assert "likely): M compares" in here.drive.text()
        here.drive.review.go_to(here.desk.add_claim(ClaimEntry("Whales sleep in the harbour.")).claim)
        await here.notice()
        await here.drive.settle()
        assert here.current != number
        assert "M compares" not in here.drive.text()

    at_the_desk(story, size=NARROW)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_verdict_has_room_for_its_precedents(size: tuple[int, int], at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await with_a_precedent(here)
        await here.drive.press("6")
        for words in ("9  Outdated", "Rated before", "Submit", "Why?"):
            assert words in here.drive.text()

    at_the_desk(story, size=size)


def test_the_panel_says_how_often_each_rating_was_given(at_the_desk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "REST", 0.01)

    async def story(here: Room) -> None:
        before = await with_a_precedent(here)
        assert "6 False ×1" in panel(here)
        assert f"C-{before}  False  2023-11-14" in panel(here)

    at_the_desk(story)


@pytest.fixture
def wait_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no intake and no reading fill even the smallest pool."""
    for module in (new_matches, desk_matching):
        monkeypatch.setattr(module, "_TAKEN_UP", 0)


@pytest.mark.usefixtures("wait_for_nothing")
def test_a_pool_that_is_not_filled_is_filled_beside_the_reading(
    at_the_desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "REST", 0.01)

    async def story(here: Room) -> None:
        here.desk.add_claim(ClaimEntry(CHECKED))
        number = here.desk.add_claim(ClaimEntry(ASKED)).claim
        await here.notice()
        here.drive.review.go_to(number)
        await here.drive.settle()
        assert "≈ variant" in panel(here)
        assert "prepared by now" not in panel(here)

    at_the_desk(story)


@pytest.mark.usefixtures("wait_for_nothing")
def test_a_large_pool_is_prepared_when_somebody_asks_for_it(at_the_desk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "REST", 0.01)
    monkeypatch.setattr(matching, "_BY_ITSELF", 2)

    async def story(here: Room) -> None:
        here.desk.add_claim(ClaimEntry(CHECKED))
        number = here.desk.add_claim(ClaimEntry(ASKED)).claim
        await here.notice()
        here.drive.review.go_to(number)
        await here.drive.settle()
        assert "not prepared yet: M prepares them" in panel(here)
        await here.drive.press("M")
        assert "≈ variant" in here.drive.text()
        await here.drive.press("escape")
        assert "≈ variant" in panel(here)

    at_the_desk(story)


def test_matches_that_cannot_be_looked_for_say_why(at_the_desk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> Matches:
        raise WorkbenchError("The pool can't be written.", "Free some space.")

    async def story(here: Room) -> None:
        number = await asked(here)
        monkeypatch.setattr(Desk, "matches", broken)
        monkeypatch.setattr(matching, "REST", 0.01)
        here.desk.tag([number], ["harbour"])
        await here.notice()
        assert "Matches  The pool can't be written." in panel(here)
        await here.drive.press("M")
        assert "The pool can't be written." in here.drive.notices() + here.drive.text()
        await here.drive.press("escape")
        assert here.drive.screen is here.drive.review

    at_the_desk(story)


def test_a_decision_by_somebody_else_is_seen_while_both_stand_side_by_side(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = await beside(here)
        here.open_as("ben").accept_match(number, MatchWith(prior=1), Relation.OPPOSITE)
        await here.notice()
        assert "✓ accepted by ben" in here.drive.text()
        await here.drive.press("escape")
        assert here.drive.screen is here.drive.review

    at_the_desk(story)


def test_the_palette_has_what_can_be_said_of_a_match(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = await beside(here)
        await here.drive.press("ctrl+p")
        await here.drive.type("opposite")
        await here.drive.press("down", "enter")
        assert said(here, number) == [(1, Relation.OPPOSITE, MatchDecision.ACCEPTED)]

    at_the_desk(story)
