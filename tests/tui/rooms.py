"""A desk with an article and a claim by hand, the terminal desk on it, and other people who write beside it."""

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path

from textual.widgets import Select

from tests.conftest import OpenDesk
from tests.tui.driving import Drive, driving
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEntry
from workbench.tui.widgets.claim_panel import ClaimPanel


class Room:
    """The desk as its admin ana sees it, the terminal desk of the same person, and how others come in."""

    def __init__(self, desk: Desk, drive: Drive, folder: Path, open_as: OpenDesk) -> None:
        self.desk = desk
        self.drive = drive
        self.folder = folder
        self.open_as = open_as

    @property
    def current(self) -> int:
        number = self.drive.review.claims.current
        assert number is not None
        return number

    async def notice(self) -> None:
        """Let the terminal desk notice what others wrote, as it does by itself every second."""
        self.drive.review.poll()
        await self.drive.settle()


EDITING = frozenset(
    {
        *("edit-claim", "mark-duplicate", "change-span", "split-claim"),
        *("start-on", "start-back", "end-on", "end-back"),
    }
)
"""The commands that edit claims; they are tried in a module of their own."""

MANY = frozenset({"mark", "mark-all", "unmark-all", "tag", "put-in-queue"})
"""The commands for many claims; they too are tried in a module of their own."""
SEEKING = frozenset({"search", "saved-searches"})
"""The commands that search; they are tried in a module of their own."""

MATCHING = frozenset({"matches", "cluster"})
"""The commands for what a claim may repeat, and for what is the same; they are tried with the screens that they open."""

TYPING = frozenset(
    {
        *("count", "repeat", "jump", "palette", "page-down", "page-up", "half-down", "half-up"),
        *("submit", "edit-text", "discard-draft", "close-dialog"),
    }
)
"""The commands about keys themselves, those that go by pages, and those of dialogs; they have a module of their own."""


async def type_address(drive: Drive, address: str) -> None:
    """Open the dialog for evidence and give an address that alone is kept: nothing is fetched."""
    await drive.press("a", "tab", "tab")
    await drive.type(address)
    drive.screen.query_one("#keep", Select).value = "alone"
    await drive.settle()


Test = Callable[[Room], Coroutine[None, None, None]]

Run = Callable[..., None]
"""Runs a test in a room of its own; further arguments are the size of the terminal and the like."""


def collecting(tests: dict[str, Test]) -> Callable[[str], Callable[[Test], Test]]:
    """Give a decorator that notes which command a test is about."""

    def command_test(name: str) -> Callable[[Test], Test]:
        def register(test: Test) -> Test:
            tests[name] = test
            return test

        return register

    return command_test


@asynccontextmanager
async def room(open_as: OpenDesk, article: Path, tmp_path: Path, **options: object) -> AsyncIterator[Room]:
    desk = open_as()
    desk.add_article(ArticleEntry(str(article)))
    desk.add_claim(ClaimEntry("The bridge was closed for 40 days."))
    async with driving(lambda: open_as("ana"), tmp_path, **options) as drive:  # type: ignore[arg-type]
        yield Room(desk, drive, tmp_path, open_as)


def panel(here: Room) -> str:
    """Give what the panel of the claim says, also what is out of sight."""
    return "\n".join(str(getattr(one, "words", one)) for one in here.drive.review.query_one(ClaimPanel)._lines)
