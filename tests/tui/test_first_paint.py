"""What stands on the screen while the desk is being opened, and what becomes of keys that are pressed then."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import pytest
from textual.events import Key
from textual.screen import Screen

from tests.conftest import OpenDesk
from tests.tui.driving import NARROW, WIDE, Drive
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.tui import later
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.first import FirstScreen
from workbench.tui.screens.help import HelpScreen
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.widgets.fixed_footer import FixedFooter

Story = Callable[[Drive, threading.Event], Awaitable[None]]
Opening = Callable[..., None]


@pytest.fixture
def while_opening(open_as: OpenDesk, tmp_path: Path) -> Opening:
    """Give what tells a story that begins while the desk is being opened; its event lets the desk open."""
    desk = open_as()
    for days in (40, 50, 60):
        desk.add_claim(ClaimEntry(f"The bridge was closed for {days} days."))

    def run(story: Story, size: tuple[int, int] = WIDE) -> None:
        async def tell() -> None:
            opens = threading.Event()

            def open_desk() -> Desk:
                opens.wait(10)
                return open_as("ana")

            app = WorkbenchApp(open_desk, exports=tmp_path / "exports", log=tmp_path / "log")
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                assert isinstance(app.screen, FirstScreen)
                await story(Drive(app, pilot), opens)
                opens.set()
                with suppress(RuntimeError):
                    await asyncio.to_thread(app.worker.stop)

        asyncio.run(tell())

    return run


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_first_paint_is_the_frame_in_which_everything_stays(while_opening: Opening, size: tuple[int, int]) -> None:
    async def story(drive: Drive, opens: threading.Event) -> None:
        places = _places(drive.screen)
        bars, status, *_, keys = drive.text().splitlines()
        assert "Opening the desk…" in status
        assert "[Queue]" in bars
        assert "t Take next" in keys
        opens.set()
        await drive.settle()
        assert _places(drive.screen) == places
        assert drive.text().splitlines()[0] == bars
        assert drive.text().splitlines()[-1] == keys
        assert "Claims (3)" in drive.text()

    while_opening(story, size)


def test_keys_pressed_before_the_desk_is_there_work_then_in_their_order(while_opening: Opening) -> None:
    async def story(drive: Drive, opens: threading.Event) -> None:
        for key in ("j", "enter", "j"):
            drive.app.post_message(Key(key, None))
        await drive.pilot.pause()
        assert drive.app.key_queue.waiting == 3
        opens.set()
        await drive.settle()
        claims = drive.review.claims
        assert claims.cursor == 2
        rows = [await asyncio.to_thread(drive.app.worker._opened().claim, number) for number in claims.numbers]
        assert [row.lease is not None for row in rows] == [False, True, False]

    while_opening(story)


def test_help_can_be_read_while_the_desk_is_being_opened(while_opening: Opening) -> None:
    async def story(drive: Drive, opens: threading.Event) -> None:
        await drive.pilot.press("question_mark")
        await drive.pilot.pause()
        assert isinstance(drive.screen, HelpScreen)
        opens.set()
        while drive.app.worker.busy:
            await drive.pilot.pause(0.01)
        assert isinstance(drive.screen, HelpScreen)
        await drive.pilot.press("escape")
        await drive.settle()
        assert isinstance(drive.screen, ReviewScreen)

    while_opening(story)


def test_the_desk_can_be_left_before_it_is_open(while_opening: Opening) -> None:
    async def story(drive: Drive, opens: threading.Event) -> None:
        del opens
        await drive.pilot.press("q")
        await drive.pilot.pause()
        assert drive.app._exit

    while_opening(story)


def test_the_line_of_keys_looks_as_the_footer_of_all_other_screens_and_takes_clicks(while_opening: Opening) -> None:
    async def story(drive: Drive, opens: threading.Event) -> None:
        opens.set()
        await drive.settle()
        own = _look_of_a_key(drive)
        await drive.press("f4")
        assert _look_of_a_key(drive) == own
        await drive.press("f2")
        await drive.pilot.click(FixedFooter, offset=(drive.text().splitlines()[-1].index("? Help"), 0))
        await drive.pilot.pause()
        assert isinstance(drive.screen, HelpScreen)

    while_opening(story)


def test_everything_that_is_imported_later_is_where_it_is_looked_for() -> None:
    for name in later._MODULES:
        assert getattr(later, name).__name__ == name
    with pytest.raises(AttributeError):
        getattr(later, "Nothing")  # noqa: B009 - a type checker would see it


def _places(screen: Screen[object]) -> list[object]:
    return [
        screen.query_one(name).region
        for name in ("ModeBar", "StatusLine", "#claims", "#panel", "#article", "FixedFooter")
    ]


def _look_of_a_key(drive: Drive) -> list[object]:
    """Give colours and weight of the first key at the bottom, and of its title."""
    strip = drive.screen._compositor.render_strips()[-1]
    styles = [segment.style for segment in strip for character in segment.text if character != " " and segment.style]
    title = next(style for style in styles if not style.bold)
    return [(style.color, style.bgcolor, bool(style.bold)) for style in (styles[0], title)]
