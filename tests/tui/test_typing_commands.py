"""Keys that take more keys: counts, repeats, jumps; pages; and the commands of dialogs."""

import pytest
from textual.color import Color
from textual.command import CommandPalette
from textual.widgets import Input, Select, TextArea

from claims_db.vocabulary import ClaimState, DraftField, EvidenceForm, Priority, SkipReason, Stance
from tests.tui.driving import NARROW
from tests.tui.rooms import TYPING, Room, Run, Test, collecting
from workbench.desk.entries import ClaimEntry, EvidenceEntry
from workbench.tui.dialogs.lots import SkipLot
from workbench.tui.dialogs.skip import SkipDialog
from workbench.tui.dialogs.verdict import VerdictDialog
from workbench.tui.dialogs.wording import WordingDialog
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.jump import JumpScreen
from workbench.tui.screens.listing import ListingScreen
from workbench.tui.widgets.article_pane import ArticlePane
from workbench.tui.widgets.claim_panel import ClaimPanel

TESTS: dict[str, Test] = {}
command_test = collecting(TESTS)


async def many(here: Room, count: int = 60) -> None:
    """Add claims until there are more than a screen shows, and start at the first."""
    for number in range(count):
        here.desk.add_claim(ClaimEntry(f"The harbour has {number} cranes."))
    here.drive.review.reload()
    await here.drive.settle()
    await here.drive.press("g")


def row(here: Room) -> int:
    return here.drive.review.claims.cursor + 1


def label_at(here: Room, column: int, line: int) -> str:
    """Give the label that stands at a place of the screen."""
    shown = here.drive.screen
    assert isinstance(shown, JumpScreen)
    return next(name for name, target in shown._targets.items() if (target.column, target.row) == (column, line))


@command_test("count")
async def count(here: Room) -> None:
    await many(here)
    await here.drive.press("semicolon", "1", "2")
    assert "; 12" in here.drive.text().splitlines()[0]
    await here.drive.press("j")
    assert row(here) == 13
    assert "; 12" not in here.drive.text()
    await here.drive.press("semicolon", "2", "0", "G")
    assert row(here) == 20
    await here.drive.press("semicolon", "5", "down", "semicolon", "3", "k")
    assert row(here) == 22
    assert here.drive.screen is here.drive.review
    await here.drive.press("semicolon", "3", "escape", "j")
    assert row(here) == 23
    await here.drive.press("semicolon", "1", "2", "backspace", "j")
    assert row(here) == 24
    await here.drive.press("semicolon", "3", "s")
    assert "Skip takes no count; nothing was done." in here.drive.notices()
    assert here.drive.screen is here.drive.review


@command_test("repeat")
async def repeat(here: Room) -> None:
    await here.drive.press("full_stop")
    assert "Nothing was done yet that can be repeated." in here.drive.notices()
    await here.drive.press("g")
    first = here.current
    await here.drive.press("s", "t")
    second = here.current
    await here.drive.press("full_stop")
    for number in (first, second):
        skipped = here.desk.claim(number).skip
        assert skipped is not None
        assert skipped.reason is SkipReason.TRIVIAL
    assert here.current not in {first, second}


@command_test("jump")
async def jump(here: Room) -> None:
    await here.drive.press("g", "apostrophe")
    claims = here.drive.review.claims
    top = claims.content_region
    await here.drive.press(*label_at(here, top.x, top.y + 2))
    assert here.drive.screen is here.drive.review
    assert row(here) == 3
    await here.drive.press("apostrophe")
    pane = here.drive.review.query_one(ArticlePane).region
    await here.drive.press(*label_at(here, pane.x, pane.y))
    assert here.drive.review.query_one(ArticlePane).has_focus
    await here.drive.press("apostrophe", "escape")
    assert here.drive.screen is here.drive.review
    assert row(here) == 3


@command_test("page-down")
async def page_down(here: Room) -> None:
    await many(here)
    await here.drive.press("pagedown")
    assert row(here) == here.drive.review.claims.size.height
    await here.drive.press("g", "semicolon", "2", "pagedown")
    assert row(here) == 2 * here.drive.review.claims.size.height - 1


@command_test("page-up")
async def page_up(here: Room) -> None:
    await many(here)
    await here.drive.press("G", "pageup")
    numbers = here.drive.review.claims.numbers
    assert row(here) == len(numbers) - here.drive.review.claims.size.height + 1


@command_test("half-down")
async def half_down(here: Room) -> None:
    await many(here)
    await here.drive.press("ctrl+d")
    half = row(here)
    assert 2 < half < here.drive.review.claims.size.height
    await here.drive.press("tab", "tab", "ctrl+d")
    assert row(here) == half


@command_test("half-up")
async def half_up(here: Room) -> None:
    await many(here)
    await here.drive.press("ctrl+d", "ctrl+d", "ctrl+u", "ctrl+u")
    assert row(here) == 1


@command_test("palette")
async def palette(here: Room) -> None:
    await here.drive.pilot.press("ctrl+p")
    await here.drive.pilot.pause()
    assert isinstance(here.drive.app.screen, CommandPalette)


@command_test("submit")
async def submit(here: Room) -> None:
    await here.drive.press("c")
    await here.drive.type("The tower is 90 metres high.")
    await here.drive.press("ctrl+s")
    assert here.desk.claim(here.current).statement == "The tower is 90 metres high."


@command_test("edit-text")
async def edit_text(here: Room) -> None:
    await here.drive.press("E", "ctrl+e")
    assert isinstance(here.drive.screen, WordingDialog)
    assert "There is no editor" in here.drive.text() or "editor" in here.drive.text().lower()


@command_test("discard-draft")
async def discard_draft(here: Room) -> None:
    number = here.current
    await here.drive.press("1")
    await here.drive.type("Because")
    await here.drive.press("escape")
    assert [draft.field for draft in here.desk.claim(number).drafts] == [DraftField.VERDICT]
    await here.drive.press("v", "shift+home", "ctrl+x")
    rationale = here.drive.screen.query_one("#rationale", TextArea)
    assert (rationale.text, here.drive.app.clipboard) == ("", "Because"), "what is selected is cut, as in any editor"
    await here.drive.type("So")
    await here.drive.press("ctrl+x")
    assert "Ctrl+X again throws away what you typed; nothing brings it back." in here.drive.text()
    await here.drive.type("!")
    await here.drive.press("ctrl+x")
    assert here.drive.screen is not here.drive.review, "what was typed since is asked about anew"
    assert rationale.text == "So!"
    await here.drive.press("ctrl+x")
    assert here.drive.screen is here.drive.review
    assert here.desk.claim(number).drafts == ()


@command_test("close-dialog")
async def close_dialog(here: Room) -> None:
    for key in ("a", "v", "s", "E", "equals_sign", "m", "A", "p", "exclamation_mark", "o", "c", "w", "question_mark"):
        await here.drive.press(key)
        assert here.drive.screen is not here.drive.review, key
        await here.drive.press("escape")
        assert here.drive.screen is here.drive.review, key
        assert here.drive.review.claims.has_focus, key
    await here.drive.press("exclamation_mark", "enter", "down", "escape")
    choices = here.drive.screen.query_one("#priority", Select)
    assert (choices.expanded, choices.has_focus, choices.value) == (False, True, "normal")
    await here.drive.press("escape")
    assert here.drive.screen is here.drive.review


@pytest.mark.parametrize("name", sorted(TYPING))
def test_the_command_does_what_it_says(name: str, at_the_desk: Run) -> None:
    at_the_desk(TESTS[name])


def test_words_of_a_verdict_are_shown_before_they_are_repeated(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("g", "6")
        await here.drive.type("The minutes say otherwise")
        await here.drive.press("ctrl+s")
        number = here.current
        await here.drive.press("full_stop")
        assert isinstance(here.drive.screen, VerdictDialog)
        assert here.drive.screen.values() == {"rating": "false", "rationale": "The minutes say otherwise"}
        assert here.desk.claim(number).verdicts == ()
        await here.drive.press("escape")
        assert here.desk.claim(number).drafts == ()
        await here.drive.press("full_stop", "ctrl+s")
        assert here.desk.claim(number).verdicts[0].rationale == "The minutes say otherwise"

    at_the_desk(story)


def test_a_draft_is_shown_rather_than_what_was_answered_last(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("g", "j", "s", "tab")
        number = here.current
        await here.drive.type("mine")
        await here.drive.press("escape", "k", "s", "o")
        assert here.current == number
        await here.drive.press("full_stop")
        assert isinstance(here.drive.screen, SkipDialog)
        assert here.drive.screen.query_one(Input).value == "mine"
        assert here.desk.claim(number).skip is None

    at_the_desk(story)


def test_only_the_marks_that_were_changed_are_repeated(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        here.desk.mark(2, here.desk.claim(2).marks(), here.desk.claim(2).marks()._replace(demand=7))
        await here.notice()
        await here.drive.press("g", "exclamation_mark", "enter", "up", "enter", "ctrl+s")
        changed = here.desk.claim(here.current).marks().priority
        assert changed is not Priority.NORMAL
        here.drive.review.go_to(2)
        await here.drive.settle()
        await here.drive.press("full_stop")
        marks = here.desk.claim(2).marks()
        assert (marks.priority, marks.demand) == (changed, 7)

    at_the_desk(story)


def test_repeating_what_is_refused_says_why_and_leaves_the_keyboard_alive(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("g")
        first = here.current
        await here.drive.press("s", "o")
        here.drive.review.go_to(first)
        await here.drive.settle()
        await here.drive.press("full_stop")
        assert here.desk.claim(first).state is ClaimState.SKIPPED
        assert here.drive.screen is here.drive.review
        await here.drive.press("G", "s")
        assert isinstance(here.drive.screen, SkipDialog)

    at_the_desk(story)


def test_undo_takes_a_count(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("g", "s", "o", "full_stop")
        skipped = [number for number in range(1, 5) if here.desk.claim(number).state is ClaimState.SKIPPED]
        assert len(skipped) == 2
        await here.drive.press("semicolon", "9", "u")
        assert not any(here.desk.claim(number).state is ClaimState.SKIPPED for number in skipped)

    at_the_desk(story)


def test_digits_are_counts_in_an_article(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("g", "r", "g", "3", "j")
        shown = here.drive.screen
        assert isinstance(shown, ArticleScreen)
        assert shown.pane.cursor == 3
        await here.drive.press("5")
        assert "; 5" in here.drive.text()
        await here.drive.press("G")
        assert shown.pane.cursor == 4
        await here.drive.press("2", "escape")
        assert here.drive.screen is shown
        before = shown.pane.words
        await here.drive.press("2", "l")
        assert shown.pane.words.start > before.start
        chosen = shown.pane.words
        await here.drive.press("h", "h")
        assert shown.pane.words.start < chosen.start

    at_the_desk(story)


@pytest.mark.parametrize("size", [(120, 40), NARROW])
def test_a_jump_leads_to_evidence_and_that_is_offered_for_taking_off(at_the_desk: Run, size: tuple[int, int]) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("G")
        for words in ("一枚目の証拠です。" * 6, "Second", "Third"):
            here.desk.attach(here.current, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note=words))
        await here.notice()
        await here.drive.press("tab", "tab")
        panel = here.drive.review.query_one(ClaimPanel)
        while "E-2" not in here.drive.text():
            await here.drive.press("ctrl+d")
        lines = here.drive.text().splitlines()
        line = next(at for at, words in enumerate(lines) if "E-2" in words)
        await here.drive.press("apostrophe")
        await here.drive.press(*label_at(here, panel.content_region.x, line))
        assert panel.has_focus
        assert panel.chosen == 2
        await here.drive.press("d", "enter")
        assert [one.number for one in here.desk.claim(here.current).evidence] == [1, 3]

    at_the_desk(story, size=size)


def test_labels_stand_over_wide_characters_and_in_a_small_terminal(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        here.desk.add_claim(ClaimEntry("日本の漁船は百隻を超える 🛥️ و العدد يزداد."))
        await many(here, 40)
        before = here.drive.text().splitlines()
        await here.drive.press("apostrophe")
        shown = here.drive.screen
        assert isinstance(shown, JumpScreen)
        assert all(len(name) <= 2 for name in shown._targets)
        assert here.drive.text().splitlines()[-1].strip() == "Type a label to go there; any other key leaves."
        ground = Color.parse(here.drive.app.theme_variables["claim-ground"])
        assert shown.query(".label").first().styles.background != ground, (
            "a label on the claim under the cursor is seen"
        )
        after = here.drive.text().splitlines()
        assert len(after) == len(before)
        for name, target in shown._targets.items():
            assert name in after[target.row], name
        two = next((name for name in shown._targets if len(name) == 2), None)
        if two is not None:
            await here.drive.press(two[0])
            assert here.drive.screen is shown
            await here.drive.press(two[1])
        else:
            await here.drive.press("escape")
        assert here.drive.screen is here.drive.review

    at_the_desk(story, size=NARROW)


def test_a_jump_in_an_article_leads_to_a_stretch(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("g", "r", "g")
        shown = here.drive.screen
        assert isinstance(shown, ArticleScreen)
        await here.drive.press("apostrophe")
        labels = here.drive.screen
        assert isinstance(labels, JumpScreen)
        assert len(labels._targets) == len(shown.pane.stretches)
        await here.drive.press(*list(labels._targets)[4])
        assert here.drive.screen is shown
        assert shown.pane.cursor == 4

    at_the_desk(story)


@pytest.mark.parametrize("screen", ["f4", "f5", "f6"])
def test_lists_beside_the_queue_take_counts_and_pages(screen: str, at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        for number in range(1, 5):
            here.open_as("ben").take(number)
        await here.drive.press(screen)
        shown = here.drive.screen
        assert isinstance(shown, ListingScreen)
        await here.drive.press("2")
        assert here.drive.text().splitlines()[0].split()[:2] == [";", "2"]
        await here.drive.press("j")
        assert shown.lines.cursor == 2
        await here.drive.press("3", "G", "semicolon", "1", "up")
        assert shown.lines.cursor == 1
        await here.drive.press("g", "pagedown")
        assert shown.lines.cursor == min(shown.lines.count, shown.lines.size.height) - 1
        await here.drive.press("2", "escape")
        assert here.drive.screen is shown
        await here.drive.press("4", "question_mark")
        assert "Help takes no count; nothing was done." in here.drive.notices()

    at_the_desk(story)


@pytest.mark.parametrize("screen", ["f4", "f5", "f6"])
def test_a_jump_leads_to_lines_and_parts_of_every_list(screen: str, at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        for number in range(1, 5):
            here.open_as("ben").take(number)
        await here.drive.press(screen)
        shown = here.drive.screen
        assert isinstance(shown, ListingScreen)
        inside, other = shown.lines.content_region, shown.query_one(shown.PARTS[1])
        await here.drive.press("apostrophe")
        await here.drive.press(*label_at(here, other.region.x, other.region.y))
        assert other.has_focus
        await here.drive.press("apostrophe")
        await here.drive.press(*label_at(here, inside.x, inside.y + 2))
        assert here.drive.screen is shown
        assert shown.lines.has_focus
        assert shown.lines.cursor == 2

    at_the_desk(story)


def test_a_count_marks_so_many_claims(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await many(here)
        claims = here.drive.review.claims
        await here.drive.press("semicolon", "3", "space")
        assert claims.marked == set(claims.numbers[:3])
        assert row(here) == 4
        await here.drive.press("X", "G", "k", "semicolon", "9", "space")
        assert claims.marked == set(claims.numbers[-2:])

    at_the_desk(story)


def test_tags_are_repeated_on_one_claim_and_on_all_that_are_marked(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await many(here, 4)
        numbers = list(here.drive.review.claims.numbers)
        await here.drive.press("number_sign")
        await here.drive.type("harbour")
        await here.drive.press("ctrl+s", "j", "full_stop")
        assert [here.desk.claim(number).tags for number in numbers[:3]] == [("harbour",), ("harbour",), ()]
        await here.drive.press("G", "space", "k", "space", "g", "full_stop")
        assert here.drive.screen is here.drive.review
        assert [here.desk.claim(number).tags for number in numbers[-2:]] == [("harbour",), ("harbour",)]
        await here.drive.press("u")
        assert [here.desk.claim(number).tags for number in numbers[-2:]] == [(), ()]

    at_the_desk(story)


def test_what_was_done_to_one_claim_is_repeated_on_the_marked_ones_and_back(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await many(here, 4)
        numbers = list(here.drive.review.claims.numbers)
        for number in numbers:
            marks = here.desk.claim(number).marks()
            here.desk.mark(number, marks, marks._replace(demand=7, deadline=here.drive.review.now() + 10**12))
        await here.notice()
        await here.drive.press("exclamation_mark")
        here.drive.screen.query_one("#priority", Select).value = "urgent"
        here.drive.screen.query_one("#deadline", Input).value = ""
        await here.drive.press("ctrl+s", "j", "space", "space", "full_stop")
        for number in numbers[:3]:
            marks = here.desk.claim(number).marks()
            assert (marks.priority, marks.deadline, marks.demand) == (Priority.URGENT, None, 7)
        await here.drive.press("exclamation_mark")
        here.drive.screen.query_one("#demand", Input).value = "0"
        await here.drive.press("ctrl+s", "X", "G", "full_stop")
        marks = here.desk.claim(here.current).marks()
        assert (marks.demand, marks.priority) == (0, Priority.NORMAL)
        assert marks.deadline is not None

    at_the_desk(story)


def test_a_repeat_on_marked_claims_names_those_that_cannot_be_part_of_it_and_waits(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await here.drive.press("g", "s", "t", "g")
        free = [number for number in here.drive.review.claims.numbers if here.desk.claim(number).lease is None]
        one, other = [number for number in free if here.desk.claim(number).skip is None]
        here.drive.review.claims.mark([one, other])
        here.open_as("ben").take(other)
        await here.drive.press("full_stop")
        assert isinstance(here.drive.screen, SkipLot)
        assert f"C-{other} is held by ben" in here.drive.text()
        assert here.desk.claim(one).skip is None
        await here.drive.press("ctrl+s")
        assert here.drive.screen is here.drive.review
        skipped = here.desk.claim(one).skip
        assert skipped is not None
        assert skipped.reason is SkipReason.TRIVIAL
        assert here.desk.claim(other).skip is None

    at_the_desk(story)
