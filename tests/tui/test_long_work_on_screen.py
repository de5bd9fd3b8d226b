"""Long work is shown with a bar, can be stopped, and says until it was read where it failed; nothing else waits."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.tui.rooms import Room, Run
from workbench.desk import intake
from workbench.desk.desk import Desk
from workbench.desk.entries import Intake
from workbench.domain.progress import Progress
from workbench.errors import WorkbenchError

_WAIT = 20


class HeldUp:
    """Work that stays at one place until it may go on."""

    def __init__(self) -> None:
        self._arrived, self._free = threading.Semaphore(0), threading.Semaphore(0)

    def wait(self) -> None:
        """Come to the place, and wait there."""
        self._arrived.release()
        assert self._free.acquire(timeout=_WAIT)

    def go_on(self) -> None:
        """Let the work go on, once."""
        self._free.release()

    async def at(self) -> None:
        """Wait until the work is held up."""
        assert await asyncio.to_thread(self._arrived.acquire, timeout=_WAIT)


def counting(held: HeldUp, desk: Desk, progress: Progress) -> int:
    """Count to four, held up at two."""
    del desk
    for done in range(4):
        progress(f"step {done}", done, 4)
        if done == 2:
            held.wait()
    return 4


async def drawn(here: Room) -> str:
    for _ in range(5):
        await here.drive.pilot.pause()
    return here.drive.text()


def test_a_bar_tells_how_far_it_is_and_other_keys_do_their_work(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        held, found = HeldUp(), list[int]()
        here.drive.app.worker.work("Counting", lambda desk, told: counting(held, desk, told), found.append)
        await held.at()
        seen = await drawn(here)
        assert "Counting" in seen
        assert "████████████░░░░░░░░░░░░" in seen
        assert "50 %" in seen
        assert "Ctrl+G stops it  step 2" in seen
        here.drive.review.claims.action_edge(1)
        last = here.current
        here.drive.app.worker.tell(lambda desk: desk.take(last), lambda _: None)
        for _ in range(400):
            await here.drive.pilot.pause()
            if here.desk.claim(last).lease is not None:
                break
            await asyncio.sleep(0.005)
        assert here.desk.claim(last).lease is not None
        held.go_on()
        await here.drive.settle()
        assert 4 in found
        assert "Counting" not in here.drive.text()

    at_the_desk(story)


def test_ctrl_g_stops_it_where_nothing_is_half_done(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        held, found = HeldUp(), list[int]()
        here.drive.app.worker.work("Counting", lambda desk, told: counting(held, desk, told), found.append)
        await held.at()
        await here.drive.pilot.press("ctrl+g")
        assert "stopping …" in await drawn(here)
        held.go_on()
        await here.drive.settle()
        assert found == []
        assert "Counting: stopped." in here.drive.notices()
        assert "Ctrl+G" not in here.drive.text()

    at_the_desk(story)


def test_what_waits_behind_other_work_can_be_stopped_before_it_begins(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        held, found = HeldUp(), list[str]()
        worker = here.drive.app.worker
        worker.work("Counting", lambda desk, told: counting(held, desk, told), lambda _: found.append("first"))
        worker.work("Waiting", lambda _, told: told("", 0, 0), lambda _: found.append("second"))
        await held.at()
        seen = await drawn(here)
        assert "Waiting" in seen
        assert "and 1 more" in seen
        await here.drive.pilot.press("ctrl+g")
        assert "50 %" in await drawn(here)
        held.go_on()
        await here.drive.settle()
        assert found == ["first"]

    at_the_desk(story)


def test_a_failure_says_what_to_do_and_stays_until_it_was_read(at_the_desk: Run) -> None:
    def fail(desk: Desk, progress: Progress) -> None:
        del desk
        progress("", 1, 2)
        raise WorkbenchError("The disk is full.", "Make room and do it again.")

    async def story(here: Room) -> None:
        here.drive.app.worker.work("Counting", fail, lambda _: None)
        await here.drive.settle()
        await here.drive.press("j", "k", "escape")
        assert "✗ Counting failed: The disk is full. Make room and do it again.  Ctrl+G closes this" in " ".join(
            here.drive.text().split("\n")
        )
        await here.drive.press("r")
        assert "Counting failed" in here.drive.text()
        await here.drive.press("ctrl+g")
        assert "Counting failed" not in here.drive.text()
        await here.drive.press("escape")
        assert "Counting failed" not in here.drive.text()

    at_the_desk(story)


def test_leaving_stops_long_work(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        held, found = HeldUp(), list[int]()
        here.drive.app.worker.work("Counting", lambda desk, told: counting(held, desk, told), found.append)
        await held.at()
        leaving = asyncio.create_task(asyncio.to_thread(here.drive.app.worker.stop))
        while not here.drive.app.worker.works.under_way[0].stopping:
            await asyncio.sleep(0)
        held.go_on()
        await leaving
        assert found == []

    at_the_desk(story)


@contextmanager
def held_up_reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[HeldUp]:
    """Hold each article up when its claims are found, before it is stored."""
    held, storing = HeldUp(), intake.take_in

    def slowly(*arguments: object) -> Intake:
        held.wait()
        return storing(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(intake, "take_in", slowly)
        yield held


def folder_of(here: Room, *texts: str) -> Path:
    folder = here.folder / "texts"
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"text{number}.txt").write_text(text)
    return folder


async def take_in(here: Room, place: Path) -> None:
    await here.drive.pilot.press("o")
    await here.drive.settle()
    await here.drive.type(str(place))
    await here.drive.pilot.press("ctrl+s")


def test_a_folder_is_taken_in_while_the_review_goes_on(at_the_desk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def story(here: Room) -> None:
        folder = folder_of(here, "The mill closed in 1999.", "The road is 40 kilometres long.")
        with held_up_reading(monkeypatch) as held:
            await take_in(here, folder)
            await held.at()
            seen = await drawn(here)
            assert here.drive.screen is here.drive.review
            assert "Taking in" in seen
            assert "text0.txt (1 of 2)" in seen
            before = here.current
            held.go_on()
            await held.at()
            held.go_on()
            await here.drive.settle()
        assert [row.title for row in here.desk.articles()][:2] == ["text1.txt", "text0.txt"]
        assert "2 articles taken in with 2 claims." in here.drive.notices()
        assert here.current != before

    at_the_desk(story)


def test_a_folder_that_is_stopped_keeps_what_is_whole(at_the_desk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def story(here: Room) -> None:
        folder = folder_of(here, "The mill closed in 1999.", "The road is 40 kilometres long.")
        with held_up_reading(monkeypatch) as held:
            await take_in(here, folder)
            await held.at()
            await here.drive.pilot.press("ctrl+g")
            held.go_on()
            await here.drive.settle()
        assert [row.title for row in here.desk.articles()][:1] == ["text0.txt"]
        assert "1 article taken in with 1 claims; 1 not looked at." in here.drive.notices()

    at_the_desk(story)


def test_a_wire_copy_says_so_and_its_claims_are_linked(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        story = (
            "The mill by the river lost 300 jobs in the spring of 1999.\n\nThe road to the coast is 40 kilometres long."
        )
        folder = folder_of(here, story, story.replace("40", "41"))
        await take_in(here, folder / "text0.txt")
        await here.drive.settle()
        await take_in(here, folder / "text1.txt")
        await here.drive.settle()
        assert "A-3 taken in with 1 claims. This is a copy of A-2 (" in here.drive.notices()
        assert "1 claim is linked, 1 is new." in here.drive.notices()
        first = here.desk.article(2).claims[0].number
        await here.drive.press("escape")
        here.drive.review.go_to(first)
        await here.drive.settle()
        assert "Also in" in here.drive.text()
        assert "A-3 text1.txt" in here.drive.text()
        await here.drive.press("u")
        assert "Took back the linking on" in here.drive.notices()
        assert "A-3 text1.txt" not in here.drive.text()

    at_the_desk(story)


def test_an_article_that_can_not_be_used_holds_the_others_of_its_folder_up_no_longer(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        folder = folder_of(here, "The mill closed in 1999.", "   ", "The road is 40 kilometres long.")
        await take_in(here, folder)
        await here.drive.settle()
        assert [row.title for row in here.desk.articles()][:2] == ["text2.txt", "text0.txt"]
        assert "2 articles taken in with 2 claims." in here.drive.notices()
        assert "text1.txt is empty. Give a text with at least one sentence." in " ".join(here.drive.text().split())

    at_the_desk(story)


def test_an_article_that_fails_after_its_dialog_was_left_can_be_tried_again(
    at_the_desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Intake:
        raise WorkbenchError("The disk is full.", "Make room.")

    async def story(here: Room) -> None:
        folder = folder_of(here, "The mill closed in 1999.")
        monkeypatch.setattr(intake, "take_in", full)
        await take_in(here, folder / "text0.txt")
        await here.drive.settle()
        assert "failed: The disk is full. Make room. o opens what you typed again." in " ".join(
            here.drive.text().split()
        )
        await here.drive.press("o")
        assert here.drive.screen.query_one("#location").value == str(folder / "text0.txt")  # type: ignore[attr-defined]

    at_the_desk(story)


def test_a_long_text_can_be_stopped_between_two_paragraphs(at_the_desk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def story(here: Room) -> None:
        folder = folder_of(here, "\n\n".join(f"The road is {number} kilometres long." for number in range(40, 60)))
        held, heard = HeldUp(), intake.propose

        def slowly(*arguments: object) -> object:
            *others, progress = arguments
            held_up = list[int]()

            def hear(step: str, done: int, whole: int) -> None:
                if done * 2 > whole and not held_up:
                    held_up.append(done)
                    held.wait()
                progress(step, done, whole)  # type: ignore[operator]

            return heard(*others, hear)  # type: ignore[arg-type]

        monkeypatch.setattr(intake, "propose", slowly)
        articles = len(here.desk.articles())
        await take_in(here, folder / "text0.txt")
        await held.at()
        await drawn(here)
        await here.drive.pilot.press("ctrl+g")
        held.go_on()
        await here.drive.settle()
        assert len(here.desk.articles()) == articles
        assert "Nothing was taken in." in here.drive.notices()

    at_the_desk(story)
