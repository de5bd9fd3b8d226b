"""The screens of the team and of the journal: what they show is what the desk holds, and others' work appears."""

import asyncio
import re
from pathlib import Path

import pytest

from claims_db.rows import ClaimFilter, JournalFilter, SecondReviewRule
from claims_db.vocabulary import ClaimState, EvidenceForm, SkipReason, Stance
from tests.conftest import OpenDesk, hostile
from tests.tui.driving import NARROW
from tests.tui.rooms import Room, Run, Test, collecting, room
from workbench.desk.entries import ClaimEntry, EvidenceEntry
from workbench.tui.commands.registry import LIST_COMMANDS
from workbench.tui.screens.journal import JournalScreen
from workbench.tui.screens.team import TeamScreen
from workbench.tui.widgets.journal_sheet import JournalSheetPane

TESTS: dict[str, Test] = {}
command_test = collecting(TESTS)
OWN = [one.name for one in LIST_COMMANDS if one.group != "Settings"]


def journal(here: Room) -> JournalScreen:
    found = here.drive.screen
    assert isinstance(found, JournalScreen)
    return found


def team(here: Room) -> TeamScreen:
    found = here.drive.screen
    assert isinstance(found, TeamScreen)
    return found


@command_test("look-at-claim")
async def look_at_claim(here: Room) -> None:
    other = here.drive.review.claims.numbers[2]
    here.open_as("ben").take(other)
    await here.drive.press("f4")
    assert f"C-{other}" in here.drive.text()
    assert "30 min left" in here.drive.text()
    await here.drive.press("enter")
    assert here.drive.screen is here.drive.review
    assert here.current == other
    await here.drive.press("g", "f5")
    await here.drive.press("enter")
    assert here.drive.screen is here.drive.review
    assert here.current == other


@command_test("change-days")
async def change_days(here: Room) -> None:
    await here.drive.press("f4")
    assert "Claims in and out, last 14 days" in here.drive.text()
    await here.drive.press("d")
    assert "Claims in and out, last 30 days" in here.drive.text()
    assert team(here).report is not None
    await here.drive.press("d")
    assert "Claims in and out, last 14 days" in here.drive.text()


@command_test("next-figures")
async def next_figures(here: Room) -> None:
    await here.drive.press("f4")
    for title in ("Selection by claimer", "Selection by party", "Selection by outlet", "Selection by topic", "Impact"):
        await here.drive.press("b")
        assert title in here.drive.text()
    await here.drive.press("b")
    assert "Claims in and out, last 14 days" in here.drive.text()


@command_test("filter-journal")
async def filter_journal(here: Room) -> None:
    here.open_as("ben").skip(2, SkipReason.OPINION)
    await here.drive.press("f5")
    await here.drive.press("f")
    await here.drive.type("who:ben skipped")
    await here.drive.press("enter")
    rows = here.desk.journal_rows(journal(here).entries.sequences)
    assert {(row.who, row.action.value) for row in rows} == {("ben", "claim.skipped")}
    assert "filter: who:ben skipped" in here.drive.text()
    await here.drive.press("slash", "ctrl+u")
    await here.drive.type("whom:ben")
    assert "There is no field whom:. Did you mean who:?" in here.drive.text()
    await here.drive.press("escape", "escape")
    assert len(journal(here).entries.sequences) == len(here.desk.journal_numbers(JournalFilter()))


@command_test("same-claim")
async def same_claim(here: Room) -> None:
    here.desk.take(3)
    await here.drive.press("f5")
    await here.drive.press("c")
    sequences = here.desk.journal_numbers(JournalFilter(claims=(3,)))
    assert list(journal(here).entries.sequences) == list(sequences)
    assert "filter: C-3" in here.drive.text()


@command_test("same-person")
async def same_person(here: Room) -> None:
    here.open_as("ben").take(3)
    await here.drive.press("f5")
    await here.drive.press("w")
    rows = here.desk.journal_rows(journal(here).entries.sequences)
    assert {row.who for row in rows} == {"ben"}


@command_test("next-line")
async def next_line(here: Room) -> None:
    await here.drive.press("f5")
    await here.drive.press("j", "down")
    assert journal(here).entries.cursor == 2


@command_test("previous-line")
async def previous_line(here: Room) -> None:
    await here.drive.press("f5")
    await here.drive.press("j", "j", "k")
    assert journal(here).entries.cursor == 1


@command_test("first-line")
async def first_line(here: Room) -> None:
    await here.drive.press("f5")
    await here.drive.press("G", "g")
    assert journal(here).entries.cursor == 0


@command_test("last-line")
async def last_line(here: Room) -> None:
    await here.drive.press("f5")
    await here.drive.press("G")
    assert journal(here).entries.current == 1
    assert "reviewer joined" in here.drive.text() or "desk opened" in here.drive.text()


@command_test("next-part")
async def next_part(here: Room) -> None:
    await here.drive.press("f5")
    await here.drive.press("tab")
    assert journal(here).query_one(JournalSheetPane).has_focus
    await here.drive.press("tab")
    assert journal(here).entries.has_focus
    await here.drive.press("f4")
    await here.drive.press("tab", "G")
    assert "no second verdicts yet" in here.drive.text()


@command_test("leave-screen")
async def leave_screen(here: Room) -> None:
    await here.drive.press("j", "tab")
    before = (here.current, here.drive.review.focused, here.drive.text())
    await here.drive.press("f4")
    await here.drive.press("escape")
    assert (here.current, here.drive.review.focused, here.drive.text()) == before


@pytest.mark.parametrize("name", OWN)
def test_the_command_does_what_it_says(name: str, at_the_desk: Run) -> None:
    at_the_desk(TESTS[name])


def test_a_young_desk_is_told_in_words_not_in_noughts(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("f4")
        text = here.drive.text()
        assert "nobody holds a claim" in text
        assert "no verdicts in these days" in text
        assert "Age of the queue: 4 claims wait" in text
        await here.drive.press("enter")
        assert "Nobody holds a claim just now." in here.drive.notices()
        await here.drive.press("tab", "G")
        assert "no second verdicts yet" in here.drive.text()

    at_the_desk(story, size=(120, 50))


def test_figures_are_drawn_for_the_width_of_their_panel_whatever_changes_it(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("f4")
        panel = here.drive.screen.query_one("#figures")
        for width in (72, 60, 66):
            panel.styles.width = width
            await here.drive.settle()
            assert re.search(r"Mon 13 Nov +0 +0", here.drive.text()), width

    at_the_desk(story, size=(120, 50))


def test_what_others_do_appears_in_the_figures(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        here.desk.set_second_review_rule(SecondReviewRule(ratings=("false",)))
        await here.drive.press("f4")
        ben, cid = here.open_as("ben"), here.open_as("cid")
        ben.record(1, "false", "The log says so.")
        await here.notice()
        assert "1 first verdict waits for a blind second one" in here.drive.text()
        cid.record(1, "true", "The minutes say otherwise.")
        (held,) = here.desk.claim_numbers(ClaimFilter(holder="ben"))
        ben.skip(held, SkipReason.OPINION)
        await here.notice()
        await here.drive.press("tab", "G")
        lines = [
            line.replace("┃", "│").rsplit("││", 1)[-1].strip("│▂▃▄▅▆▇█ ").split()
            for line in here.drive.text().splitlines()
        ]
        by_name = {line[0]: line[2:5] for line in lines if len(line) > 4 and line[0] in {"ben", "cid"}}
        assert by_name == {"ben": ["1", "0", "1"], "cid": ["0", "1", "0"]}, here.drive.text()
        assert "0 of 1 pair agree" in here.drive.text()
        held_now = len(here.desk.claim_numbers(ClaimFilter(holder="ben"))) + len(
            here.desk.claim_numbers(ClaimFilter(holder="cid"))
        )
        assert f"Held now ({held_now}, 0 by you)" in here.drive.text()

    at_the_desk(story)


def test_an_entry_shows_before_and_after_side_by_side(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        here.desk.skip(2, SkipReason.OPINION)
        await here.drive.press("f5")
        await here.drive.press("f")
        await here.drive.type("skipped C-2")
        await here.drive.press("enter")
        rows = here.desk.journal_rows(journal(here).entries.sequences)
        for _ in range(next(at for at, row in enumerate(rows) if row.entity == "claim")):
            await here.drive.press("j")
        line = next(line for line in here.drive.text().splitlines() if "≠ state" in line)
        assert line.replace("┃", "│").replace("│", "").split()[:4] == ["≠", "state", "queued", "skipped"]

    at_the_desk(story, size=NARROW)


def test_the_cursor_stays_on_its_entry_while_others_write(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("f5")
        await here.drive.press("j", "j")
        before = journal(here).entries.current
        here.open_as("ben").take(2)
        await here.notice()
        assert journal(here).entries.current == before

    at_the_desk(story)


def test_a_first_verdict_is_kept_back_until_ones_own_is_given(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        here.desk.set_second_review_rule(SecondReviewRule(ratings=("false",)))
        here.open_as("ben").record(1, "false", "Secret words.")
        await here.drive.press("f5")
        await here.drive.press("f")
        await here.drive.type("verdict C-1")
        await here.drive.press("enter")
        rows = here.desk.journal_rows(journal(here).entries.sequences)
        for _ in range(next(at for at, row in enumerate(rows) if row.entity == "verdict")):
            await here.drive.press("j")
        assert "verdict: kept back until your own verdict is recorded" in here.drive.text()
        assert "Secret words." not in here.drive.text()
        assert here.desk.claim(1).state is ClaimState.SECOND_REVIEW
        here.desk.record(1, "false", "Mine.")
        await here.notice()
        assert "Secret words." in here.drive.text()

    at_the_desk(story)


def test_hostile_words_are_drawn_safely(open_as: OpenDesk, article: Path, tmp_path: Path) -> None:
    evil = [str(one.payload) for one in hostile("terminal", "markup")]

    async def run() -> None:
        async with room(open_as, article, tmp_path, size=NARROW) as here:
            ben = here.open_as("ben [/x] \x1b[31m")
            for words in evil[:12]:
                number = ben.add_claim(ClaimEntry(f"{words} is so.", claimer=words[:60])).claim
                ben.attach(number, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note=words))
                ben.take(number)
            await here.notice()
            for keys in (("f4",), ("tab", "G"), ("f5",), *(("j",) for _ in range(12)), ("f6",)):
                await here.drive.press(*keys)
                assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(here.drive.text())
            assert here.desk.claim_numbers(ClaimFilter())

    asyncio.run(run())
