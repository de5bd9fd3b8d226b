"""A long list: open, move, page and filter, on a real SQLite desk.

Usage: python tests/benchmarks/list_scale.py [CLAIMS]
"""

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.filled_desk import fill
from tests.tui.driving import Drive
from workbench.bootstrap import open_desk
from workbench.settings import Settings, load_settings
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens import review


async def measure(settings: Settings) -> None:
    """Open the terminal desk and print what each step costs."""
    app = WorkbenchApp(lambda: open_desk(settings), exports=Path(), log=Path())
    async with app.run_test(size=(120, 40)) as pilot:
        drive = Drive(app, pilot)
        await drive.settle()
        numbers = app.worker._desk.claim_numbers  # type: ignore[union-attr]
        began = time.process_time()
        from claims_db.rows import ClaimFilter

        numbers(ClaimFilter())
        reading = (time.process_time() - began) * 1000
        shown = drive.review.claims
        print(f"claims in the list            {len(shown.numbers):9}")
        print(f"ids in order, from SQLite     {reading:9.1f} CPU ms (on the reading thread)")
        opened = []
        for _ in range(7):
            began = time.process_time()
            shown.show(shown.numbers)
            await pilot.pause()
            opened.append((time.process_time() - began) * 1000)
        print(f"open: list shown and painted  {statistics.median(opened):9.1f} CPU ms")
        for name, step in (("cursor down", 1), ("a page down", 30)):
            spent = []
            for _ in range(60):
                with mock.patch.object(review, "_REST", 3_600):
                    began = time.process_time()
                    shown.action_move(step)
                    await pilot.pause()
                    spent.append((time.process_time() - began) * 1000)
                await drive.settle()
            print(
                f"{name:<29} {statistics.median(spent):9.1f} CPU ms median, {sorted(spent)[56]:.1f} p95, list painted"
            )
        spent = []
        for _ in range(30):
            began = time.process_time()
            shown.action_move(1)
            await pilot.pause(0.06)
            await drive.settle()
            spent.append((time.process_time() - began) * 1000)
        print(
            f"cursor at rest on a claim     {statistics.median(spent):9.1f} CPU ms median, claim and panes read and painted"
        )
        for words in ("ferries", "kind:quantity", "claimer:inga bridges", "claim 77"):
            began, wall = time.process_time(), time.perf_counter()
            drive.review.narrow(words)
            await drive.settle()
            print(
                f"filter {words:<22} {(time.process_time() - began) * 1000:9.1f} CPU ms, {(time.perf_counter() - wall) * 1000:.0f} ms "
                f"until drawn, {len(shown.numbers)} shown"
            )
    await asyncio.to_thread(app.worker.stop)


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"WORKBENCH_HOME": folder, "USER": "benchmark"})
        fill(settings, count)
        asyncio.run(measure(settings))


if __name__ == "__main__":
    main()
