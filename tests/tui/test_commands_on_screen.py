"""Every command does what it says, on a real desk; what is seen is what the desk holds."""

import asyncio
import inspect
from pathlib import Path

import pytest

from claims_db.rows import ClaimFilter
from claims_db.vocabulary import ClaimState, EvidenceForm, SkipReason, Stance
from tests.conftest import OpenDesk
from tests.desk.test_wire_copies_at_a_desk import COPY, ORIGINAL
from tests.tui.driving import NARROW
from tests.tui.rooms import EDITING, MANY, MATCHING, SEEKING, TYPING, Room, Run, Test, collecting, room, type_address
from workbench.desk.entries import ArticleEntry, EvidenceEntry
from workbench.tui.commands.registry import COMMANDS, EVERY
from workbench.tui.dialogs.evidence import EvidenceDialog
from workbench.tui.dialogs.skip import SkipDialog
from workbench.tui.dialogs.verdict import VerdictDialog
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.help import HelpScreen
from workbench.tui.widgets.article_pane import ArticlePane
from workbench.tui.widgets.claim_panel import ClaimPanel

TESTS: dict[str, Test] = {}
command_test = collecting(TESTS)
_ELSEWHERE = EDITING | MANY | MATCHING | SEEKING | TYPING
OWN = [one.name for one in COMMANDS if one.group not in {"Team", "Decide", "Evidence"} and one.name not in _ELSEWHERE]
"""The commands that are tried here; those for work with others, and those that edit, have modules of their own."""


@command_test("take-next")
async def take_next(here: Room) -> None:
    await here.drive.press("t")
    lease = here.desk.claim(here.current).lease
    assert lease is not None
    assert lease.holder == "ana"
    assert "held by you" in here.drive.text()


@command_test("take-this")
async def take_this(here: Room) -> None:
    await here.drive.press("j", "enter")
    assert here.desk.claim(here.current).lease is not None


@command_test("hand-back")
async def hand_back(here: Room) -> None:
    await here.drive.press("t", "b")
    assert here.desk.queue().leased == 0
    assert here.desk.claim(here.current).lease is None


@command_test("attach")
async def attach(here: Room) -> None:
    await type_address(here.drive, "https://example.org/minutes")
    assert isinstance(here.drive.screen, EvidenceDialog)
    await here.drive.press("ctrl+s")
    (evidence,) = here.desk.claim(here.current).evidence
    assert (evidence.form, evidence.stance) == (EvidenceForm.LINK, Stance.CONTEXT)
    assert evidence.source is not None
    assert evidence.source.url == "https://example.org/minutes"
    assert "https://example.org/minutes" in here.drive.text()


@command_test("detach")
async def detach(here: Room) -> None:
    here.desk.attach(here.current, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note="Seen it."))
    here.drive.review.reload()
    await here.drive.settle()
    await here.drive.press("d", "enter")
    assert here.desk.claim(here.current).evidence == ()


@command_test("recheck")
async def recheck(here: Room) -> None:
    here.desk.attach(here.current, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note="Seen it."))
    await here.drive.press("I")
    assert "nothing was captured from an address" in here.drive.text()


@command_test("verdict")
async def verdict(here: Room) -> None:
    number = here.current
    await here.drive.press("v")
    assert isinstance(here.drive.screen, VerdictDialog)
    await here.drive.press("6")
    await here.drive.type("The minutes say otherwise")
    await here.drive.press("ctrl+s")
    sheet = here.desk.claim(number)
    assert sheet.state is ClaimState.RECORDED
    assert (sheet.verdicts[0].rating.slug, sheet.verdicts[0].rationale) == ("false", "The minutes say otherwise")
    assert here.current != number
    assert here.desk.claim(here.current).lease is not None


@command_test("skip")
async def skip(here: Room) -> None:
    number = here.current
    await here.drive.press("s")
    assert isinstance(here.drive.screen, SkipDialog)
    await here.drive.press("o")
    skipped = here.desk.claim(number).skip
    assert skipped is not None
    assert skipped.reason is SkipReason.OPINION


@command_test("undo")
async def undo(here: Room) -> None:
    number = here.current
    await here.drive.press("s", "t", "u")
    assert here.desk.claim(number).state is ClaimState.QUEUED


@command_test("redo")
async def redo(here: Room) -> None:
    number = here.current
    await here.drive.press("s", "t", "u", "ctrl+r")
    assert here.desk.claim(number).state is ClaimState.SKIPPED


@command_test("next-claim")
async def next_claim(here: Room) -> None:
    await here.drive.press("j")
    assert here.drive.review.claims.cursor == 1
    assert here.drive.review.sheet is not None
    assert here.drive.review.sheet.number == here.current


@command_test("previous-claim")
async def previous_claim(here: Room) -> None:
    await here.drive.press("j", "j", "k")
    assert here.drive.review.claims.cursor == 1


@command_test("first-claim")
async def first_claim(here: Room) -> None:
    await here.drive.press("j", "j", "g")
    assert here.drive.review.claims.cursor == 0


@command_test("last-claim")
async def last_claim(here: Room) -> None:
    await here.drive.press("G")
    assert here.drive.review.claims.cursor == len(here.drive.review.claims.numbers) - 1


@command_test("next-pane")
async def next_pane(here: Room) -> None:
    await here.drive.press("tab")
    assert here.drive.review.query_one(ArticlePane).has_focus


@command_test("previous-pane")
async def previous_pane(here: Room) -> None:
    await here.drive.press("shift+tab")
    assert here.drive.review.query_one(ClaimPanel).has_focus


@command_test("read-article")
async def read_article(here: Room) -> None:
    await here.drive.press("r")
    assert isinstance(here.drive.screen, ArticleScreen)
    assert "Harbour town raises ferry prices" in here.drive.text()
    await here.drive.press("escape")
    assert here.drive.screen is here.drive.review


@command_test("filter")
async def narrow(here: Room) -> None:
    await here.drive.press("f")
    await here.drive.type("kind:superlative")
    await here.drive.press("enter")
    assert len(here.drive.review.claims.numbers) == len(here.desk.claim_numbers(ClaimFilter(words=("first increase",))))
    assert here.drive.review.claims.has_focus


@command_test("back")
async def back(here: Room) -> None:
    await here.drive.press("f")
    await here.drive.type("bridge")
    assert "filter: bridge (1 shown)" in here.drive.text()
    await here.drive.press("escape", "escape")
    assert len(here.drive.review.claims.numbers) == len(here.desk.claim_numbers(ClaimFilter()))


@command_test("add-article")
async def add_article(here: Room) -> None:
    path = here.folder / "second.txt"
    path.write_text("The airline cut 900 jobs in March.")
    await here.drive.press("o")
    await here.drive.type(str(path))
    await here.drive.press("tab", "tab", "tab", "tab")
    await here.drive.type("Ann Lee")
    await here.drive.press("ctrl+s")
    assert next(iter(here.desk.articles())).title == "second.txt"
    assert here.desk.claim(max(here.desk.claim_numbers(ClaimFilter(article=2)))).claimer == "Ann Lee"
    assert "A-2 taken in with 1 claims." in here.drive.notices()
    assert "not in English" not in here.drive.notices()
    path.write_text("Die Zahl der Schulen ist im Mai um 40 Prozent gestiegen.", encoding="utf-8")
    await here.drive.press("o")
    await here.drive.type(str(path))
    await here.drive.press("ctrl+s")
    assert "The text is not in English" in here.drive.notices()


def test_a_wire_copy_can_be_kept_apart(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        texts = {name: here.folder / name for name in ("original.txt", "copy.txt")}
        texts["original.txt"].write_text("\n\n".join(["Prices rise", *ORIGINAL]))
        texts["copy.txt"].write_text("\n\n".join(["Dearer crossings", *COPY]))
        here.desk.add_article(ArticleEntry(str(texts["original.txt"])))
        await here.drive.press("o")
        await here.drive.type(str(texts["copy.txt"]))
        await here.drive.press("tab", "tab", "tab", "tab", "tab", "enter", "down", "enter", "ctrl+s")
        assert "taken in with 5 claims." in here.drive.notices()
        assert "This is a copy" not in here.drive.notices()

    at_the_desk(story)


@command_test("add-claim")
async def add_claim(here: Room) -> None:
    await here.drive.press("c")
    await here.drive.type("The tower is 90 metres high.")
    await here.drive.press("ctrl+s")
    assert here.desk.claim(here.current).statement == "The tower is 90 metres high."


@command_test("export")
async def export(here: Room) -> None:
    await here.drive.press("e")
    await here.drive.press("ctrl+s")
    assert len(list((here.folder / "exports").glob("*.md"))) == 2


@command_test("stop-work")
async def stop_work(here: Room) -> None:
    await here.drive.press("ctrl+g")
    assert "Nothing is under way." in here.drive.notices()


@command_test("tour")
async def tour(here: Room) -> None:
    here.drive.app.begin_tour(here.folder / "step")
    await here.drive.press("Z")
    assert "Tour 1" in here.drive.text()


@command_test("help")
async def show_help(here: Room) -> None:
    await here.drive.press("question_mark")
    assert isinstance(here.drive.screen, HelpScreen)
    assert "Take the next claim of the queue" in here.drive.text()
    await here.drive.press("escape")
    assert here.drive.screen is here.drive.review


@command_test("quit")
async def leave(here: Room) -> None:
    await here.drive.pilot.press("q")
    await here.drive.pilot.pause()
    assert here.drive.app.return_code == 0


@pytest.mark.parametrize("name", OWN)
def test_the_command_does_what_it_says(name: str, open_as: OpenDesk, article: Path, tmp_path: Path) -> None:
    async def run() -> None:
        async with room(open_as, article, tmp_path) as here:
            await TESTS[name](here)

    asyncio.run(run())


@pytest.mark.parametrize("command", EVERY, ids=lambda command: command.name)
def test_every_command_says_what_it_does(command: type) -> None:
    assert inspect.getdoc(command)
    assert command.title  # type: ignore[attr-defined]
    assert command.key  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("keys", "title"),
    [(("j", "s"), "Set C-{} aside"), (("j", "a"), "Evidence for C-{}"), (("j", "6"), "Verdict on C-{}")],
)
def test_a_quick_key_is_meant_for_the_claim_under_the_cursor(
    keys: tuple[str, str], title: str, open_as: OpenDesk, article: Path, tmp_path: Path
) -> None:
    async def run() -> None:
        async with room(open_as, article, tmp_path) as here:
            before = here.current
            await here.drive.pilot.press(*keys)
            await here.drive.settle()
            assert here.current != before
            assert title.format(here.current) in here.drive.text()

    asyncio.run(run())


def test_the_loop_works_in_a_small_terminal(open_as: OpenDesk, article: Path, tmp_path: Path) -> None:
    async def run() -> None:
        async with room(open_as, article, tmp_path, size=NARROW) as here:
            number = here.current
            await here.drive.press("t", "1")
            await here.drive.type("Because")
            assert "Submit" in here.drive.text()
            await here.drive.press("ctrl+s")
            assert here.desk.claim(number).state is ClaimState.RECORDED
            await here.drive.press("tab", "tab")
            assert "Said by" in here.drive.text()

    asyncio.run(run())


def test_under_a_filter_the_next_claim_is_one_that_it_lets_through(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        drive, claims = here.drive, here.drive.review.claims
        first, outside, second = claims.numbers[1], claims.numbers[0], claims.numbers[3]
        here.desk.tag([first, second], ["summer"], [])
        await drive.press("f")
        await drive.type("tag:summer")
        await drive.press("enter", "t")
        assert (here.current, holder(here, first), holder(here, outside)) == (first, "ana", "")
        await drive.press("6")
        await drive.type("Counted.")
        await drive.press("ctrl+s")
        assert (here.current, holder(here, second), holder(here, outside)) == (second, "ana", "")
        await drive.press("s", "o", "ctrl+s")
        assert "No claim that the filter lets through can be taken now." in drive.told[-1]
        assert holder(here, outside) == ""
        await drive.press("escape", "t")
        assert holder(here, here.current) == "ana"

    at_the_desk(story)


def holder(here: Room, number: int) -> str:
    lease = here.desk.claim(number).lease
    return lease.holder if lease is not None else ""
