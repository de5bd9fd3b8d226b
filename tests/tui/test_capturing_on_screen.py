"""A page is captured beside the review: its quote check stands in the claim's panel, a failure above the keys."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Select

from claims_db.rows import ClaimFilter
from claims_db.vocabulary import EvidenceForm, QuoteVerdict
from tests.sources.answering import response, server
from tests.tui.driving import Drive
from tests.tui.rooms import Room, Run, panel
from workbench.domain.references import article_reference
from workbench.settings import Settings
from workbench.tui.dialogs.evidence import EvidenceDialog
from workbench.tui.widgets.fields import LongField, ShortField

PAGE = response(
    b"<html><head><title>Minutes of March</title></head><body><article><p>The council met on Monday.</p>"
    b"<p>The bridge was closed for 14 days, the mayor said after the meeting.</p></article></body></html>",
    "Content-Type: text/html",
)
STORY = response(
    b"<html><head><title>Minutes of March</title></head><body><article><h1>Minutes of March</h1>"
    b"<p>The council met on Monday and spoke for three hours about the bridge and about the road that leads to it.</p>"
    b"<p>The bridge was closed for 14 days, and 300 people had to take another way to their work, the council said.</p>"
    b"</article></body></html>",
    "Content-Type: text/html",
)
WAIT = 20


class Site:
    """A server of one page that answers when it may."""

    def __init__(self) -> None:
        self.may_answer = threading.Event()
        self.may_answer.set()
        self.answer = PAGE
        self.origin = ""

    def talk(self, connection: socket.socket) -> None:
        assert self.may_answer.wait(WAIT)
        connection.sendall(self.answer)


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    with server(found.talk) as found.origin:
        yield found
        found.may_answer.set()


@pytest.fixture
def settings(settings: Settings, site: Site) -> Settings:
    """Allow the server."""
    return replace(settings, local_services=site.origin)


async def fill(drive: Drive, address: str, excerpt: str = "", **fields: str) -> EvidenceDialog:
    """Open the dialog for evidence and fill it in."""
    await drive.press("a")
    dialog = drive.screen
    assert isinstance(dialog, EvidenceDialog)
    dialog.query_one("#url", ShortField).value = address
    dialog.query_one("#excerpt", LongField).text = excerpt
    for name, value in fields.items():
        dialog.query_one(f"#{name}", ShortField).value = value
    await drive.settle()
    return dialog


@pytest.mark.parametrize(
    ("excerpt", "verdict", "shown"),
    [
        ("closed for 14 days", QuoteVerdict.EXACT, "✓ in the source, word for word"),
        ("bridge was closed for 40 days, the mayor said", QuoteVerdict.ALTERED, "✗ NOT AS QUOTED"),
        ("nobody was hurt in the storm", QuoteVerdict.NOT_FOUND, "✗ NOT IN THE SOURCE"),
    ],
)
def test_a_page_is_captured_and_its_quote_check_is_shown(
    at_the_desk: Run, site: Site, excerpt: str, verdict: QuoteVerdict, shown: str
) -> None:
    async def story(here: Room) -> None:
        number = here.current
        await fill(here.drive, f"{site.origin}/minutes", excerpt)
        await here.drive.press("ctrl+s")
        assert here.drive.screen is here.drive.review
        (evidence,) = here.desk.claim(number).evidence
        assert evidence.form is EvidenceForm.LINK
        assert evidence.source is not None
        assert (evidence.source.title, bool(evidence.source.sha256)) == ("Minutes of March", True)
        assert evidence.check is not None
        assert evidence.check.verdict is verdict
        assert here.desk.claim(number).drafts == ()
        assert shown in here.drive.text()
        told = "\n".join(here.drive.told)
        assert f"C-{number} has E-1 now." in told
        assert ("is marked so" in told) is not verdict.stands

    at_the_desk(story)


def test_the_review_goes_on_while_a_page_is_captured(at_the_desk: Run, site: Site) -> None:
    async def story(here: Room) -> None:
        drive, number = here.drive, here.current
        site.may_answer.clear()
        dialog = await fill(drive, site.origin, "closed for 14 days")
        await begin(drive, dialog)
        assert f"Capturing for C-{number}" in drive.text()
        await until(drive, lambda: drive.app.worker._under_way == 1)
        await drive.pilot.press("j")
        await until(drive, lambda: here.current != number)
        other = here.current
        site.may_answer.set()
        await drive.settle()
        assert here.current == other
        assert len(here.desk.claim(number).evidence) == 1
        assert not drive.app.worker.works.under_way

    at_the_desk(story)


@pytest.mark.parametrize("came", [True, False])
def test_more_evidence_is_typed_while_some_is_captured(at_the_desk: Run, site: Site, *, came: bool) -> None:
    async def story(here: Room) -> None:
        drive, number = here.drive, here.current
        site.may_answer.clear()
        site.answer = PAGE if came else response(b"no", status="403 Forbidden")
        await begin(drive, await fill(drive, site.origin, "closed for 14 days"))
        await until(drive, lambda: drive.app.worker._under_way == 1)
        await drive.pilot.press("a")
        await until(drive, lambda: isinstance(drive.screen, EvidenceDialog) and drive.screen.is_mounted)
        excerpt = drive.screen.query_one("#excerpt", LongField)
        assert excerpt.text == ""
        excerpt.text = "Another thought."
        await drive.pilot.press("escape")
        await until(drive, lambda: drive.screen is drive.review)
        site.may_answer.set()
        await drive.settle()
        assert len(here.desk.claim(number).evidence) == came
        shown = []
        while here.desk.claim(number).drafts:
            await drive.press("a")
            shown.append(drive.screen.query_one("#excerpt", LongField).text)
            await drive.press("ctrl+x", "ctrl+x")
        assert shown == ["Another thought."] if came else ["closed for 14 days", "Another thought."]

    at_the_desk(story)


def test_a_capture_that_is_stopped_leaves_no_evidence_and_keeps_what_was_typed(at_the_desk: Run, site: Site) -> None:
    async def story(here: Room) -> None:
        drive, number = here.drive, here.current
        site.may_answer.clear()
        await begin(drive, await fill(drive, site.origin, "closed for 14 days"))
        # The server says nothing at all, and is not waited for.
        await drive.press("ctrl+g")
        assert here.desk.claim(number).evidence == ()
        assert "No evidence was captured." in "\n".join(drive.told)
        await drive.press("a")
        assert drive.screen.query_one("#excerpt", LongField).text == "closed for 14 days"

    at_the_desk(story)


def test_an_article_whose_server_is_silent_is_not_waited_for(at_the_desk: Run, site: Site) -> None:
    async def story(here: Room) -> None:
        drive = here.drive
        site.answer = STORY
        await drive.press("o")
        await drive.type(f"{site.origin}/story")
        await drive.press("ctrl+s")
        came = here.desk.articles()
        assert came[0].title == "Minutes of March"
        site.may_answer.clear()
        await drive.press("o")
        await drive.type(f"{site.origin}/another")
        await drive.pilot.press("ctrl+s")
        await until(drive, lambda: drive.screen is drive.review)
        await drive.press("ctrl+g")
        assert here.desk.articles() == came
        assert "Nothing was taken in." in drive.notices()
        here.drive.review.claims.go_to(next(iter(here.desk.claim_numbers(ClaimFilter(article=came[0].number)))))
        await drive.press("r")
        await drive.pilot.press("f")
        await drive.press("ctrl+g")
        assert f"Taking {article_reference(came[0].number)} in again: stopped." in " ".join(drive.told)
        assert here.desk.articles() == came

    at_the_desk(story)


def test_leaving_waits_for_no_server(at_the_desk: Run, site: Site) -> None:
    async def story(here: Room) -> None:
        drive, number = here.drive, here.current
        site.may_answer.clear()
        await begin(drive, await fill(drive, site.origin, "closed for 14 days"))
        begun = time.monotonic()
        await asyncio.to_thread(drive.app.worker.stop)
        assert time.monotonic() - begun < WAIT / 4
        assert here.desk.claim(number).evidence == ()

    at_the_desk(story)


def test_a_capture_that_fails_is_said_to_and_the_address_can_be_kept_alone(at_the_desk: Run, site: Site) -> None:
    async def story(here: Room) -> None:
        drive, number = here.drive, here.current
        site.answer = response(b"no", status="403 Forbidden")
        await fill(drive, site.origin, "closed for 14 days")
        await drive.press("ctrl+s")
        assert "answered 403 Forbidden" in drive.text()
        assert here.desk.claim(number).evidence == ()
        await drive.press("a")
        drive.screen.query_one("#keep", Select).value = "alone"
        await drive.press("ctrl+s")
        (evidence,) = here.desk.claim(number).evidence
        assert evidence.check is None
        assert "? not compared with a captured text" in panel(here)

    at_the_desk(story)


def test_a_file_is_captured_with_where_it_came_from(at_the_desk: Run, tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text("Minutes\n\nThe bridge was closed for 14 days.\n")

    async def story(here: Room) -> None:
        drive = here.drive
        dialog = await fill(
            drive, "https://example.org/minutes", "closed for 14 days", path=str(tmp_path / "minutes.txt")
        )
        dialog.query_one("#form", Select).value = EvidenceForm.FILE.value
        await drive.press("ctrl+s")
        (evidence,) = here.desk.claim(here.current).evidence
        assert (evidence.form, evidence.locator) == (EvidenceForm.FILE, "par. 2")
        assert evidence.source is not None
        assert (evidence.source.title, evidence.source.url) == ("minutes.txt", "https://example.org/minutes")

    at_the_desk(story)


@pytest.mark.parametrize(
    ("address", "form", "words"),
    [
        ("minutes.txt", EvidenceForm.LINK, "A link needs an address."),
        ("ftp://example.org/", EvidenceForm.LINK, "A link needs an address."),
        ("http://169.254.169.254/", EvidenceForm.LINK, "169.254.169.254"),
        ("", EvidenceForm.FILE, "A file needs a path."),
    ],
)
def test_what_can_not_be_captured_is_said_in_the_dialog(
    at_the_desk: Run, address: str, form: EvidenceForm, words: str
) -> None:
    async def story(here: Room) -> None:
        dialog = await fill(here.drive, address)
        dialog.query_one("#form", Select).value = form.value
        await here.drive.press("ctrl+s")
        assert here.drive.screen is dialog
        assert words in here.drive.text()
        assert dialog.query_one("#url", ShortField).value == address

    at_the_desk(story)


async def begin(drive: Drive, dialog: EvidenceDialog) -> None:
    """Submit, and wait until the dialog has left the work to itself."""
    dialog.action_submit()
    await until(drive, lambda: drive.screen is drive.review)
    for _ in range(5):
        await drive.pilot.pause()


async def until(drive: Drive, there: Callable[[], bool]) -> None:
    for _ in range(WAIT * 100):
        await drive.pilot.pause(0.01)
        if there():
            return
    raise AssertionError("it does not come")


def test_the_sources_of_a_claim_are_looked_at_again_and_what_rests_on_them_is_shown(
    at_the_desk: Run, site: Site
) -> None:
    async def story(here: Room) -> None:
        drive, number = here.drive, here.current
        await fill(drive, site.origin, "closed for 14 days")
        await drive.press("ctrl+s")
        await drive.press("I")
        assert f"E-1  the words unchanged  C-{number}" in drive.text()
        await drive.press("escape")
        assert drive.screen is drive.review
        site.answer = response(b"gone", status="410 Gone")
        await drive.press("I")
        for words in (f"E-1  the page gone  C-{number}", "answered 410 Gone", "On what is not as it was rest:"):
            assert words in drive.text()
        assert [one.outcome for one in here.desk.evidence(1).rechecks] == ["gone", "unchanged"]
        await drive.press("escape")
        assert "↻ the page gone on 2023-11-" in panel(here)
        await drive.press("j")
        await fill(drive, site.origin)
        site.answer = PAGE
        await drive.press("ctrl+s")
        await drive.press("k", "d")
        await drive.press("enter")
        assert "On the same source rest" in drive.text()
        assert f"C-{here.desk.evidence(2).card.claim}  queued, through E-2:" in drive.text()

    at_the_desk(story)
