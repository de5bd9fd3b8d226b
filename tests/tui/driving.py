"""Drive the terminal desk in a test: press keys, wait until nothing is under way, read what it shows."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual.events import Key
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.at_rest import rest
from workbench.desk.desk import Desk
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.themed_app import TooSmall

WIDE, NARROW = (120, 40), (80, 24)
_TRIES = 60_000
_FAR_OFF = 60


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
        for key in keys:
            self.send(key)
            await rest(self.pilot)
        await self.settle()

    async def type(self, words: str) -> None:
        await self.press(*("space" if letter == " " else letter for letter in words))

    def send(self, key: str) -> None:
        """Press a key and wait for nothing."""
        named = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        driver = self.app._driver
        assert driver is not None
        driver.send_message(Key(named, key if len(key) == 1 else key_to_character(named)))

    async def settle(self) -> None:
        """Wait until every call on the desk was answered and drawn."""
        for _ in range(_TRIES):
            await rest(self.pilot)
            if self.app._exit or not self._is_under_way():
                return
            await asyncio.sleep(0.002)
        raise AssertionError("the terminal desk does not come to rest")

    def _is_under_way(self) -> bool:
        if not self.is_open:
            return not isinstance(self.screen, TooSmall) or self.app.worker.busy
        looking = self.review._looking
        rested = looking is None or looking._task is None or looking._task.done() or looking._interval > _FAR_OFF
        matching = self.review._matching
        matched = matching is None or matching._interval > _FAR_OFF
        return (
            not rested
            or not matched
            or self.app.worker.busy
            or bool(self.app.key_queue.waiting)
            or getattr(self.screen, "about_to_ask", False)
        )

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
