"""The installed program in a real pseudo-terminal, driven by keys and read off the screen that a person would see."""

import fcntl
import os
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pexpect
import pyte

from workbench.bootstrap import open_desk
from workbench.desk.desk import Desk
from workbench.settings import load_settings

WORKBENCH = [sys.executable, "-m", "workbench"]
PATIENCE = 60

WIDE, NARROW = (120, 40), (80, 24)

ESCAPE, ENTER, TAB, SUBMIT, UNDO_ALL, DOWN = "\x1b", "\r", "\t", "\x13", "\x1a", "\x1b[B"
REDO, DISCARD = "\x12", "\x18"
F1, F2, F3, F4, F5, F6 = "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[17~"

_PRIVATE = 5
"""pyte keeps the number of a private mode shifted by so many bits."""

_MODES = frozenset({1000, 1002, 1003, 1004, 1006, 1015, 1049, 2004})
"""Mouse and focus reports, the second screen, marked pastes: what a program has to put back."""

_CURSOR_SHOWN = 25


class State(NamedTuple):
    """What a program can leave behind in a terminal: modes that are on, whether the cursor shows, how lines are read."""

    modes: frozenset[int]
    cursor: bool
    lines: tuple[int, ...]


class Terminal:
    """The program in a pseudo-terminal, and the screen that a person would see."""

    def __init__(
        self,
        arguments: list[str],
        folder: Path,
        columns: int,
        rows: int,
        **variables: str,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.process = pexpect.spawn(
            WORKBENCH[0],
            [*WORKBENCH[1:], *arguments],
            cwd=str(folder),
            env={**environment(folder), **variables},
            dimensions=(rows, columns),
            timeout=PATIENCE,
        )
        self.before = self.state()

    def text(self) -> str:
        return "\n".join(self.screen.display)

    def state(self) -> State:
        """Say how the terminal stands."""
        on = frozenset(mode >> _PRIVATE for mode in self.screen.mode if not mode & 0x1F)
        lines = tuple(one for one in termios.tcgetattr(self.process.child_fd)[:4] if isinstance(one, int))
        return State(on & _MODES, _CURSOR_SHOWN in on, lines)

    def wait(self, seen: "Callable[[str], bool] | str") -> None:
        """Read what the program writes until the screen shows it."""
        shown = (lambda text: seen in text) if isinstance(seen, str) else seen
        for _ in range(PATIENCE * 20):
            if shown(self.text()):
                return
            try:
                self._read(0.05)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                break
        assert shown(self.text()), self.text()

    def gone(self, words: str) -> None:
        """Read on until the screen shows something no more."""
        self.wait(lambda text: words not in text)

    def type(self, keys: str) -> None:
        self.process.send(keys)

    def press(self, key: str) -> None:
        """Press a key when nothing is being drawn, and read on until its effect is drawn."""
        self.settle()
        self.process.send(key)
        self.settle()

    def paste(self, words: str) -> None:
        """Paste as terminals do that mark it."""
        self.process.send(f"\x1b[200~{words}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self.process.child_fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def settle(self) -> None:
        """Read until nothing more is drawn."""
        for _ in range(100):
            try:
                self._read(0.25)
            except pexpect.TIMEOUT:
                return

    def _read(self, seconds: float) -> None:
        written = self.process.read_nonblocking(65536, timeout=seconds)
        self.written += written
        self.stream.feed(written)

    def kill(self, by: signal.Signals = signal.SIGKILL) -> None:
        """End the program by a signal that it can't answer."""
        self.process.kill(by)
        self.process.close(force=True)

    def end(self) -> int:
        """Read to the end of the program; give its exit code."""
        try:
            while True:
                self._read(PATIENCE)
        except pexpect.EOF:
            pass
        self.after = self.state()
        self.process.close()
        return int(self.process.exitstatus or 0)


def started(folder: Path, columns: int = 100, rows: int = 30, **variables: str) -> Terminal:
    """Start the terminal desk and wait until its claims are listed."""
    desk = Terminal([], folder, columns, rows, **variables)
    desk.wait("free")
    desk.wait("C-")
    return desk


def opened(folder: Path, reviewer: str = "ana") -> Desk:
    """Open the same desk without a terminal, as another program does."""
    return open_desk(load_settings({"WORKBENCH_HOME": str(folder / "home"), "USER": reviewer}))


def environment(folder: Path) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in {"PATH", "LANG", "HOME", "PYTHONPATH", "VIRTUAL_ENV"}
    }
    root = str(Path(__file__).resolve().parents[2])
    return {**kept, "WORKBENCH_HOME": str(folder / "home"), "TERM": "xterm-256color", "PYTHONPATH": root, "USER": "ana"}


def run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [*WORKBENCH, *arguments], cwd=folder, env=environment(folder), capture_output=True, text=True, check=True
    )
    return done.stdout


def type_address(desk: Terminal, address: str) -> None:
    """Give an address in the dialog for evidence that alone is kept: nothing is fetched."""
    desk.type(TAB + TAB + address)
    desk.wait(address)
    desk.press(TAB)
    desk.press(ENTER)
    desk.press(DOWN)
    desk.press(ENTER)
    desk.wait(lambda text: "its address or hash alone" in text and "capture it" not in text)
