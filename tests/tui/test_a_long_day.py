"""What is opened and closed all day is gone when it is closed: a desk that is worked at for hours does not grow."""

import asyncio
import gc
from collections import Counter
from itertools import pairwise

from textual.dom import DOMNode
from textual.timer import Timer

from tests.tui.driving import NARROW
from tests.tui.rooms import Room, Run

ROUND = ("6", "y", "ctrl+x", "slash", "escape", "number_sign", "escape", "f5", "f2", "j", "k")
"""A dialog with a long text, a search, a lot, another screen; at its end everything stands as at its beginning."""


def living() -> Counter[str]:
    """Count screens, widgets, timers and tasks, by kind."""
    gc.collect()
    kept = (one for one in gc.get_objects() if isinstance(one, (DOMNode, Timer)))
    return Counter(type(one).__name__ for one in kept) + Counter(task=len(asyncio.all_tasks()))


def test_nothing_of_what_was_closed_stays(at_the_desk: Run) -> None:
    """A screen out of sight remembers what it drew last, so that counts go up and down: none may go up each time."""

    async def story(here: Room) -> None:
        rounds = list[Counter[str]]()
        for _ in range(5):
            await here.drive.press(*ROUND)
            assert here.drive.screen is here.drive.review
            rounds.append(living())
        kinds = set[str]().union(*rounds)
        assert {kind for kind in kinds if all(less[kind] < more[kind] for less, more in pairwise(rounds))} == set()

    at_the_desk(story)


def test_words_said_in_passing_cover_little_of_the_screen(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        app = here.drive.app
        app.notify("It failed.", severity="error", timeout=600)
        for number in range(6):
            app.say(f"step {number} is done")
            await here.drive.pilot.pause()
        said = here.drive.notices()
        assert "It failed." in said
        assert [number for number in range(6) if f"step {number} is done" in said] == [5]

    at_the_desk(story, size=NARROW)
