"""Typing into the search of the terminal desk: what a key costs, and how long the screen is ever held up.

While the index is filled for the first time, and once it is there. Usage: python tests/benchmarks/search_typing.py [CLAIMS]
"""

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.filled_desk import fill
from tests.tui.driving import Drive
from workbench.bootstrap import open_desk
from workbench.settings import Settings, load_settings
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.search import SearchScreen

WORDS = ("ferries bridges 1977", "claim 77 town", 'kind:quantity "13 ferries"', "t", "zeppelin")
_BETWEEN = 0.09


async def _lags(found: list[float]) -> None:
    """Note by how much the app's loop comes later than it was asked to."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.005)
        found.append((time.perf_counter() - began - 0.005) * 1000)


async def _type(drive: Drive, words: str, spent: list[float]) -> None:
    for letter in words:
        began = time.thread_time()
        await drive.pilot.press("space" if letter == " " else letter)
        await asyncio.sleep(_BETWEEN)
        spent.append((time.thread_time() - began) * 1000)
    for _ in words:
        await drive.pilot.press("backspace")


async def measure(settings: Settings) -> None:
    """Open the terminal desk and print what each key costs."""
    app = WorkbenchApp(lambda: open_desk(settings), exports=Path(), log=Path())
    async with app.run_test(size=(120, 40)) as pilot:
        drive = Drive(app, pilot)
        await drive.settle()
        await pilot.press("slash")
        await pilot.pause()
        assert isinstance(app.screen, SearchScreen)
        for when in ("while the index is filled", "once it is there"):
            lags: list[float] = []
            spent: list[float] = []
            watching = asyncio.create_task(_lags(lags))
            began = time.perf_counter()
            for words in WORDS:
                await _type(drive, words, spent)
            watching.cancel()
            print(
                f"a key {when:<27}{statistics.median(spent):7.1f} CPU ms median, {max(spent):.1f} most, in the app's thread; "
                f"held up {sorted(lags)[len(lags) * 99 // 100]:.0f} ms p99, {max(lags):.0f} ms most; "
                f"{app.screen._filling.done} of {app.screen._filling.whole} read after {time.perf_counter() - began:.0f} s"
            )
            await _filled(drive, app.screen)
        taken = []
        for words in WORDS:
            began = time.perf_counter()
            app.screen.words = words
            app.screen._ask()
            await drive.settle()
            taken.append((time.perf_counter() - began) * 1000)
        print(f"an answer, asked to drawn          {statistics.median(taken):7.1f} ms median, {max(taken):.1f} most")
    await asyncio.to_thread(app.worker.stop)


async def _filled(drive: Drive, screen: SearchScreen) -> None:
    while screen._filling.under_way:
        await asyncio.sleep(0.2)
    await drive.settle()


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"WORKBENCH_HOME": folder, "USER": "benchmark"})
        fill(settings, count)
        asyncio.run(measure(settings))


if __name__ == "__main__":
    main()
