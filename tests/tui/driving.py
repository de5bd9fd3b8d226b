"""Drive the terminal desk in a test: press keys, wait until nothing is under way, read what it shows."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from workbench.desk.desk import Desk
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.themed_app import TooSmall

WIDE, NARROW = (120, 40), (80, 24)
_TRIES = 6_000


@dataclass
class Drive:
    """One running terminal desk."""

    app: WorkbenchApp
    pilot: Pilot[None]
    told: list[str] = field(default_factory=list)
    """All that was said in passing, also what is not shown any more."""

    @property
    def review(self) -> ReviewScreen:
        return self.app.review

    @property
    def screen(self) -> Screen[object]:
        return self.app.screen

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, words: str) -> None:
        for word in words:
            await self.pilot.press("space" if word == " " else word)
        await self.settle()

    async def settle(self) -> None:
        """Wait until every call on the desk was answered and drawn."""
        quiet = 0
        for _ in range(_TRIES):
            await self.pilot.pause()
            if not self.is_open:
                if isinstance(self.screen, TooSmall) and not self.app.worker.busy:
                    return
                await asyncio.sleep(0.002)
                continue
            resting = (
                self.review._looking is None
                or self.review._looking._task is None
                or self.review._looking._task.done()
                or self.review._looking._interval > 60
            )
            under_way = self.app.worker.busy or self.app.key_queue.waiting
            busy = under_way or not resting or getattr(self.screen, "about_to_ask", False)
            quiet = 0 if busy else quiet + 1
            if quiet > 3:
                return
            if busy:
                await asyncio.sleep(0.002)
        raise AssertionError("the terminal desk does not come to rest")

    @property
    def is_open(self) -> bool:
        """Say whether the main screen is there; where there is no room, it comes when there is."""
        return any(isinstance(one, ReviewScreen) and one.is_mounted for one in self.app.every_screen())

    def text(self) -> str:
        """Give what stands on the screen, line by line."""
        lines = self.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in lines)

    def notices(self) -> str:
        return "\n".join(str(notice.message) for notice in self.app._notifications)


@asynccontextmanager
async def driving(
    open_desk: Callable[[], Desk], folder: Path, *, size: tuple[int, int] = WIDE, **options: object
) -> AsyncIterator[Drive]:
    app = WorkbenchApp(open_desk, exports=folder / "exports", log=folder / "log", **options)  # type: ignore[arg-type]
    told: list[str] = []
    say = app.say

    def noting(message: str, hint: str = "", **options: Any) -> None:  # noqa: ANN401 - as the app takes them
        told.append(f"{message}\n{hint}")
        say(message, hint, **options)

    app.say = noting  # type: ignore[method-assign]
    async with app.run_test(size=size) as pilot:
        drive = Drive(app, pilot, told)
        await drive.settle()
        try:
            yield drive
        finally:
            await asyncio.to_thread(app.worker.stop)
