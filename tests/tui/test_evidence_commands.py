"""Searches, requests for a reply and sources are written down from the keyboard."""

import asyncio
from pathlib import Path

import pytest
from textual.widgets import Select, TextArea

from claims_db.vocabulary import DraftField, EvidenceForm, SourceKind, Stance
from tests.conftest import OpenDesk
from tests.tui.rooms import Room, Test, collecting, room, type_address
from workbench.desk.entries import EvidenceEntry
from workbench.desk.ledger_entries import SourceEdit
from workbench.domain.left_words import draft_lines
from workbench.tui.commands.registry import COMMANDS
from workbench.tui.widgets.claim_panel import ClaimPanel
from workbench.tui.widgets.fields import ShortField

TESTS: dict[str, Test] = {}
command_test = collecting(TESTS)
OWN = [command.name for command in COMMANDS if command.group == "Evidence"]


@command_test("log-search")
async def log_search(here: Room) -> None:
    await here.drive.press("L")
    await here.drive.type("Companies register")
    await here.drive.press("ctrl+s")
    assert "The search log needs the words." in here.drive.text()
    await here.drive.press("tab")
    await here.drive.type("Holm Ferries")
    await here.drive.press("ctrl+s")
    (row,) = here.desk.claim(here.current).search_log
    assert (row.place, row.words, row.found) == ("Companies register", "Holm Ferries", "")
    assert "nothing was found" in await panel(here)
    assert "  search log entered  " in await panel(here)


@command_test("correction-requests")
async def correction_requests(here: Room) -> None:
    await here.drive.press("at")
    await here.drive.type("Example Times")
    here.drive.screen.query_one("#text", TextArea).text = "It sank once."
    await here.drive.press("ctrl+s")
    (row,) = here.desk.claim(here.current).correction_requests
    assert (row.asked, row.request, row.outcome) == ("Example Times", "It sank once.", None)
    assert "Asked to correct (1)" in await panel(here)
    await here.drive.press("at")
    here.drive.screen.query_one("#request", Select).value = "1"
    await here.drive.settle()
    assert not here.drive.screen.query_one("#asked").parent.display  # type: ignore[union-attr]
    here.drive.screen.query_one("#outcome", Select).value = "refused"
    here.drive.screen.query_one("#printed", Select).value = "yes"
    await here.drive.press("ctrl+s")
    assert "Refused on " in await panel(here)
    before = here.desk.claim(here.current).correction_requests
    assert before[0].printed
    # Whoever opens it again and changes nothing takes nothing away.
    await here.drive.press("at")
    here.drive.screen.query_one("#request", Select).value = "1"
    await here.drive.settle()
    await here.drive.press("ctrl+s")
    assert here.desk.claim(here.current).correction_requests == before


@command_test("replies")
async def replies(here: Room) -> None:
    await here.drive.press("Y")
    await here.drive.type("Inga Holm")
    await here.drive.press("tab")
    await here.drive.type("e-mail")
    await here.drive.press("tab")
    await here.drive.type("2d")
    here.drive.screen.query_one("#question", TextArea).text = "Did it sink?"
    await here.drive.press("ctrl+s")
    (row,) = here.desk.claim(here.current).replies
    assert (row.asked, row.channel, row.answer) == ("Inga Holm", "e-mail", "")
    assert row.deadline is not None
    assert "Did it sink?\n     Awaited until " in await panel(here)
    await here.drive.press("Y")
    here.drive.screen.query_one("#request", Select).value = "1"
    await here.drive.settle()
    assert not here.drive.screen.query_one("#asked").parent.display  # type: ignore[union-attr]
    here.drive.screen.query_one("#answer", TextArea).text = "Yes.\nBy far."
    await here.drive.press("escape", "Y")
    assert here.drive.screen.query_one("#request", Select).value == "1"
    assert here.drive.screen.query_one("#answer", TextArea).text == "Yes.\nBy far."
    await here.drive.press("ctrl+s")
    assert here.desk.claim(here.current).drafts == ()
    assert here.desk.claim(here.current).replies[0].answer == "Yes.\nBy far."
    assert "By far." in await panel(here)


@command_test("source")
async def source(here: Room) -> None:
    await here.drive.press("D")
    assert "No evidence of this claim rests on a source." in here.drive.notices()
    number = here.current
    for address in ("https://example.org/a", "https://example.org/b"):
        here.desk.attach(number, EvidenceEntry(EvidenceForm.LINK, Stance.SUPPORTS, url=address, title=address[-1]))
    await here.notice()
    await here.drive.press("D", "down", "enter")
    here.drive.screen.query_one("#kind", Select).value = "wire_copy"
    await here.drive.press("tab", "tab", "tab", "tab", "tab")
    await here.drive.type("Reuters")
    await here.drive.press("escape", "D", "enter")
    assert here.drive.screen.query_one("#origin", ShortField).value == ""
    here.drive.screen.query_one("#interest", ShortField).value = "Sells tickets."
    await here.drive.press("escape", "D", "down", "enter")
    assert here.drive.screen.query_one("#origin", ShortField).value == "Reuters"
    await here.drive.press("ctrl+s")
    (draft,) = here.desk.claim(number).drafts
    assert (draft.field, draft_lines(draft.body)) == (DraftField.SOURCE, ["E-1 interest: Sells tickets."])
    await here.drive.press("D", "enter", "ctrl+x", "ctrl+x")
    assert here.desk.claim(number).drafts == ()
    first, second = (one.source for one in here.desk.claim(number).evidence)
    assert first is not None
    assert second is not None
    assert (first.kind, second.kind, second.origin, second.title) == (None, SourceKind.WIRE_COPY, "Reuters", "b")
    here.desk.describe_source(1, SourceEdit(origin="Reuters"))
    await here.notice()
    assert "1 independent source, 2 named" in await panel(here)
    await here.drive.press("D", "enter")
    here.drive.screen.query_one("#retraction", TextArea).text = "Withdrawn by the outlet on 4 May."
    await here.drive.press("ctrl+s")
    assert "On the retracted source rest" in here.drive.text()
    assert f"C-{number}  queued, through E-1" in here.drive.text()
    await here.drive.press("escape")
    assert "✗ retracted: Withdrawn by the outlet on 4 May." in await panel(here)


@command_test("media")
async def media(here: Room) -> None:
    number = here.current
    await here.drive.press("plus")
    here.drive.screen.query_one("#kind", Select).value = "video"
    here.drive.screen.query_one("#links", TextArea).text = "https://post.example/1\nhttps://post.example/2"
    here.drive.screen.query_one("#categories", ShortField).value = "orig, edit"
    here.drive.screen.query_one("#edited", ShortField).value = "0:01:05-0:01:20"
    await here.drive.press("ctrl+s")
    assert "Nothing is original and edited or cropped at once" in here.drive.text()
    here.drive.screen.query_one("#categories", ShortField).value = "edit"
    await here.drive.press("escape", "plus")
    assert here.drive.screen.query_one("#categories", ShortField).value == "edit"
    await here.drive.press("ctrl+s")
    (row,) = here.desk.claim(number).media
    assert here.desk.claim(number).drafts == ()
    assert (row.medium.links[1], row.medium.edited) == ("https://post.example/2", ("00:01:05-00:01:20",))
    assert "video: edited or cropped\n     https://post.example/1" in await panel(here)
    await here.drive.press("plus", "down", "enter")
    assert here.drive.screen.query_one("#overlaid").parent.display is False  # type: ignore[union-attr]
    here.drive.screen.query_one("#context", TextArea).text = "A swimming lesson."
    ben = here.open_as("ben")
    ben.change_media(number, 1, row.medium._replace(no_original="None is known."), row.medium)
    await here.drive.press("ctrl+s")
    assert "Somebody else changed media 1" in here.drive.text()
    await here.drive.press("escape", "plus", "down", "enter")
    assert here.drive.screen.query_one("#context", TextArea).text == "A swimming lesson."
    await here.drive.press("ctrl+s")
    (row,) = here.desk.claim(number).media
    assert (row.medium.context, row.medium.no_original) == ("A swimming lesson.", "None is known.")
    await here.drive.press("plus", "down", "down", "enter")
    assert here.desk.claim(number).media == ()


async def confidential(here: Room) -> None:
    await type_address(here.drive, "https://example.org/memo")
    here.drive.screen.query_one("#who", Select).value = "desk"
    await here.drive.press("ctrl+s")
    (evidence,) = here.desk.claim(here.current).evidence
    assert evidence.source is not None
    assert evidence.source.confidential
    assert "confidential: exports name it" in await panel(here)


async def panel(here: Room) -> str:
    """Give what the panel of the claim says, also what is out of sight."""
    await here.drive.settle()
    lines = here.drive.review.query_one(ClaimPanel)._lines
    return "\n".join(str(getattr(one, "words", one)) for one in lines)


@pytest.mark.parametrize("story", [*(TESTS[name] for name in OWN), confidential], ids=[*OWN, "confidential"])
def test_the_command_does_what_it_says(story: Test, open_as: OpenDesk, article: Path, tmp_path: Path) -> None:
    async def run() -> None:
        async with room(open_as, article, tmp_path) as here:
            await story(here)

    asyncio.run(run())
