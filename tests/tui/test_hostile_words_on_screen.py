"""Hostile words in every field that can hold foreign text: nothing of them reaches the terminal as a control."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from claims_db.errors import StoreError
from claims_db.vocabulary import DraftField, EvidenceForm, Role, SkipReason, Stance
from tests.conftest import Hostile, OpenDesk, hostile
from tests.tui.driving import Drive, driving
from tests.tui.tape import Tape, foreign_controls, taping
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEdit, ClaimEntry, EvidenceEntry, PersonEntry, QueueEntry
from workbench.errors import BadInput, ExitCode, Failure, WorkbenchError
from workbench.tui.dialogs.choose import ChooseDialog, ConfirmDialog, MessageDialog
from workbench.tui.dialogs.overtaken import OvertakenDialog

INPUTS = [one for one in hostile("terminal", "markup") if isinstance(one.payload, str)]
GROUPS = [" ".join(str(one.payload)[:40] for one in INPUTS[at::8]) for at in range(8)]
"""All of them, a few in each: what shows one of them by itself is tried with each, the dialogs with these."""

KEYS = ("v", "a", "m", "E", "s", "A", "equals_sign", "d", "r")
"""They open what shows a claim: verdict, evidence, discussion, wording, skip, assign, duplicate, detach, article."""


def article_with(desk: Desk, words: str, folder: Path) -> list[int]:
    """Take in an article with the words in its text, title and outlet; give the numbers of its claims."""
    path = folder / "article.txt"
    for inside in (words, "the"):
        text = f"{inside}\n\nMayor Inga Holm said on Monday that {inside} ferry prices rose by 12% in March."
        path.write_text(text, encoding="utf-8", errors="replace")
        with suppress(BadInput):
            found = desk.add_article(ArticleEntry(str(path), outlet=words, title=words))
            return [claim.number for claim in desk.article(found.article.number).claims]
    return []


def fill(desk: Desk, words: str, folder: Path) -> int:
    """Put the words wherever the desk takes them; what it refuses it refuses as an answer."""
    claims = article_with(desk, words, folder)
    number = desk.add_claim(
        ClaimEntry(f"{words} rose by 12%.", words, (words, words), locator=words, exact=words)
    ).claim
    entry = EvidenceEntry(
        EvidenceForm.LINK,
        Stance.REFUTES,
        *(words, words, words, f"https://example.org/{words}", words, words, words),
    )
    steps: list[Callable[[], object]] = [
        *(lambda at=at: desk.edit(at, ClaimEdit(words, words, (words,))) for at in claims),
        lambda: desk.attach(number, entry),
        lambda: desk.attach(number, replace(entry, form=EvidenceForm.NOTE, url="", title="")),
        lambda: desk.comment(number, f"{words} @ana {words}"),
        lambda: desk.assign([number], "ana", words),
        lambda: desk.open_queue(QueueEntry(words)),
        lambda: desk.add_person(PersonEntry(words, Role.REVIEWER)),
        *(
            lambda field=field: desk.save_draft(number, field, words)
            for field in (DraftField.VERDICT, DraftField.EVIDENCE, DraftField.COMMENT)
        ),
        *(lambda at=at: desk.skip(at, SkipReason.OTHER, words) for at in claims[:1]),
        *(lambda at=at: desk.record(at, "false", words) for at in claims[1:]),
    ]
    for step in steps:
        with suppress(WorkbenchError, StoreError):
            step()
    return number


async def show_everything(drive: Drive, number: int, words: str, check: Callable[[str], None]) -> None:
    """Go through all screens and dialogs that show a claim, and through those that show messages."""
    drive.review.go_to(number)
    await drive.settle()
    check("the main screen")
    for key in KEYS:
        await drive.press(key)
        check(f"what {key} opens")
        await drive.press("escape")
    failure = Failure(words, words, ExitCode.FAILED, (f"- {words}", f"+ {words}"))
    for screen in (
        MessageDialog(words, words),
        ConfirmDialog(words, words, words, words),
        ChooseDialog(words, [words, words]),
        OvertakenDialog(failure, words),
    ):
        drive.app.push_screen(screen)
        await drive.settle()
        check(type(screen).__name__)
        screen.dismiss(None)
        await drive.settle()
    drive.app.show_failure(failure)
    drive.review.tell_user(words, words)
    drive.review.narrow(words)
    await drive.settle()
    check("messages and a filter")
    drive.review.narrow("")
    drive.app.clear_notifications()
    await drive.settle()


def checking(tape: Tape, words: str) -> Callable[[str], None]:
    def check(where: str) -> None:
        written = tape.read()
        assert not foreign_controls(written), (words, where)
        written.encode()

    return check


def test_nothing_of_theirs_reaches_the_terminal(
    open_as: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def tell(tape: Tape) -> None:
        desk = open_as()
        singles = [str(one.payload) for one in INPUTS]
        shown = {fill(desk, words, tmp_path): words for words in (*singles, *GROUPS)}
        assert len(shown) == len(singles) + len(GROUPS)
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            for number, words in shown.items():
                drive.review.go_to(number)
                drive.review.tell_user(words, words)
                await drive.settle()
                assert drive.review.sheet is not None
                assert drive.review.sheet.number == number
                checking(tape, words)("the main screen")
                drive.app.clear_notifications()
                if words in GROUPS:
                    await show_everything(drive, number, words, checking(tape, words))
            for key in ("w", "i", "g", "G", "r"):
                await drive.press(key)
                assert not foreign_controls(tape.read()), key
                await drive.press("w") if key == "r" else None
                await drive.press("escape")
            assert not foreign_controls(tape.read())
            assert drive.app.return_code is None

    with taping(monkeypatch) as tape:
        asyncio.run(tell(tape))


@pytest.mark.parametrize("one", [one for one in INPUTS if one.database_kind == "markup"], ids=lambda one: one.id)
def test_markup_is_shown_as_it_was_written(open_as: OpenDesk, tmp_path: Path, one: Hostile) -> None:
    words = str(one.payload)[:20]

    async def tell() -> None:
        number = open_as().add_claim(ClaimEntry(f"{words} rose.", words)).claim
        async with driving(lambda: open_as("ana"), tmp_path) as drive:
            assert drive.text().count(f"{words} rose.") == 3, "list, panel and article pane"
            assert f"Said by  {words}" in drive.text()
            drive.review.tell_user(words, words)
            drive.app.push_screen(MessageDialog(words, words))
            await drive.settle()
            assert words in drive.text()
            assert number == drive.review.claims.current

    asyncio.run(tell())
