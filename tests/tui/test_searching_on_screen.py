"""The search of the terminal desk: answers as one types, where they lead, and what is said where there are none."""

import shutil

import pytest

from claims_db.rows import SavedRow
from claims_db.vocabulary import EvidenceForm, SavedForm, Stance
from tests.tui.checked_before import CHECKED, PUBLISHED, asked
from tests.tui.driving import NARROW
from tests.tui.rooms import Room, Run, Test, collecting
from workbench.desk.entries import ClaimEntry, EvidenceEntry
from workbench.tui.commands.searching import SEARCH_COMMANDS
from workbench.tui.dialogs.prior import PriorDialog
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.help import HelpScreen
from workbench.tui.screens.search import SearchScreen
from workbench.tui.widgets.hit_list import HitList

TESTS: dict[str, Test] = {}
command_test = collecting(TESTS)


def hits(here: Room) -> list[str]:
    """Give what is shown, as kind and claim or article."""
    return [
        f"{hit.kind.value} {hit.claim or hit.article or hit.prior}"
        for hit in here.drive.screen.query_one(HitList).found
    ]


def looked_for(here: Room) -> list[str]:
    """Give the words on the screen that are bold and underlined in the list."""
    return [
        segment.text
        for strip in here.drive.screen._compositor.render_strips()
        for segment in strip
        if segment.style is not None and segment.style.underline and segment.style.bold
    ]


async def search(here: Room, words: str) -> None:
    await here.drive.press("slash")
    await here.drive.type(words)


@command_test("search")
async def searching(here: Room) -> None:
    here.desk.attach(1, EvidenceEntry(EvidenceForm.NOTE, Stance.REFUTES, note="A photo of the bridge."))
    await search(here, "brid")
    assert isinstance(here.drive.screen, SearchScreen)
    bridge = len(here.desk.claim_numbers(here.drive.review.wanted))
    assert sorted(hits(here)) == sorted(["evidence 1", f"claim {bridge}"])
    assert looked_for(here).count("bridge") >= 2
    await here.drive.type("ge closed")
    assert hits(here) == [f"claim {bridge}"]


@command_test("open-hit")
async def open_hit(here: Room) -> None:
    await here.drive.press("j")
    await search(here, "bridge closed")
    await here.drive.press("enter")
    assert here.drive.screen is here.drive.review
    assert here.desk.claim(here.current).statement == "The bridge was closed for 40 days."
    assert here.drive.review.sheet is not None
    assert here.drive.review.sheet.number == here.current


@command_test("leave-search")
async def leave_search(here: Room) -> None:
    await here.drive.press("f")
    await here.drive.type("state:open")
    await here.drive.press("enter", "j", "tab")
    before = (here.current, here.drive.review.words, here.drive.review.focused)
    await search(here, "bridge")
    await here.drive.press("escape")
    assert here.drive.screen is here.drive.review
    assert (here.current, here.drive.review.words, here.drive.review.focused) == before
    await here.drive.press("slash")
    assert hits(here)
    await here.drive.type("council")
    assert here.drive.screen.words == "council"  # type: ignore[attr-defined]


async def _many(here: Room) -> HitList:
    for number in range(40):
        here.desk.add_claim(ClaimEntry(f"Ship {number} sank."))
    await search(here, "ship sank")
    return here.drive.screen.query_one(HitList)


@command_test("next-hit")
async def next_hit(here: Room) -> None:
    shown = await _many(here)
    await here.drive.press("down", "down")
    assert shown.cursor == 2
    assert "3/40" in here.drive.text()


@command_test("previous-hit")
async def previous_hit(here: Room) -> None:
    shown = await _many(here)
    await here.drive.press("down", "down", "up")
    assert shown.cursor == 1
    await here.drive.press("up", "up")
    assert shown.cursor == 0


@command_test("next-hits")
async def next_hits(here: Room) -> None:
    shown = await _many(here)
    await here.drive.press("pagedown")
    assert shown.cursor == shown.size.height - 1
    await here.drive.press(*["pagedown"] * 5)
    assert shown.cursor == 39
    assert "› claim" in here.drive.text()


@command_test("previous-hits")
async def previous_hits(here: Room) -> None:
    shown = await _many(here)
    await here.drive.press("pagedown", "pageup")
    assert shown.cursor == 0


@command_test("keep-search")
async def keep_search(here: Room) -> None:
    await search(here, "bridge closed")
    await here.drive.press("ctrl+s")
    await here.drive.type("Bridges")
    await here.drive.press("enter")
    assert here.desk.saved() == (SavedRow("Bridges", SavedForm.SEARCH, "bridge closed"),)
    assert isinstance(here.drive.screen, SearchScreen)
    await here.drive.press("escape", "F")
    assert "Bridges" in here.drive.text()
    await here.drive.press("enter")
    assert isinstance(here.drive.screen, SearchScreen)
    assert here.drive.screen.words == "bridge closed"
    assert len(hits(here)) == 1


@command_test("search-help")
async def search_help(here: Room) -> None:
    await search(here, "bridge")
    await here.drive.press("f1")
    assert isinstance(here.drive.screen, HelpScreen)
    assert "words that begin so" in here.drive.text()
    await here.drive.press("escape")
    assert hits(here)


@command_test("saved-searches")
async def saved_searches(here: Room) -> None:
    everything = len(here.drive.review.claims.numbers)
    await here.drive.press("f")
    await here.drive.type("bridge")
    await here.drive.press("enter", "F", "n")
    await here.drive.type("my bridges")
    await here.drive.press("enter")
    assert here.desk.saved() == (SavedRow("my bridges", SavedForm.FILTER, "bridge"),)
    assert here.open_as("ben").saved() == ()
    await here.drive.press("escape", "escape")
    assert len(here.drive.review.claims.numbers) == everything
    await here.drive.press("F", "enter")
    assert (here.drive.review.words, len(here.drive.review.claims.numbers)) == ("bridge", 1)
    await here.drive.press("F", "d")
    assert here.desk.saved() == ()
    assert "You keep nothing yet" in here.drive.text()
    await here.drive.press("u")
    assert [row.name for row in here.desk.saved()] == ["my bridges"]
    assert "my bridges" in here.drive.text()
    await here.drive.press("d", "escape", "u")
    assert [row.name for row in here.desk.saved()] == ["my bridges"]


@pytest.mark.parametrize("name", sorted(TESTS))
def test_commands_of_a_search(at_the_desk: Run, name: str) -> None:
    at_the_desk(TESTS[name])


def test_every_command_of_a_search_is_tried() -> None:
    assert {one.name for one in SEARCH_COMMANDS} <= set(TESTS)


def test_an_article_is_opened_at_the_place_and_left_for_the_search(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await search(here, '"request for comment"')
        assert hits(here)[-1] == "article 1"
        await here.drive.press(*["down"] * (len(hits(here)) - 1), "enter")
        assert isinstance(here.drive.screen, ArticleScreen)
        stretch = here.drive.screen.pane.current
        assert stretch is not None
        assert "comment" in here.desk.article(1).text[stretch.start : stretch.end]
        await here.drive.press("escape")
        assert isinstance(here.drive.screen, SearchScreen)
        assert hits(here)[-1] == "article 1"

    at_the_desk(story)


def test_a_prior_check_is_read_and_left_for_the_search(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await asked(here)
        await search(here, "aurora sank 400")
        assert hits(here) == ["prior check 1"]
        assert "P-1" in here.drive.text()
        await here.drive.press("enter")
        assert isinstance(here.drive.screen, PriorDialog)
        for words in (CHECKED, "Inga Holm", "False, 1 (1–5)", "Harbour Facts", "2020-02-03", PUBLISHED["url"]):
            assert words in here.drive.text()
        await here.drive.press("escape")
        assert isinstance(here.drive.screen, SearchScreen)
        await here.drive.press("enter", "escape", "escape")
        assert here.drive.screen is here.drive.review

    at_the_desk(story)


def test_half_a_field_leaves_what_was_found_and_says_what_is_missing(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await search(here, "bridge")
        await here.drive.type(" state:")
        assert len(hits(here)) == 1
        await here.drive.type("skip")
        assert len(hits(here)) == 1
        assert "'skip' is no state. Did you mean skipped?" in " ".join(here.drive.text().split())
        await here.drive.type("ped")
        assert hits(here) == []
        assert "Nothing is found" in here.drive.text()

    at_the_desk(story, size=NARROW)


def test_where_no_index_can_be_kept_the_list_is_filtered_instead(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        shutil.rmtree(here.folder / "cache")
        (here.folder / "cache").write_text("no folder")
        await search(here, "bridge")
        assert "can't be written" in here.drive.text()
        assert "Enter filters the list of claims" in here.drive.text()
        await here.drive.press("enter")
        assert here.drive.review.words == "bridge"
        assert [row.statement for row in here.desk.claim_rows(here.drive.review.claims.numbers)] == [
            "The bridge was closed for 40 days."
        ]

    at_the_desk(story)


def test_what_others_write_is_found_and_hostile_words_are_drawn_safely(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await search(here, "zeppelin")
        assert hits(here) == []
        here.open_as("ben").add_claim(ClaimEntry("A zeppelin\x1b]52;c;x\x07 [/b] flew \u202eover\u202c the harbour."))
        await here.drive.press("backspace")
        assert len(hits(here)) == 1
        assert "\x1b" not in here.drive.text()
        assert "\u202e" not in here.drive.text()
        await here.drive.type('" ^~*')
        assert isinstance(here.drive.screen, SearchScreen)

    at_the_desk(story, size=NARROW)
