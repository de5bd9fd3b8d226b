"""Keys and pastes that come faster than screens open or answers come: they wait in their order, and none is lost."""

import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Protocol

from textual.events import Key, Paste

_LONGEST = 5.0
"""Seconds for which keys wait at most: whatever they wait for, the keyboard must not stay dead.

Keys that waited longer are dropped: what was typed for a dialog that does not come would be commands where it was to open.
"""


Typed = Key | Paste


class Holds(Protocol):
    """Says whether a key or a paste has to wait."""

    def __call__(self, typed: Typed, /) -> bool:
        """Say so."""


class KeyQueue:
    """Hands keys on one after another, and holds them back while what the one before asked for is under way."""

    def __init__(
        self,
        give: Callable[[Typed], Awaitable[None]],
        holds: Holds,
        later: Callable[[], None],
        dropped: Callable[[int], None],
        passing: frozenset[str],
    ) -> None:
        """Begin with no key that waits.

        Args:
            give: takes a key.
            holds: says whether a key has to wait.
            later: has ``drain`` called soon.
            dropped: hears how many keys waited too long.
            passing: keys that wait for nothing: what waits is dropped, and they do what they do.

        """
        self._passing = passing
        self._give = give
        self._holds = holds
        self._later = later
        self._dropped = dropped
        self._waiting: deque[Typed] = deque()
        self._draining = False
        self._since = 0.0

    @property
    def waiting(self) -> int:
        """How many keys wait."""
        return len(self._waiting)

    def forget(self) -> None:
        """Drop the keys that wait."""
        self._waiting.clear()

    async def take(self, typed: Typed) -> None:
        """Take a key that was pressed, or words that were pasted."""
        passes = key_of(typed) in self._passing
        if passes and self._waiting:
            self.forget()
        if passes and not self._draining:
            await self._give(typed)
            return
        if not self._waiting:
            self._since = time.monotonic()
        self._waiting.append(typed)
        await self.drain()

    async def drain(self) -> None:
        """Hand on what waits, up to the first key that has to wait on."""
        if self._draining:
            return
        self._draining = True
        try:
            while self._waiting:
                if self._holds(self._waiting[0]):
                    self._wait_on()
                    return
                await self._give(self._waiting.popleft())
                self._since = time.monotonic()
        finally:
            self._draining = False

    def _wait_on(self) -> None:
        if time.monotonic() - self._since < _LONGEST:
            self._later()
            return
        count = self.waiting
        self.forget()
        self._dropped(count)


def key_of(typed: Typed) -> str:
    """Name the key; a paste has none."""
    return typed.key if isinstance(typed, Key) else ""
