"""The only place with threads: one writes in the order of the keys pressed, one reads, one fetches, and so on.

Calls take the desk and run in a thread; replies run in the app. A thread never touches a widget: it posts
one message that carries the reply. Reads of one group drop stale answers; writes are never dropped.
"""

import queue
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual.app import App
from textual.message import Message

from workbench.domain.progress import Stopped
from workbench.errors import FAILURES, ExitCode, Failure, describe

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

T = TypeVar("T")
Failed = Callable[[Failure], None]

_LOOK, _RETRY = 0.5, 1.0
"""Seconds for which others' writes are waited for at a time, and after which a lost database is tried again."""

_BUG = Failure("This step ended in a bug.", "What you typed is still here.", ExitCode.FAILED)


class DeskAnswered(Message):
    """A call has ended; ``deliver`` hands its answer to whoever asked, in the app's own thread."""

    def __init__(self, deliver: Callable[[], None]) -> None:
        self.deliver = deliver
        super().__init__()


class DeskBroke(Message):
    """A call ended in a bug."""

    def __init__(self, problem: BaseException) -> None:
        self.problem = problem
        super().__init__()


class DeskWorker:
    """Runs calls on the desk beside the app."""

    def __init__(self, app: App[None], open_desk: "Callable[[], Desk]", failed: Failed) -> None:
        self._app = app
        self.failed = failed
        self._open_desk = open_desk
        self._desk: Desk | None = None
        self._opening = threading.Lock()
        self._latest: dict[str, int] = {}
        self._under_way = 0
        self._stopping = threading.Event()
        self._watcher: threading.Thread | None = None
        self._writes: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._reads: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._fetches: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._fills: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._serve, args=(calls,), name=name, daemon=True)
            for name, calls in (
                ("desk-writer", self._writes),
                ("desk-reader", self._reads),
                ("desk-fetcher", self._fetches),
                ("desk-filler", self._fills),
            )
        ]

    def start(self) -> None:
        """Begin; the desk is opened by the first call."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Finish what was asked for, then close the desk."""
        self._stopping.set()
        for calls in (self._fills, self._fetches, self._reads, self._writes):
            calls.put(None)
        for thread in (*self._threads, self._watcher):
            if thread is not None and thread.is_alive():
                thread.join()
        if self._desk is not None:
            self._desk.close()

    @property
    def busy(self) -> bool:
        """Whether a call is under way whose answer was not delivered yet."""
        return self._under_way > 0

    def tell(self, call: "Callable[[Desk], T]", reply: Callable[[T], None], failed: Failed | None = None) -> None:
        """Write: run a call after all that were told before it; ``failed`` hears of an error instead of the app."""
        self._under_way += 1
        self._writes.put(lambda: self._run(call, reply, failed or self.failed))

    def fetch(self, call: "Callable[[Desk], T]", reply: Callable[[T], None], failed: Failed | None = None) -> None:
        """Take in something that may be slow to come, without holding up what is written meanwhile."""
        self._under_way += 1
        self._fetches.put(lambda: self._run(call, reply, failed or self.failed))

    def fill(self, call: "Callable[[Desk], T]", reply: Callable[[T], None], failed: Failed) -> None:
        """Fill the search index beside everything else; ``call`` asks ``go_on`` from time to time."""
        self._under_way += 1
        self._fills.put(lambda: self._run(call, reply, failed))

    def go_on(self) -> None:
        """See that long work is still wanted.

        Raises:
            Stopped: the program ends.

        """
        if self._stopping.is_set():
            raise Stopped

    def deliver(self, told: Callable[[], None]) -> None:
        """Call something in the app, from a thread whose work goes on."""
        self._app.post_message(DeskAnswered(told))

    def ask(
        self, group: str, call: "Callable[[Desk], T]", reply: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Read: only the answer to the latest question of a group is delivered; ``failed`` as in ``tell``."""
        ticket = self._latest[group] = self._latest.get(group, 0) + 1

        def newest(answer: T) -> None:
            if self._latest[group] == ticket:
                reply(answer)

        def run() -> None:
            if self._latest[group] == ticket:
                self._run(call, newest, failed or self.failed)
            else:
                self._answer(lambda: None)

        self._under_way += 1
        self._reads.put(run)

    def watch(self, changed: Callable[[], None], failed: Failed) -> None:
        """Call ``changed`` in the app whenever somebody may have written, ``failed`` as often as that can't be told."""
        self._watcher = threading.Thread(target=self._watch, args=(changed, failed), name="desk-watcher", daemon=True)
        self._watcher.start()

    def _watch(self, changed: Callable[[], None], failed: Failed) -> None:
        while not self._stopping.is_set():
            try:
                with self._opened().watch() as watch:
                    self._app.post_message(DeskAnswered(changed))
                    while not self._stopping.is_set():
                        if watch.wait(_LOOK):
                            self._app.post_message(DeskAnswered(changed))
            except FAILURES as problem:
                self._app.post_message(DeskAnswered(partial(failed, describe(problem))))
                self._stopping.wait(_RETRY)

    def _serve(self, calls: "queue.SimpleQueue[Callable[[], None] | None]") -> None:
        while (call := calls.get()) is not None:
            call()

    def _run(self, call: "Callable[[Desk], T]", reply: Callable[[T], None], failed: Failed) -> None:
        try:
            answer = call(self._opened())
        except FAILURES as problem:
            failure = describe(problem)
            self._answer(lambda: failed(failure))
        except Exception as bug:  # noqa: BLE001 - a bug is shown by the app, which stays up
            self._answer(lambda: None if failed == self.failed else failed(_BUG))
            self._app.post_message(DeskBroke(bug))
        else:
            self._answer(lambda: reply(answer))

    def _answer(self, deliver: Callable[[], None]) -> None:
        def count_and_deliver() -> None:
            self._under_way -= 1
            deliver()

        self._app.post_message(DeskAnswered(count_and_deliver))

    def _opened(self) -> "Desk":
        with self._opening:
            if self._desk is None:
                self._desk = self._open_desk()
            return self._desk
