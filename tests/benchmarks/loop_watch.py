"""The longest time that the event loop of an app did not turn, measured in the app itself."""

import asyncio
import time
from types import TracebackType
from typing import Self

_STEP = 0.01
"""Seconds; more often, the process would never be as idle as the pilot of an app waits for it to be."""


class LoopWatch:
    """Watches the loop that it is entered in; other programs on the machine add to the time by the wall clock."""

    def __init__(self) -> None:
        self.wall = 0.0
        """Milliseconds by the wall clock of the longest frame."""
        self.cpu = 0.0
        """Milliseconds of processor time of the loop's own thread in its dearest frame."""
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._watch())
        await asyncio.sleep(0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._task is not None:
            self._task.cancel()

    async def _watch(self) -> None:
        while True:
            wall, cpu = time.perf_counter(), time.thread_time()
            await asyncio.sleep(_STEP)
            self.wall = max(self.wall, (time.perf_counter() - wall - _STEP) * 1_000)
            self.cpu = max(self.cpu, (time.thread_time() - cpu) * 1_000)
