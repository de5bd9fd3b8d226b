"""One step on many marked claims at the terminal desk: how long it takes, and how long the screen stands still.

``python tests/benchmarks/many_claims.py [CLAIMS]``
"""

import asyncio
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from textual.widgets import Input

from tests.benchmarks.filled_desk import fill
from tests.tui.driving import driving
from workbench.bootstrap import open_desk
from workbench.settings import load_settings

_BEAT = 0.005


async def measure(folder: Path, count: int) -> None:
    """Tag and assign that many claims, and take it back."""
    settings = replace(load_settings({"WORKBENCH_HOME": str(folder)}), database=str(folder / "desk.sqlite3"))
    fill(settings, count)
    gaps: list[float] = []

    async def beat() -> None:
        last = time.perf_counter()
        while True:
            await asyncio.sleep(_BEAT)
            now = time.perf_counter()
            gaps.append(now - last - _BEAT)
            last = now

    async with driving(lambda: open_desk(settings), folder) as drive:
        beating = asyncio.create_task(beat())
        for what, keys, field in (
            ("mark all", ("V",), ""),
            ("tag", ("number_sign",), "added"),
            ("assign", ("A",), "note"),
        ):
            await drive.press(*keys)
            gaps.clear()
            begun, cpu = time.perf_counter(), time.process_time()
            if field:
                drive.screen.query_one(f"#{field}", Input).value = "harbour"
                await drive.pilot.press("ctrl+s")
                while drive.app.worker.busy:
                    await asyncio.sleep(0.01)
            _say(what, count, begun, cpu, gaps)
        for what, keys in (("undo", ("u",)), ("redo", ("ctrl+r",))):
            gaps.clear()
            begun, cpu = time.perf_counter(), time.process_time()
            await drive.pilot.press(*keys)
            while drive.app.worker.busy:
                await asyncio.sleep(0.01)
            _say(what, count, begun, cpu, gaps)
        beating.cancel()


def _say(what: str, count: int, begun: float, cpu: float, gaps: list[float]) -> None:
    still = sorted(gaps)[-3:][::-1]
    longest = " ".join(f"{1000 * gap:.0f}" for gap in still)
    print(
        f"{what:9} {count:,} claims: {time.perf_counter() - begun:.2f} s, CPU {time.process_time() - cpu:.2f} s; "
        f"the screen stood still for at most {longest} ms"
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
