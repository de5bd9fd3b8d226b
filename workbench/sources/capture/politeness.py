"""Ask many addresses politely: one of a host at a time, with a pause before the next one."""

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from workbench.domain.progress import Progress

PAUSE = 2.0
"""Seconds between the end of one request to a host and the next one to it."""

_STEP = 0.2


class Turns:
    """Says when a host may be asked again.

    Attributes:
        pause: seconds between two requests to one host.

    """

    def __init__(
        self,
        pause: float = PAUSE,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.pause = pause
        self._now, self._sleep = now, sleep
        self._asked: dict[str, float] = {}

    def left(self, url: str) -> float:
        """Give the seconds until the host of an address may be asked."""
        asked = self._asked.get(host_of(url))
        return 0.0 if asked is None else max(0.0, asked + self.pause - self._now())

    def wait(self, url: str, progress: Progress) -> None:
        """Wait until the host may be asked.

        Raises:
            Stopped: nobody wants it any more.

        """
        while (left := self.left(url)) > 0:
            progress("waiting", 0, 0)
            self._sleep(min(left, _STEP))

    def asked(self, url: str) -> None:
        """Note that a request to the host has ended now."""
        self._asked[host_of(url)] = self._now()


def host_of(url: str) -> str:
    """Give the host of an address, the address itself where it has none."""
    try:
        return (urlsplit(url).hostname or url).casefold()
    except ValueError:
        return url
