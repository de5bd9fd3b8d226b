"""A day at one desk without a pause: thousands of actions, what each costs at the beginning and the end, and memory.

Usage: python tests/benchmarks/soak.py [--actions 5000] [--claims 3000] [--database URL]

The terminal desk runs in this process without a terminal, 120×40; keys come one after another, each when the one before was answered and drawn.
An action is what a reviewer calls one: a verdict, an attachment, a search, a look at another screen.
After each tenth the resident memory is printed, and which kinds of objects there are more of than after the second tenth.
"""

import argparse
import asyncio
import gc
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.filled_desk import fill
from tests.benchmarks.measuring import Figure, show
from tests.tui.driving import Drive, driving
from workbench.bootstrap import open_desk
from workbench.settings import load_settings

_PAGE = resource.getpagesize()
CHANCE = Random(1)  # noqa: S311 - the same actions each time, no secret
_FEW = 50
"""So many more objects of a kind are worth a line."""


class Tenth(NamedTuple):
    """What a tenth of the actions cost, and what was left after it."""

    actions: int
    milliseconds: float
    resident: float
    objects: Counter[str]


def resident() -> float:
    """Give the memory that this process holds, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE / 1e6


def living() -> Counter[str]:
    """Count what lives, by kind."""
    gc.collect()
    return Counter(f"{type(one).__module__}.{type(one).__qualname__}" for one in gc.get_objects())


async def decide(drive: Drive) -> None:
    """Take the next claim and record a verdict on it."""
    await drive.press("t", CHANCE.choice("123456789"))
    await drive.type("as counted")
    await drive.press("ctrl+s")


async def attach(drive: Drive) -> None:
    """Attach a page to the claim."""
    await drive.press("a", "tab", "tab")
    await drive.type("https://example.org/a")
    await drive.press("ctrl+s")


async def set_aside(drive: Drive) -> None:
    """Set a claim aside."""
    await drive.press("t", "s", CHANCE.choice("opnc"))


async def undo_and_redo(drive: Drive) -> None:
    """Take two steps back and do them again."""
    await drive.press("u", "u", "ctrl+r", "ctrl+r")


async def search(drive: Drive) -> None:
    """Look for something and go to it."""
    await drive.press("slash")
    await drive.type(CHANCE.choice(("ferries", "bridges", "claimer:berg", "town counted 7")))
    await drive.press("enter")


async def narrow(drive: Drive) -> None:
    """Narrow the list, move in it, show all again."""
    await drive.press("f")
    await drive.type(CHANCE.choice(("berg", "state:open", "kind:quantity bridges", "nothing like it")))
    await drive.press("enter", "j", "j", "G", "g", "escape")


async def look_around(drive: Drive) -> None:
    """Look at the other screens."""
    await drive.press(*CHANCE.choice((("f4", "d", "f2"), ("f5", "j", "c", "escape", "f2"), ("f6", "j", "f2"))))


async def half_type(drive: Drive) -> None:
    """Begin a verdict, leave it, throw it away."""
    await drive.press("v", "tab")
    await drive.type("half a th")
    await drive.press("escape", "v", "ctrl+x", "ctrl+x")


async def tag_many(drive: Drive) -> None:
    """Mark three claims, tag them, take it back."""
    await drive.press("space", "space", "space", "number_sign")
    await drive.type("soak")
    await drive.press("ctrl+s", "u", "X")


async def open_and_close(drive: Drive) -> None:
    """Open dialogs and leave them."""
    await drive.press(*CHANCE.choice((("m", "escape"), ("question_mark", "escape"), ("c", "escape"), ("x", "escape"))))


async def page_through(drive: Drive) -> None:
    """Go through the list."""
    await drive.press("pagedown", "pagedown", "pageup", "j", "k", "apostrophe", "escape")


Action = Callable[[Drive], Awaitable[None]]
ACTIONS: Sequence[Action] = (
    decide,
    decide,
    attach,
    set_aside,
    undo_and_redo,
    search,
    narrow,
    look_around,
    half_type,
    tag_many,
    open_and_close,
    page_through,
)


async def work(drive: Drive, actions: int) -> list[Tenth]:
    """Do so many actions, one after another."""
    tenths: list[Tenth] = []
    for _ in range(10):
        began = time.process_time()
        for _ in range(actions // 10):
            await CHANCE.choice(ACTIONS)(drive)
            await home(drive)
        spent = (time.process_time() - began) * 1_000
        objects = living()
        tenths.append(Tenth(actions // 10, spent / (actions // 10), resident(), objects))
        last = tenths[-1]
        share = f"{len(tenths) * 10:>4} %"
        print(f"{share}  {last.milliseconds:7.1f} ms  {last.resident:7.1f} MB  {objects.total()} objects", flush=True)
    return tenths


async def home(drive: Drive) -> None:
    """See that the queue is shown: else the next keys would be for something else."""
    for _ in range(3):
        if drive.screen is drive.review:
            return
        await drive.press("escape")
    raise AssertionError(drive.text())


def slope(tenths: Sequence[Tenth]) -> float:
    """Give the growth of memory over the second half, in kB an action."""
    later = tenths[len(tenths) // 2 :]
    return (later[-1].resident - later[0].resident) * 1_000 / sum(tenth.actions for tenth in later[1:])


def grown(tenths: Sequence[Tenth]) -> list[tuple[str, int, int]]:
    """Name the kinds of objects of which there are ever more."""
    early, late = tenths[1].objects, tenths[-1].objects
    more = [(kind, early[kind], late[kind]) for kind in late if late[kind] - early[kind] > _FEW]
    return sorted(more, key=lambda row: row[1] - row[2])[:25]


async def soak(folder: Path, actions: int, claims: int, database: str) -> None:
    """Fill a desk, work at it and print what came of it."""
    settings = load_settings({"WORKBENCH_HOME": str(folder), "USER": "benchmark"})
    settings = replace(settings, database=database) if database else settings
    fill(settings, claims)
    async with driving(lambda: open_desk(settings), folder) as drive:
        tenths = await work(drive, actions)
    show(
        f"{actions} actions on {claims} claims",
        [
            Figure("an action in the first tenth, CPU", "-", f"{tenths[0].milliseconds:.1f} ms"),
            Figure("an action in the last tenth, CPU", "-", f"{tenths[-1].milliseconds:.1f} ms"),
            Figure("memory after the first tenth", "-", f"{tenths[0].resident:.1f} MB"),
            Figure("memory at the end", "-", f"{tenths[-1].resident:.1f} MB"),
            Figure("growth over the second half, an action", "0", f"{slope(tenths):.2f} kB"),
            *(Figure(kind, "-", f"{early} → {late}") for kind, early, late in grown(tenths)),
        ],
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--actions", type=int, default=5_000)
    parser.add_argument("--claims", type=int, default=3_000)
    parser.add_argument("--database", default="", help="a server's address; else a file in a temporary folder")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    CHANCE.seed(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(soak(Path(folder), asked.actions, asked.claims, asked.database))


if __name__ == "__main__":
    main()
