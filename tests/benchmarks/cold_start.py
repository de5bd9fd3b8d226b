"""What it costs to start: ``workbench version`` beside a bare interpreter, the first paint beside a minimal Textual app.

Beside others, each installed in an environment of its own, the time until something stands on a real terminal:

Usage: python tests/benchmarks/cold_start.py [COMMAND ...], such as /tmp/venvs/posting/bin/posting
"""

import fcntl
import os
import pty
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.measuring import Figure, child_cpu, show

_PAINTED = 4_000
"""Bytes after which a screen of 120 columns has something on it."""

MINIMAL = """
import asyncio
from textual.app import App
from textual.widgets import Footer, Static
class Minimal(App[None]):
    def compose(self):
        yield Static("x")
        yield Footer()
async def main():
    async with Minimal().run_test(size=(120, 40)) as pilot:
        await pilot.pause()
asyncio.run(main())
"""

FIRST_PAINT = """
import asyncio, pathlib, sys, threading
from workbench.tui.app import WorkbenchApp
asked = threading.Event()
def never():
    asked.wait()
    raise SystemExit
async def main():
    app = WorkbenchApp(never, exports=pathlib.Path("."), log=pathlib.Path("."))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        heavy = {"sqlmodel", "sqlalchemy", "alembic", "requests", "thefuzz"} & set(sys.modules)
        assert not heavy, heavy
asyncio.run(main())
import os; os._exit(0)
"""


REAL = MINIMAL.split("async def main", maxsplit=1)[0] + "Minimal().run()\n"


def first_paint(command: list[str], home: str) -> tuple[float, float]:
    """Start a program on a terminal of its own; give CPU and wall milliseconds until it has painted."""
    began = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(HOME=home, WORKBENCH_HOME=home, TERM="xterm-256color", COLUMNS="120", LINES="40")
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    seen = 0
    with suppress(OSError):
        while seen < _PAINTED:
            seen += len(os.read(terminal, 65_536))
    wall = (time.perf_counter() - began) * 1_000
    os.kill(child, signal.SIGKILL)
    _, _, used = os.wait4(child, 0)
    os.close(terminal)
    return (used.ru_utime + used.ru_stime) * 1_000, wall


def on_terminals(minimal: Path, others: list[str], rounds: int = 5) -> list[Figure]:
    """Compare on real terminals, in turns."""
    commands = {
        "minimal Textual app, on a terminal": [sys.executable, str(minimal)],
        "workbench, on a terminal": [sys.executable, "-m", "workbench"],
        **{f"{Path(other).name}, on a terminal": [other] for other in others},
    }
    spent: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as home:
        for _ in range(rounds):
            for name, command in commands.items():
                spent[name].append(first_paint(command, home))
    middle = {name: statistics.median(cpu for cpu, _ in found) for name, found in spent.items()}
    floor = middle["minimal Textual app, on a terminal"]
    asked = {"workbench, on a terminal": "<= 1.3 x"}
    return [
        Figure(
            name,
            asked.get(name, "-"),
            f"{cpu:,.0f} CPU ms, {cpu / floor:.2f} x minimal, {statistics.median(wall for _, wall in spent[name]):,.0f} ms",
        )
        for name, cpu in middle.items()
    ]


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        minimal, ours = Path(folder) / "minimal.py", Path(folder) / "ours.py"
        minimal.write_text(MINIMAL)
        ours.write_text(f"import sys; sys.path.insert(0, {str(Path(__file__).resolve().parents[2])!r})\n{FIRST_PAINT}")
        bare, version = child_cpu(["-c", "pass"]), child_cpu(["-m", "workbench", "version"])
        floor, paint = child_cpu([str(minimal)]), child_cpu([str(ours)])
        minimal.write_text(REAL)
        beside = on_terminals(minimal, sys.argv[1:])
    print(f"bare interpreter        {bare:7.0f} CPU ms")
    print(f"workbench version       {version:7.0f} CPU ms   {version - bare:+.0f} over bare")
    print(f"minimal Textual app     {floor:7.0f} CPU ms")
    print(f"first paint of the desk {paint:7.0f} CPU ms   {paint / floor:.2f} x minimal, no ORM imported")
    show("On a real terminal, to the first paint", beside)


if __name__ == "__main__":
    main()
