"""Neither this machine nor the database can keep what is typed: the words stay where they are."""

import asyncio
import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.widgets import TextArea

from claims_db.errors import DatabaseUnavailable
from claims_db.unit_of_work import UnitOfWork
from tests.conftest import OpenDesk
from tests.tui.driving import Drive, driving
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.desk.local_drafts import LocalDrafts
from workbench.tui.app import unkept_words
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.dialogs.verdict import VerdictDialog


@pytest.fixture
def filled(desk: Desk) -> Desk:
    desk.add_claim(ClaimEntry("The ferry sank 3 times."))
    return desk


@contextmanager
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let nothing be written, neither drafts of this machine nor the database."""

    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def full(*_: object) -> None:
        raise DatabaseUnavailable("The disk is full.", "Make room and do it again.")

    with monkeypatch.context() as patch:
        patch.setattr(LocalDrafts, "save", no_room)
        patch.setattr(UnitOfWork, "__enter__", full)
        yield


def words(drive: Drive) -> str:
    assert isinstance(drive.screen, FormDialog)
    return drive.screen.query_one(TextArea).text


@pytest.mark.parametrize("rest", [True, False], ids=["after a pause", "at once"])
def test_closing_keeps_the_dialog_until_the_words_are_kept(
    filled: Desk, open_as: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rest: bool
) -> None:
    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            await drive.press("6")
            with full_disk(monkeypatch):
                await drive.type("Because")
                if rest:
                    assert isinstance(drive.screen, FormDialog)
                    drive.screen.save_draft()
                    await drive.settle()
                await drive.press("ctrl+s")
                assert words(drive) == "Because"
                for _ in range(3):
                    await drive.press("escape")
                    assert words(drive) == "Because"
                    assert "can't be kept" in drive.text()
            await drive.press("escape")
            assert drive.screen is drive.review
            assert ["Because" in draft.body for draft in filled.drafts()] == [True]

    asyncio.run(run())


def test_a_verdict_that_fails_while_its_dialog_closes_loses_no_word(
    filled: Desk, open_as: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            await drive.press("6")
            await drive.type("Because")
            with full_disk(monkeypatch):
                await drive.pilot.press("ctrl+s", "escape")
                await drive.settle()
                assert words(drive) == "Because"
            await drive.press("ctrl+s")
            assert drive.screen is drive.review
            assert filled.claim(1).verdicts[0].rationale == "Because"
            assert filled.drafts() == ()

    asyncio.run(run())


def test_closing_while_a_verdict_is_stored_leaves_no_draft_behind(
    filled: Desk, open_as: OpenDesk, tmp_path: Path
) -> None:
    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            await drive.press("6")
            await drive.type("Because")
            await drive.pilot.press("ctrl+s", "escape")
            await drive.settle()
            assert drive.screen is drive.review
            assert filled.claim(1).verdicts[0].rationale == "Because"
            assert filled.drafts() == ()

    asyncio.run(run())


@pytest.mark.usefixtures("filled")
def test_leaving_waits_until_the_words_are_kept(
    open_as: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            await drive.press("6")
            with full_disk(monkeypatch):
                await drive.type("Because")
                await drive.press("ctrl+q")
                assert words(drive) == "Because"
                assert "can't be kept" in drive.text()
                assert drive.app._exit is False
                await drive.press("ctrl+x", "ctrl+x")
                assert drive.screen is drive.review
                await drive.press("ctrl+q")
                assert drive.app._exit is True

    asyncio.run(run())


@pytest.mark.usefixtures("filled")
def test_words_that_can_not_be_kept_when_the_system_ends_the_desk_are_printed(
    open_as: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> str:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            await drive.press("6")
            await drive.type("Because")
            drive.screen.query_one(TextArea).text += "\x1b]52;c;x\x07"
            patch = full_disk(monkeypatch)
            patch.__enter__()
            drive.app.exit()
            await drive.pilot.pause()
        patch.__exit__(None, None, None)
        return unkept_words(drive.app.unkept)

    said = asyncio.run(run())
    assert "Because" in said
    assert "\x1b" not in said


def test_a_bug_while_saving_keeps_the_dialog_usable(
    filled: Desk, open_as: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    async def run() -> None:
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            await drive.press("6")
            await drive.type("Because")
            with monkeypatch.context() as patch:
                patch.setattr(Desk, "record", broken)
                await drive.press("ctrl+s")
            assert "This is a bug" in drive.text()
            await drive.press("enter")
            assert isinstance(drive.screen, VerdictDialog)
            await drive.press("ctrl+s")
            assert filled.claim(1).verdicts[0].rationale == "Because"

    asyncio.run(run())


def test_a_draft_that_can_not_be_removed_does_not_make_a_stored_verdict_a_failure(
    filled: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fixed(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "unlink", fixed)
    assert filled.record(1, "false", "Because.").claim == 1
    assert filled.claim(1).verdicts[0].rationale == "Because."
