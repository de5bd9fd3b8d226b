"""A long list: open, move, page, filter, and a whole turn of the review loop, beside what is asked of each.

With ``--server`` the same list on a PostgreSQL server whose every answer comes 5 ms later. ``--home`` keeps the filled
desk for the next time; a million claims take some minutes to fill in.

Usage: python tests/benchmarks/list_scale.py [CLAIMS] [--home FOLDER] [--server]
"""

import argparse
import asyncio
import gc
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claims_db.rows import ClaimSheet
from tests.benchmarks.filled_desk import fill
from tests.benchmarks.loop_watch import LoopWatch
from tests.benchmarks.measuring import Figure, show
from tests.benchmarks.slow_wire import slow_wire
from tests.postgres_cluster import running_cluster
from tests.server_desk import ServerDesk
from tests.tui.driving import Drive
from workbench.bootstrap import open_desk
from workbench.desk.desk import Desk
from workbench.settings import Settings, load_settings
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens import review

_LATE = 0.005
_FRAME = "<= 50"


async def cpu_of(step: Callable[[], Awaitable[None]], rounds: int, rest: Callable[[], Awaitable[None]]) -> float:
    """Give the median CPU milliseconds of a step; what it asks for afterwards is waited for and not counted."""
    spent = []
    for _ in range(rounds):
        began = time.process_time()
        await step()
        spent.append((time.process_time() - began) * 1_000)
        await rest()
    return statistics.median(spent)


class Sitting:
    """One terminal desk that is measured."""

    def __init__(self, drive: Drive, watch: LoopWatch) -> None:
        self.drive, self.watch = drive, watch
        self.figures: list[Figure] = []

    def note(self, what: str, asked: str, measured: float, unit: str = "CPU ms") -> None:
        self.figures.append(Figure(what, asked, f"{measured:,.1f} {unit}"))

    def note_frame(self, what: str) -> None:
        """Note the longest frame since the last time."""
        self.figures.append(
            Figure(f"  longest frame, {what}", _FRAME, f"{self.watch.wall:.0f} ms, {self.watch.cpu:.0f} of them CPU")
        )
        self.watch.wall = self.watch.cpu = 0.0

    async def list_figures(self) -> None:
        """Open, move and page."""
        shown = self.drive.review.claims

        async def again() -> None:
            shown.show(shown.numbers)
            await self._drawn()

        async def move(step: int) -> None:
            with mock.patch.object(review, "_REST", 3_600):
                shown.action_move(step)
                await self._drawn()

        self.note("open: list shown and painted", "<= 100", await cpu_of(again, 7, self.drive.settle))
        self.note("cursor down", "<= 12", await cpu_of(lambda: move(1), 40, self.drive.settle))
        self.note("a page down", "<= 20", await cpu_of(lambda: move(30), 40, self.drive.settle))
        self.note_frame("moving")

    async def _drawn(self) -> None:
        """Wait for the next paint."""
        drawn = asyncio.Event()
        self.drive.screen.call_after_refresh(drawn.set)
        await drawn.wait()

    async def filter_figures(self) -> None:
        """Type filters; the first page counts, the claim beside it and the whole list follow."""
        for words in ("ferries", "kind:quantity", "claimer:inga bridges", "claim 77"):
            began, wall = time.process_time(), time.perf_counter()
            with mock.patch.object(self.drive.review, "reload"):
                await self._first_page(words)
                first, shown = (time.process_time() - began) * 1_000, len(self.drive.review.claims.numbers)
                await self.drive.settle()
            self.note(f"filter {words}, to the first page", "<= 150", first)
            self.drive.review.reload()
            await self.drive.settle()
            took = (time.perf_counter() - wall) * 1_000
            every = len(self.drive.review.claims.numbers)
            self.figures.append(Figure("  the whole list behind it", "-", f"{took:,.0f} ms, {shown:,} then {every:,}"))
        self.note_frame("filtering")
        self.drive.review.narrow("")
        await self.drive.settle()

    async def _first_page(self, words: str) -> None:
        claims, there = self.drive.review.claims, asyncio.Event()
        show = claims.show

        def showing(*page: Any) -> None:  # noqa: ANN401 - as the list takes them
            show(*page)
            there.set()

        with mock.patch.object(claims, "show", showing):
            self.drive.review.narrow(words)
            await there.wait()
        await self._drawn()

    async def loop_figures(self) -> None:
        """Take claim after claim: a key, the database, the next claim painted; what is read behind it is not counted."""
        cpu, wall = list[float](), list[float]()
        for _ in range(20):
            began, cpu_began = time.perf_counter(), time.process_time()
            await self._taken()
            wall.append((time.perf_counter() - began) * 1_000)
            cpu.append((time.process_time() - cpu_began) * 1_000)
            sheet = self.drive.review.sheet
            assert sheet is not None
            assert f"C-{sheet.number}" in self.drive.text()
            await self.drive.settle()
            await self.drive.press("b", "j")
        self.note("key press, database, next claim painted", "<= 60", statistics.median(cpu))
        self.note("  by the wall clock", "-", statistics.median(wall), "ms")
        self.note_frame("in the loop")

    async def _taken(self) -> None:
        """Press the key that takes the next claim, and wait until that claim, held, is painted."""
        held = asyncio.Event()
        show = self.drive.review.show_claim

        def showing(sheet: ClaimSheet) -> None:
            show(sheet)
            if sheet.lease is not None:
                held.set()

        with mock.patch.object(self.drive.review, "show_claim", showing):
            self.drive.send("t")
            await held.wait()
        await self._drawn()


def opened(settings: Settings) -> Desk:
    """Open a desk as the program does."""
    desk = open_desk(settings)
    gc.freeze()
    return desk


async def measure(settings: Settings) -> list[Figure]:
    """Sit at the desk and measure."""
    began = time.process_time()
    app = WorkbenchApp(lambda: opened(settings), exports=Path(), log=Path())
    async with app.run_test(size=(120, 40)) as pilot, LoopWatch() as watch:
        sitting = Sitting(Drive(app, pilot), watch)
        while not sitting.drive.is_open:
            await pilot.pause(0.005)
        sitting.note("program started, first page painted", "-", (time.process_time() - began) * 1_000)
        await sitting.drive.settle()
        sitting.note_frame("opening")
        await sitting.list_figures()
        await sitting.filter_figures()
        await sitting.loop_figures()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
        sitting.note("most memory", "<= 200", memory, "MB")
    await asyncio.to_thread(app.worker.stop)
    return sitting.figures


def on_server(settings: Settings, claims: int) -> list[Figure]:
    """Measure the same list on a server that answers late."""
    with ExitStack() as stack:
        cluster = stack.enter_context(running_cluster(durable=True))
        name = stack.enter_context(cluster.database("desk"))
        server = ServerDesk(cluster, name)
        near = replace(settings, reviewer="ana", database=server.place_for("ana"))
        fill(near, claims)
        cluster.execute("VACUUM ANALYZE", database=name)
        port = stack.enter_context(slow_wire(f"{cluster.folder}/.s.PGSQL.5432", _LATE))
        far = f"postgresql://ana@127.0.0.1:{port}/{name}"
        return asyncio.run(measure(replace(near, database=far)))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=int, nargs="?", default=100_000)
    parser.add_argument("--home", type=Path, help="a folder that keeps the desk")
    parser.add_argument("--server", action="store_true", help="on PostgreSQL, 5 ms away, instead of in a file")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"WORKBENCH_HOME": str(asked.home or folder), "USER": "benchmark"})
        if asked.server:
            show(f"{asked.claims:,} claims on a server 5 ms away", on_server(settings, asked.claims))
        else:
            fill(settings, asked.claims)
            show(f"{asked.claims:,} claims in a file", asyncio.run(measure(settings)))


if __name__ == "__main__":
    main()
