"""What is typed is kept, whatever happens; what is foreign is drawn safely."""

import asyncio
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from textual.widgets import TextArea

from claims_db.errors import DatabaseUnavailable
from claims_db.vocabulary import ClaimState, DraftField, EvidenceForm, Stance
from tests.conftest import OpenDesk, hostile
from tests.domain.test_printable_text import is_safe
from tests.tui.driving import NARROW, WIDE, driving
from tests.tui.rooms import Room, Run
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEntry, EvidenceEntry
from workbench.errors import BadInput, BadSetting
from workbench.tui.dialogs import drafted
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.dialogs.verdict import VerdictDialog
from workbench.tui.keymap import keymap
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.widgets.fields import LongField, ShortField


@pytest.fixture
def filled(desk: Desk) -> Desk:
    desk.add_claim(ClaimEntry("The bridge was closed for 40 days.", claimer="Inga Holm"))
    desk.add_claim(ClaimEntry("The ferry sank 3 times."))
    return desk


def test_a_rationale_is_offered_again_after_the_program_ended(filled: Desk, open_as: OpenDesk, tmp_path: Path) -> None:
    async def first() -> int:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            await drive.press("t", "6")
            await drive.type("half a sent")
            await drive.press("escape")
            number = drive.review.claims.current
            assert number is not None
            return number

    async def second(number: int) -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            assert f"Drafts are kept for C-{number}" in drive.notices()
            assert drive.review.claims.go_to(number) or True
            await drive.press("v")
            assert isinstance(drive.screen, VerdictDialog)
            assert drive.screen.query_one(TextArea).text == "half a sent"
            assert drive.screen.values()["rating"] == "false"
            await drive.press("ctrl+s")
            assert filled.claim(number).verdicts[0].rationale == "half a sent"
            assert filled.drafts() == ()

    asyncio.run(second(asyncio.run(first())))


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("key", ["v", "a", "s", "E"])
def test_a_dialog_that_is_opened_again_at_once_has_the_draft(key: str, open_as: OpenDesk, tmp_path: Path) -> None:
    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            await drive.press(key)
            field = drive.screen.query("ShortField, LongField").first()
            field.focus()
            await drive.type("half")
            held = drive.screen.values()  # type: ignore[attr-defined]
            await drive.press("escape", key)
            assert drive.screen.values() == held  # type: ignore[attr-defined]
            assert "half" in str(held)

    asyncio.run(run())


def test_a_draft_can_be_thrown_away(filled: Desk, open_as: OpenDesk, tmp_path: Path) -> None:
    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            await drive.press("v", "1")
            await drive.type("not this")
            await drive.press("escape")
            assert [draft.field for draft in filled.drafts()] == [DraftField.VERDICT]
            await drive.press("v", "ctrl+x", "ctrl+x")
            assert filled.drafts() == ()

    asyncio.run(run())


def test_a_failed_save_keeps_the_dialog_and_the_words(
    filled: Desk, open_as: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            await drive.press("t", "6")
            await drive.type("Because")

            def full(*_: object, **__: object) -> None:
                raise DatabaseUnavailable("The disk is full.", "Make room and do it again.")

            with monkeypatch.context() as patch:
                patch.setattr(Desk, "record", full)
                await drive.press("ctrl+s")
            assert isinstance(drive.screen, VerdictDialog)
            assert "The disk is full. Make room and do it again." in drive.text()
            assert drive.screen.query_one(TextArea).text == "Because"
            await drive.press("ctrl+s")
            assert filled.queue().done == 1

    asyncio.run(run())


def test_a_verdict_without_reasons_is_not_sent(filled: Desk, open_as: OpenDesk, tmp_path: Path) -> None:
    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            await drive.press("6", "ctrl+s")
            assert "needs a rationale" in drive.text()
            assert filled.queue().done == 0

    asyncio.run(run())


@pytest.mark.usefixtures("filled")
def test_what_somebody_else_writes_appears_by_itself(open_as: OpenDesk, tmp_path: Path) -> None:
    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            open_as("ben").add_claim(ClaimEntry("The tower is 90 metres high."))
            drive.review.poll()
            await drive.settle()
            assert "The tower is 90 metres high." in drive.text()

    asyncio.run(run())


def test_a_bug_is_reported_and_the_desk_stays_open(
    filled: Desk, open_as: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("[/x]\x1b[2J")

    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            with monkeypatch.context() as patch:
                patch.setattr(Desk, "take_next", broken)
                await drive.press("t")
            assert "This is a bug" in drive.text()
            assert is_safe(drive.text())
            await drive.press("enter")
            assert drive.screen is drive.review
            await drive.press("t")
            assert filled.queue().leased == 1
        assert "ZeroDivisionError" in next((tmp_path / "log").glob("bug-*.txt")).read_text()

    asyncio.run(run())


def test_leaving_from_a_dialog_keeps_what_was_typed(filled: Desk, open_as: OpenDesk, tmp_path: Path) -> None:
    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            await drive.press("6")
            await drive.pilot.press("x", "y", "ctrl+q")
            await drive.pilot.pause()
        assert ["xy" in draft.body for draft in filled.drafts()] == [True]

    asyncio.run(run())


@pytest.mark.parametrize(("key", "field"), [("c", "statement"), ("o", "location")])
def test_what_has_no_number_yet_is_kept_too(key: str, field: str, open_as: OpenDesk, tmp_path: Path) -> None:
    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            await drive.press(key)
            await drive.type("pier")
            await drive.press("escape", key)
            assert isinstance(drive.screen, FormDialog)
            assert drive.screen.values()[field] == "pier"
            await drive.press("ctrl+x", "ctrl+x", key)
            assert isinstance(drive.screen, FormDialog)
            assert drive.screen.values()[field] == ""

    asyncio.run(run())


def test_a_late_answer_to_a_closed_dialog_does_no_harm(
    open_as: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def late(*_: object, **__: object) -> None:
        gate.wait(30)
        raise BadInput("There is no such file.")

    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            monkeypatch.setattr(Desk, "add_article", late)
            await drive.press("o")
            await drive.type("page.html")
            await drive.pilot.press("ctrl+s", "escape")
            await drive.pilot.pause()
            gate.set()
            await drive.settle()
            assert drive.screen is drive.review
            assert "There is no such file." in drive.notices()

    asyncio.run(run())


@pytest.mark.usefixtures("filled")
def test_a_bug_in_an_answer_leaves_the_desk_open(
    open_as: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("in an answer")

    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            with monkeypatch.context() as patch:
                patch.setattr(ReviewScreen, "turned", broken)
                await drive.press("t")
            assert "This is a bug" in drive.text()
            await drive.press("enter")
            assert drive.screen is drive.review

    asyncio.run(run())


def test_a_slow_page_holds_up_nothing(
    filled: Desk, open_as: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def slow(*_: object, **__: object) -> None:
        gate.wait(30)
        raise BadInput("Too late.")

    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            monkeypatch.setattr(Desk, "add_article", slow)
            await drive.press("o")
            await drive.type("page.html")
            await drive.pilot.press("ctrl+s", "escape")
            try:
                await drive.pilot.press("t")
                for _ in range(500):
                    await drive.pilot.pause(0.01)
                    if filled.queue().leased:
                        break
                assert filled.queue().leased == 1
            finally:
                gate.set()
            await drive.settle()

    asyncio.run(run())


@pytest.mark.usefixtures("filled")
def test_what_is_typed_or_pasted_is_drawn_safely_and_kept_as_it_is(open_as: OpenDesk, tmp_path: Path) -> None:
    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            await drive.press("a")
            for text in HOSTILE:
                drive.screen.query_one("#title", ShortField).value = text
                drive.screen.query_one("#excerpt", LongField).text = text
                await drive.pilot.pause()
                assert is_safe(drive.text())
                assert drive.screen.query_one("#title", ShortField).value == text
            await drive.press("escape")

    asyncio.run(run())


def test_an_empty_desk_explains_itself(open_as: OpenDesk, tmp_path: Path) -> None:
    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            assert "This desk has no claims yet." in drive.text()
            await drive.press("v")
            assert drive.screen is drive.review
            await drive.press("t")
            assert "Nothing to take" in drive.notices()

    asyncio.run(run())


HOSTILE = [str(row.payload) for row in hostile("terminal", "markup")]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_foreign_text_is_obeyed(size: tuple[int, int], open_as: OpenDesk, tmp_path: Path) -> None:
    desk = open_as()
    path = tmp_path / "hostile.txt"
    path.write_text(
        "\n\n".join(f"Mayor Ana Reyes said {text} cost the town 40 ships." for text in HOSTILE).replace("\0", ""),
        encoding="utf-8",
        errors="replace",
    )
    desk.add_article(ArticleEntry(str(path), None, HOSTILE[0], "", "[/x]" + HOSTILE[1]))
    for text in HOSTILE:
        number = desk.add_claim(ClaimEntry(f"{text} [/x] is 40", claimer=text, via=(text,), locator=text)).claim
        desk.attach(
            number,
            EvidenceEntry(EvidenceForm.QUOTATION, Stance.SUPPORTS, excerpt=text, note=text, title=text, publisher=text),
        )
    desk.record(number, "false", HOSTILE[3] + "[/x]")

    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path, size=size) as drive:
            for _ in range(len(drive.review.claims.numbers)):
                assert is_safe(drive.text())
                await drive.press("j")
            for keys in (["a"], ["v"], ["s"], ["d"]):
                await drive.press(*keys)
                assert is_safe(drive.text())
                await drive.press("escape")

    asyncio.run(run())


def test_drawing_the_first_screen_imports_no_database_and_no_dialog() -> None:
    code = (
        "import sys, workbench.cli.terminal_desk, workbench.tui.app\n"
        "heavy = {'sqlmodel', 'sqlalchemy', 'alembic', 'requests', 'trafilatura', 'thefuzz', 'claims_db.tables', 'claims_db.engine',\n"
        "    'typer', 'claims_db.rows', 'workbench.tui.dialogs', 'workbench.tui.screens.review', 'workbench.tui.desk_worker'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_key_for_two_commands_is_refused_with_both_names() -> None:
    with pytest.raises(BadSetting) as refused:
        keymap([("take-next", "v")])
    assert "take-next" in refused.value.message
    assert "verdict" in refused.value.message
    with pytest.raises(BadSetting, match="a rating"):
        keymap([("skip", "3")])
    with pytest.raises(BadSetting) as refused:
        keymap([("take-nxt", "n")])
    assert "take-next" in refused.value.hint
    assert keymap([("take-next", "n")])["take-next"] == (("n",),)


def test_a_changed_key_is_the_one_that_works(filled: Desk, open_as: OpenDesk, tmp_path: Path) -> None:
    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path, keys=(("take-next", "n"),)) as drive:
            await drive.press("t")
            assert filled.queue().leased == 0
            await drive.press("n")
            assert filled.queue().leased == 1

    asyncio.run(run())


def test_a_second_reviewers_hold_is_seen_and_respected(filled: Desk, open_as: OpenDesk, tmp_path: Path) -> None:
    open_as("ben").take(1)

    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            drive.review.claims.go_to(1)
            await drive.settle()
            assert "held by ben" in drive.text()
            await drive.press("6")
            await drive.type("Because")
            await drive.press("ctrl+s")
            assert "held by ben" in drive.text()
            await drive.press("escape")
            assert isinstance(drive.screen, VerdictDialog)
            assert drive.screen.query_one(TextArea).text == "Because"
        assert filled.claim(1).state is ClaimState.QUEUED

    asyncio.run(run())


def test_a_draft_that_is_overdue_is_kept_after_a_moment(at_the_desk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafted, "_LONGEST", 0.0)

    async def story(here: Room) -> None:
        await here.drive.press("6")
        here.drive.screen.query_one(TextArea).text = "Half"
        await here.drive.pilot.pause()
        timer = here.drive.screen._timer  # type: ignore[attr-defined]
        # A timer of no seconds ends with an error when it comes late, and nothing would be kept.
        assert timer is None or timer._interval > 0
        await here.drive.press("escape")
        assert [draft.field for draft in here.desk.drafts()] == [DraftField.VERDICT]

    at_the_desk(story)
