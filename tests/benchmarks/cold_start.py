"""What it costs to start, beside a minimal Textual app that is measured in the same run, in turns, by medians.

Usage: python tests/benchmarks/cold_start.py [COMMAND ...], such as /tmp/venvs/posting/bin/posting

The packages are compiled to bytecode first, as pip does when it installs them. Three things are measured:

- ``workbench version`` beside a bare interpreter: CPU time of the whole process.
- Without a terminal, in Textual's ``run_test``: CPU time of the whole process until the first screen is mounted and
  laid out and nothing more is to be done for it. The desk is never opened, so that nothing is counted of what comes
  after the first paint; that no ORM was imported is checked.
- On a real pseudo-terminal of 120 columns and 40 rows: CPU time of the process, as its own clock says it, at the
  moment when what it has written so far has something in the bottom row, read as a terminal would read it. That is
  where each of these programs shows its keys: for the minimal app its footer, for Workbench the end of the frame
  with the bar of screens, the panes and the keys of the main screen, none of which is drawn later. The programs named
  are measured by the same rule. For Workbench also until the claims of the sample's desk stand in the list.
"""

import compileall
import fcntl
import os
import pty
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pyte

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.measuring import Figure, child_cpu, show

_CHECKOUT = Path(__file__).resolve().parents[2]
_COLUMNS, _ROWS = 120, 40
_ROUNDS = 11

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

Rows = Sequence[str]


class Program(NamedTuple):
    """A program that is started, and what has to stand on its screen."""

    name: str
    command: list[str]
    stands: Callable[[Rows], bool]
    asked: str = "-"


class Spent(NamedTuple):
    """Milliseconds until it stood there."""

    cpu: float
    wall: float


def keys_stand(rows: Rows) -> bool:
    """Say whether something stands in the bottom row."""
    return bool(rows[-1].strip())


def claims_stand(rows: Rows) -> bool:
    """Say whether the claims stand in the list."""
    return any("· C-1 " in row for row in rows)


def started(program: Program, home: str) -> Spent:
    """Start a program on a terminal of its own, and end it as soon as it has drawn what is waited for."""
    began = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        size = {"COLUMNS": str(_COLUMNS), "LINES": str(_ROWS)}
        os.environ.update(HOME=home, WORKBENCH_HOME=home, TERM="xterm-256color", **size)
        os.execv(program.command[0], program.command)  # noqa: S606 - no shell is wanted
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
    clock = (~child << 3) | 2  # the kernel's name for the CPU clock of that process
    screen = pyte.Screen(_COLUMNS, _ROWS)
    stream = pyte.ByteStream(screen)
    cpu = wall = 0.0
    with suppress(OSError):
        while not program.stands(screen.display):
            written = os.read(terminal, 65_536)
            cpu, wall = time.clock_gettime(clock), time.perf_counter()
            stream.feed(written)
    os.kill(child, signal.SIGKILL)
    os.wait4(child, 0)
    os.close(terminal)
    return Spent(cpu * 1_000, (wall - began) * 1_000)


def on_terminals(minimal: Path, others: Sequence[str], home: str) -> list[Figure]:
    """Compare on real terminals, in turns."""
    desk = [sys.executable, "-m", "workbench"]
    programs = [
        Program("minimal Textual app", [sys.executable, str(minimal)], keys_stand),
        Program("workbench", desk, keys_stand, "<= 1.3 x"),
        Program("workbench, until its claims stand there", desk, claims_stand),
        *(Program(Path(other).name, [other], keys_stand) for other in others),
    ]
    spent: dict[str, list[Spent]] = {one.name: [] for one in programs}
    for _ in range(_ROUNDS):
        for one in programs:
            spent[one.name].append(started(one, home))
    middle = {name: Spent(*map(statistics.median, zip(*found, strict=True))) for name, found in spent.items()}
    floor = middle[programs[0].name].cpu
    return [
        Figure(
            one.name,
            one.asked,
            f"{middle[one.name].cpu:,.0f} CPU ms, {middle[one.name].cpu / floor:.2f} x minimal, {middle[one.name].wall:,.0f} ms",
        )
        for one in programs
    ]


def main() -> None:
    """Print the figures."""
    for package in ("workbench", "claims_db"):
        compileall.compile_dir(_CHECKOUT / package, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        minimal, ours = Path(folder) / "minimal.py", Path(folder) / "ours.py"
        minimal.write_text(MINIMAL)
        ours.write_text(f"import sys; sys.path.insert(0, {str(_CHECKOUT)!r})\n{FIRST_PAINT}")
        bare, version = child_cpu(["-c", "pass"]), child_cpu(["-m", "workbench", "version"])
        floor, paint = child_cpu([str(minimal)]), child_cpu([str(ours)])
        minimal.write_text(REAL)
        sample = [sys.executable, "-m", "workbench", "--database", f"{folder}/desk.sqlite3", "demo"]
        subprocess.run(sample, check=True, stdout=subprocess.DEVNULL)
        beside = on_terminals(minimal, sys.argv[1:], folder)
    print(f"bare interpreter        {bare:7.0f} CPU ms")
    print(f"workbench version       {version:7.0f} CPU ms   {version - bare:+.0f} over bare")
    print(f"minimal Textual app     {floor:7.0f} CPU ms")
    print(f"first paint of the desk {paint:7.0f} CPU ms   {paint / floor:.2f} x minimal, no ORM imported")
    show("On a real terminal", beside)


if __name__ == "__main__":
    main()
