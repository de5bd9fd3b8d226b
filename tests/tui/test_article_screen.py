"""The article as a whole: what became of each stretch is seen without colours, and words are taken in with a key."""

import asyncio
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Static

from claims_db.rows import ClaimFilter
from claims_db.vocabulary import ClaimState
from tests.conftest import OpenDesk
from tests.tui.driving import NARROW, WIDE, driving
from tests.tui.rooms import EDITING, Room, Run, Test, collecting, room
from workbench.bootstrap import open_desk
from workbench.desk.entries import ArticleEntry, ChosenWords
from workbench.domain.coverage import StretchForm
from workbench.settings import Settings
from workbench.tui.commands.registry import ARTICLE_COMMANDS
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.help import HelpScreen

TESTS: dict[str, Test] = {}
command_test = collecting(TESTS)


def screen(here: Room) -> ArticleScreen:
    found = here.drive.screen
    assert isinstance(found, ArticleScreen)
    return found


def under_cursor(here: Room) -> str:
    pane = screen(here).pane
    assert pane.current is not None
    return pane._text[pane.current.start : pane.current.end]


def told(here: Room) -> str:
    """Give what the line says of the stretch under the cursor, without its place and its words."""
    return str(screen(here).query_one("#what", Static).content).split("  ")[1]


async def open_first(here: Room) -> None:
    """Open the article at its first stretch."""
    await here.drive.press("g", "r", "g")


@command_test("take-in")
async def take_in(here: Room) -> None:
    await open_first(here)
    await here.drive.press("n")
    assert (told(here), under_cursor(here)[:15]) == ("refused: no comment", "The council did")
    await here.drive.press("c")
    assert told(here) == "claim C-5 queued"
    assert under_cursor(here) == "The council did not respond to a request for comment"
    assert "C-5 taken in." in here.drive.notices()
    assert here.desk.claim(5).state is ClaimState.QUEUED
    await here.drive.press("c")
    assert "These words are C-5 already." in here.drive.notices()
    await here.drive.press("u")
    assert told(here) == "refused: no comment"
    assert "Took back the taking in of C-5." in here.drive.notices()
    await here.drive.press("ctrl+r")
    assert told(here) == "claim C-5 queued"
    await here.drive.press("escape")
    assert 5 in here.drive.review.claims.numbers


@command_test("open-claim")
async def open_claim(here: Room) -> None:
    await open_first(here)
    await here.drive.press("enter")
    assert "There is no claim here." in here.drive.notices()
    await here.drive.press("j", "j", "j")
    words = under_cursor(here)
    await here.drive.press("enter")
    assert here.drive.screen is here.drive.review
    sheet = here.desk.claim(here.current)
    assert sheet.appearances[0].quote is not None
    assert sheet.appearances[0].quote.exact == words
    assert here.drive.review.sheet is not None
    assert here.drive.review.sheet.number == here.current


@command_test("next-stretch")
async def next_stretch(here: Room) -> None:
    await open_first(here)
    seen = [told(here)]
    for _ in range(4):
        await here.drive.press("j")
        seen.append(told(here))
    assert seen == ["refused: heading", "claim C-1 queued", "part of C-1", "claim C-2 queued", "part of C-2"]


@command_test("previous-stretch")
async def previous_stretch(here: Room) -> None:
    await open_first(here)
    await here.drive.press("j", "j", "k")
    assert told(here) == "claim C-1 queued"
    await here.drive.press("k", "k", "up")
    assert told(here) == "refused: heading"


@command_test("next-refused")
async def next_refused(here: Room) -> None:
    await open_first(here)
    seen = []
    for _ in range(3):
        await here.drive.press("n")
        seen.append(told(here))
    assert seen == ["refused: no comment", "refused: question", "refused: heading"]


@command_test("previous-refused")
async def previous_refused(here: Room) -> None:
    await open_first(here)
    seen = []
    for _ in range(3):
        await here.drive.press("N")
        seen.append(told(here))
    assert seen == ["refused: question", "refused: no comment", "refused: heading"]


@command_test("first-stretch")
async def first_stretch(here: Room) -> None:
    await here.drive.press("r", "G", "g")
    assert told(here) == "refused: heading"


@command_test("last-stretch")
async def last_stretch(here: Room) -> None:
    await here.drive.press("r", "G")
    assert under_cursor(here) == "Who would not love the sea?"


@command_test("see-changes")
async def see_changes(here: Room) -> None:
    await open_first(here)
    await here.drive.press("d")
    assert "A-1 has no text before revision 1." in here.drive.notices()
    await refetch(here)
    assert "A-1  revision 2  " in here.drive.text()
    await here.drive.press("d")
    assert "A-1: revision 2 against revision 1" in here.drive.text()


@command_test("refetch")
async def refetch(here: Room) -> None:
    path = here.folder / "ferry.txt"
    await open_first(here)
    await here.drive.press("f")
    assert "A-1 is as it was; nothing was stored." in here.drive.notices()
    before = path.read_text("utf-8")
    path.write_text(before.replace("12%", "14%").replace("\nWho would not love the sea?\n", ""), encoding="utf-8")
    await here.drive.press("f")
    shown = here.drive.text()
    for words in ("A-1: revision 2 against revision 1", "“12” became “14”", "C-1  reworded", "C-2  unchanged"):
        assert words in shown, shown
    assert "removed: Who would not love the sea?" in shown
    # What is as it was comes last.
    fates = [fate for line in shown.splitlines() for fate in ("reworded", "unchanged") if f"  {fate}  " in line]
    assert fates == sorted(fates)
    path.write_text(before, encoding="utf-8")
    await here.drive.press("escape", "g")
    assert "love the sea" not in here.drive.text()


@command_test("choose-article")
async def choose_article(here: Room) -> None:
    path = here.folder / "second.txt"
    path.write_text("Who would not love the lake?")
    here.desk.add_article(ArticleEntry(str(path)))
    await here.drive.press("r", "w")
    assert "A-2  second.txt  (0 claims)" in here.drive.text()
    await here.drive.press("k", "enter")
    assert screen(here).article == 2
    assert (under_cursor(here), told(here)) == ("Who would not love the lake?", "refused: question")


@command_test("leave-article")
async def leave_article(here: Room) -> None:
    await here.drive.press("j", "tab")
    before = (here.current, here.drive.review.focused, here.drive.review.claims.scroll_offset, here.drive.text())
    await here.drive.press("r", "G", "n", "escape")
    after = (here.current, here.drive.review.focused, here.drive.review.claims.scroll_offset, here.drive.text())
    assert after == before


@pytest.mark.parametrize("name", [one.name for one in ARTICLE_COMMANDS if one.name not in EDITING])
def test_the_command_does_what_it_says(name: str, at_the_desk: Run) -> None:
    at_the_desk(TESTS[name])


@pytest.mark.parametrize(("size", "marks"), [(NARROW, "C+"), (WIDE, "C+C")])
def test_what_became_of_each_line_is_seen_in_the_margin(size: tuple[int, int], marks: str, at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await open_first(here)
        lines = [line.strip("│┃ ▅▃▂▁") for line in here.drive.text().splitlines()]
        assert "›×   Harbour town raises ferry prices" in lines
        assert any(line.split(" ")[0] == marks for line in lines)
        assert "×   Who would not love the sea?" in lines
        assert "C 3 claims  + rest of a sentence  × 3 refused" in here.drive.text()
        assert "1/9  refused: heading  Harbour town raises ferry prices" in here.drive.text()
        for words in (
            "c Take in",
            "Enter Open",
            "n Refused",
            "d Changes",
            "f Refetch",
            "Back",
            "u Undo",
            "? Help",
            "q Quit",
        ):
            assert words in here.drive.text()

    at_the_desk(story, size=size)


def test_it_opens_at_the_claim_under_the_cursor(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = next(iter(here.desk.claim_numbers(ClaimFilter(words=("48,000",)))))
        here.drive.review.claims.go_to(number)
        await here.drive.press("r")
        assert under_cursor(here) == "We carried 48,000 passengers last winter"

    at_the_desk(story)


def test_a_claim_by_hand_and_an_empty_list_lead_to_a_choice(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        number = next(iter(here.desk.claim_numbers(ClaimFilter(words=("bridge",)))))
        here.drive.review.claims.go_to(number)
        await here.drive.press("r")
        assert "Which article?" in here.drive.text()
        await here.drive.press("escape", "f")
        await here.drive.type("unicorn")
        await here.drive.press("enter", "r", "enter")
        assert screen(here).article == 1

    at_the_desk(story)


def test_what_another_takes_in_appears_and_the_cursor_stays(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await open_first(here)
        await here.drive.press("n")
        pane = screen(here).pane
        words = next(one for one in pane.stretches if one.form is StretchForm.REFUSED and one.start > 0)
        here.open_as("ben").take_in_words(ChosenWords(1, words.start, words.end))
        await here.notice()
        assert told(here) == "claim C-5 queued"
        await here.drive.press("u")
        assert "There is nothing to take back." in here.drive.notices()
        assert told(here) == "claim C-5 queued"

    at_the_desk(story)


def test_a_text_that_was_taken_in_again_is_said_to_be_another_one(at_the_desk: Run, tmp_path: Path) -> None:
    async def story(here: Room) -> None:
        path, url = tmp_path / "bridge.txt", "https://example.org/bridge"
        for words in ("The bridge was closed for 40 days in May.", "Who would not love the bridge now?"):
            path.write_text(words, encoding="utf-8")
            here.open_as("ben").add_article(ArticleEntry(str(path), url=url))
            await here.notice()
            if "days" in words:
                here.drive.review.claims.go_to(next(iter(here.desk.claim_numbers(ClaimFilter(article=2)))))
                await here.drive.press("r", "l")
                assert (screen(here).article, screen(here).pane.chosen is None) == (2, False)
        assert "A-2 was taken in again with another text" in here.drive.notices()
        assert screen(here).pane.chosen is None

    at_the_desk(story)


def test_the_words_of_a_claim_from_an_earlier_text_stay_there(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await refetch(here)
        await here.drive.press("j")
        while told(here) != "claim C-2 queued":
            await here.drive.press("j")
        await here.drive.press("l", "s")
        assert "C-2 was taken from an earlier text, and its words stay there." in here.drive.notices()
        assert len(here.desk.claim(2).appearances) == 2

    at_the_desk(story)


def test_two_presses_in_a_burst_take_the_words_in_once(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await open_first(here)
        before = len(here.desk.claim_numbers(ClaimFilter()))
        await here.drive.pilot.press("c", "c")
        await here.drive.settle()
        assert len(here.desk.claim_numbers(ClaimFilter())) == before + 1
        assert told(here) == "claim C-5 queued"

    at_the_desk(story)


def test_help_and_palette_know_the_screen(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("r", "question_mark")
        assert isinstance(here.drive.screen, HelpScreen)
        shown = here.drive.text()
        assert "Take the words chosen" in shown, "the keys of the screen come first"
        assert "Take the next claim" not in shown, "not those that mean something else here"
        await here.drive.press("escape")
        names = [one.title for one in here.drive.app.get_system_commands(here.drive.screen)]
        assert "Refetch" in names
        assert "Take next" not in names

    at_the_desk(story)


def test_a_key_of_ones_own_works_on_both_screens(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await open_first(here)
        await here.drive.press("y")
        await here.drive.press("z")
        assert told(here) == "refused: heading"
        assert "Took back the taking in of C-5." in here.drive.notices()

    at_the_desk(story, keys=(("take-in", "y"), ("undo", "z")))


def test_hostile_words_are_drawn_safely(open_as: OpenDesk, article: Path, tmp_path: Path) -> None:
    evil = tmp_path / "evil.txt"
    evil.write_text("Who would love \x1b]52;c;eA==\x07 the [/x] sea \u202e there?\n" * 3, encoding="utf-8")

    async def run() -> None:
        async with room(open_as, article, tmp_path, size=NARROW) as here:
            here.desk.add_article(ArticleEntry(str(evil), title="[/x] \x1b[31m"))
            await here.drive.press("r", "w", "k", "enter")
            text = here.drive.text()
            assert "[/x] sea" in text
            assert not {"\x1b", "\x07", "\u202e"} & set(text)

    asyncio.run(run())


def test_a_long_article_is_read_to_its_end(open_as: OpenDesk, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("\n".join(f"Why {number}?" for number in range(12_000)))

    async def run() -> None:
        desk = open_as()
        desk.add_article(ArticleEntry(str(path)))
        async with driving(lambda: open_as("ana"), tmp_path, size=NARROW) as drive:
            await drive.press("r")
            found = drive.screen
            assert isinstance(found, ArticleScreen)
            assert len(found.pane.stretches) >= 12_000
            await drive.press("G")
            assert "Why 11999?" in drive.text()
            assert found.pane.cursor == len(found.pane.stretches) - 1
            await drive.press("pageup", "pagedown", "pageup")
            assert found.pane.stretches[found.pane.cursor].start > len(path.read_text()) // 2

    asyncio.run(run())


def test_an_article_of_an_earlier_version_says_that_its_refusals_were_not_kept(
    settings: Settings, tmp_path: Path
) -> None:
    old = tmp_path / "old.sqlite3"
    desk = sqlite3.connect(old)
    desk.executescript((Path(__file__).parents[1] / "claims_db" / "desks" / "0003.sql").read_text("utf-8"))
    desk.close()

    async def run() -> None:
        place = replace(settings, database=str(old))
        async with driving(lambda: open_desk(place), tmp_path, size=NARROW) as drive:
            await drive.press("r")
            assert "What was refused was not kept for this article" in drive.text()
            assert "× refused: not kept" in drive.text()

    asyncio.run(run())
