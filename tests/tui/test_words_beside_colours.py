"""Whatever a colour says, a word or a sign says as well: the screens are read here as text alone."""

import asyncio
from pathlib import Path

import pytest

from claims_db.rows import ClaimFilter
from claims_db.vocabulary import ClaimState, EvidenceForm, SkipReason, Stance
from tests.conftest import OpenDesk
from tests.tui.driving import NARROW
from tests.tui.rooms import Room, Run, type_address
from workbench.desk.entries import EvidenceEntry
from workbench.domain.states import state_words
from workbench.tui.about import ABOUT
from workbench.tui.card_lines import PAGE
from workbench.tui.dialogs.evidence import EvidenceDialog
from workbench.tui.key_card import key_card
from workbench.tui.screens.dialog_help import DialogHelp
from workbench.tui.widgets.claim_list import _MARKS


def test_each_state_has_a_sign_of_its_own_in_the_list() -> None:
    assert set(_MARKS) == set(ClaimState)
    assert len(set(_MARKS.values()) | {"◆"}) == len(ClaimState) + 1
    assert len({state_words(state) for state in ClaimState}) == len(ClaimState)


def test_stance_rating_holder_and_state_are_read_without_colours(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("t")
        number = here.current
        for stance in Stance:
            here.desk.attach(number, EvidenceEntry(EvidenceForm.NOTE, stance, note=f"about {stance.value}"))
        await here.notice()
        text = here.drive.text()
        assert all(f"{sign} {stance.value}" in text for sign, stance in zip("+−○", Stance, strict=True))
        assert "held by you" in text
        assert "you, 30 min" in text or "you, 29 min" in text
        here.desk.record(number, "false", "The record says so.", None)
        await here.notice()
        text = here.drive.text()
        assert "[False]" in text
        assert "Said by" in text
        other = next(one for one in here.desk.claim_numbers(ClaimFilter()) if one != number)
        here.desk.skip(other, SkipReason.OPINION, "")
        await here.notice()
        here.drive.review.go_to(other)
        await here.drive.settle()
        assert "skipped" in here.drive.text()

    at_the_desk(story, theme="ansi")


def test_a_claim_whose_words_left_its_article_has_a_sign_in_the_list(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        path = here.folder / "ferry.txt"
        assert "≠" not in here.drive.text()
        path.write_text(path.read_text("utf-8").replace("12%", "14%"), encoding="utf-8")
        here.desk.refetch_article(1, str(path))
        await here.notice()
        (row,) = [line for line in here.drive.text().splitlines() if "≠ newest text" in line]
        assert "C-1 " in row
        here.desk.record(1, "false", "The record says so.", None)
        await here.notice()
        (row,) = [line for line in here.drive.text().splitlines() if "≠ newest text" in line]
        assert "C-1 " in row

    at_the_desk(story, theme="ansi", size=NARROW)


def test_the_pane_with_the_focus_is_framed_heavily(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        assert "┏━ Claims" in here.drive.text()
        await here.drive.press("tab")
        assert "╭─ Claims" in here.drive.text()
        assert "┏━ Harbour town" in here.drive.text()

    at_the_desk(story)


def test_an_empty_desk_says_what_to_do_first(open_as: OpenDesk, tmp_path: Path) -> None:
    from tests.tui.driving import NARROW, driving

    async def tell() -> None:
        async with driving(lambda: open_as("ana"), tmp_path, size=NARROW) as drive:
            words = " ".join(drive.text().replace("┃", " ").replace("│", " ").split())
            for wanted in ("o takes in an article", "c takes in a claim by hand", "t takes the next", "workbench demo"):
                assert wanted in words

    asyncio.run(tell())


def test_the_key_card_fits_a_page() -> None:
    lines = key_card().splitlines()
    assert max(map(len, lines)) <= PAGE
    long = key_card((("take-next", "f7,ctrl+t,alt+t"),)).splitlines()
    assert max(map(len, long)) <= PAGE
    assert "f7" in " ".join(long).lower()


def test_help_in_a_dialog_says_what_it_is_for_and_what_was_typed_stays(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await type_address(here.drive, "https://example.org/?")
        await here.drive.press("f1")
        assert isinstance(here.drive.screen, DialogHelp)
        text = here.drive.text()
        assert "Evidence links the claim to a source" in text
        assert "Ctrl+s" in text or "Ctrl+S" in text
        assert "Submit" in text
        assert "Focus Next" not in text
        await here.drive.press("escape")
        assert isinstance(here.drive.screen, EvidenceDialog)
        await here.drive.press("ctrl+s")
        (evidence,) = here.desk.claim(here.current).evidence
        assert evidence.source is not None
        assert evidence.source.url == "https://example.org/?"

    at_the_desk(story)


@pytest.mark.parametrize("key", ["v", "m", "E", "c", "o", "s", "w"])
def test_each_dialog_has_help(at_the_desk: Run, key: str) -> None:
    async def story(here: Room) -> None:
        await here.drive.press(key)
        dialog = type(here.drive.screen).__name__
        await here.drive.press("f1")
        assert ABOUT[dialog].split(".")[0][:30] in here.drive.text()

    at_the_desk(story)


def test_help_on_a_screen_says_what_the_screen_is_for(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("question_mark")
        assert "The list at the left holds the claims" in here.drive.text()
        await here.drive.press("escape", "r", "question_mark")
        assert "The whole article, with what became of each stretch" in here.drive.text()

    at_the_desk(story)
