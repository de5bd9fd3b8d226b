"""The guided tour: each step waits until it is done; it is left with Esc and taken up where it was left."""

import asyncio
from pathlib import Path

from tests.conftest import OpenDesk
from tests.tui.driving import NARROW, Drive
from tests.tui.rooms import Room, Run, room, type_address
from workbench.tui.tour import STEPS, Seen, Tour
from workbench.tui.toured_app import TourBar


async def begin(here: Room, file: Path) -> Drive:
    here.drive.app.begin_tour(file)
    here.drive.app.watch_tour()
    await here.drive.settle()
    return here.drive


async def press(drive: Drive, *keys: str) -> str:
    """Press keys, let the tour look, and give what stands on the screen."""
    await drive.press(*keys)
    drive.app.look_at_tour()
    await drive.settle()
    drive.app.look_at_tour()
    await drive.settle()
    return drive.text()


def test_the_tour_goes_through_the_whole_loop(at_the_desk: Run, tmp_path: Path) -> None:
    async def story(here: Room) -> None:
        drive = await begin(here, tmp_path / "step")
        assert f"Tour 1/{len(STEPS)}" in await press(drive)
        # Another key than the right one does what it does, and the tour waits.
        assert f"Tour 1/{len(STEPS)}" in await press(drive, "j", "k")
        assert "Tour 2" in await press(drive, "t")
        assert "Tour 3" in await press(drive, "tab")
        assert "then Ctrl+S" in await press(drive, "a")
        await press(drive, "escape")
        await type_address(drive, "https://example.org")
        assert "Tour 4" in await press(drive, "ctrl+s")
        assert "Say why" in await press(drive, "6")
        # A step that is not finished is said again.
        assert "Press a number once more" in await press(drive, "escape")
        await press(drive, "6")
        await drive.type("The record says so")
        assert "Tour 6" in await press(drive, "ctrl+s")
        assert "Tour 7" in await press(drive, "u")
        assert "Tour 8" in await press(drive, "r")
        assert "Tour 9" in await press(drive, "escape")
        await press(drive, "question_mark")
        assert "That was the tour" in await press(drive, "escape")
        assert "That was the tour" not in await press(drive, "escape")

    at_the_desk(story, size=NARROW)


def test_the_tour_is_left_and_taken_up_again(at_the_desk: Run, tmp_path: Path) -> None:
    async def story(here: Room) -> None:
        drive = await begin(here, tmp_path / "step")
        await press(drive)
        await press(drive, "t")
        assert "Tour" not in await press(drive, "escape")
        assert "takes it up again" in drive.notices()
        assert "Tour 2" in await press(drive, "Z")

    at_the_desk(story)


def test_the_place_is_kept_for_the_next_time(tmp_path: Path) -> None:
    file = tmp_path / "step"
    tour = Tour(file)
    tour.look(Seen("ReviewScreen"))
    tour.look(Seen("ReviewScreen", held=True))
    tour.leave()
    again = Tour(file)
    assert not again.shown
    again.take_up()
    assert "Tour 2" in again.words(Seen("ReviewScreen"))


def test_a_damaged_place_begins_the_tour_anew(tmp_path: Path) -> None:
    file = tmp_path / "step"
    file.write_bytes(b"\xff\x1b[2J")
    assert "Tour 1" in Tour(file).words(Seen("ReviewScreen"))


def test_a_desk_with_work_has_no_tour(open_as: OpenDesk, article: Path, tmp_path: Path) -> None:
    async def tell() -> None:
        async with room(open_as, article, tmp_path) as here:
            await here.drive.press("Z")
            assert "workbench demo" in here.drive.notices()
            assert not here.drive.screen.query(TourBar)

    asyncio.run(tell())
