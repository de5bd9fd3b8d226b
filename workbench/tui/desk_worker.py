"""The only place with threads: one writes in the order of the keys pressed, three read, three work long, one watches.

Calls take the desk and run in a thread; replies run in the app. A thread never touches a widget: it posts
one message that carries the reply. Reads of one group drop stale answers; writes are never dropped.
"""

import queue
import threading
import time
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual.app import App

from workbench.domain.progress import Progress, Stopped
from workbench.errors import FAILURES, ExitCode, Failure, describe
from workbench.tui.answers import DeskAnswered, DeskBroke
from workbench.tui.heap import share_heap
from workbench.tui.works import Work, Works

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

T = TypeVar("T")
Failed = Callable[[Failure], None]

_LOOK, _RETRY = 0.5, 1.0
"""Seconds for which others' writes are waited for at a time, and after which a lost database is tried again."""

_LEAVING = 3.0
"""Seconds for which the end of long work that was stopped is waited for; what it has not written then is not written."""

_BUG = Failure("This step ended in a bug.", "What you typed is still here.", ExitCode.FAILED)


class Reader(StrEnum):
    """Threads for reading: what looks at all claims, and what compares claims, holds up no reading of few."""

    FEW = "reader"
    ALL = "lister"
    MATCHING = "matcher"


class Lane(StrEnum):
    """Threads for long work: what is short, and what fills the index, waits for nothing else."""

    WORKS = "works"
    PREPARING = "preparer"
    FILLING = "filler"


class DeskWorker:
    """Runs calls on the desk beside the app."""

    def __init__(self, app: App[None], open_desk: "Callable[[], Desk]", failed: Failed) -> None:
        self._app = app
        self.failed = failed
        self.works = Works(lambda: None)
        self._open_desk = open_desk
        self._desk: Desk | None = None
        self._opening = threading.Lock()
        self._latest: dict[str, int] = {}
        self._under_way = 0
        self._stopping = threading.Event()
        self._watcher: threading.Thread | None = None
        self._writes: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._reads: dict[Reader, queue.SimpleQueue[Callable[[], None] | None]] = {
            reader: queue.SimpleQueue() for reader in Reader
        }
        self._works: dict[Lane, queue.SimpleQueue[Callable[[], None] | None]] = {
            lane: queue.SimpleQueue() for lane in Lane
        }
        self._at_once = [
            self._thread(name, calls)
            for name, calls in (("writer", self._writes), *((one.value, calls) for one, calls in self._reads.items()))
        ]
        self._at_length = [self._thread(lane.value, calls) for lane, calls in self._works.items()]

    def start(self) -> None:
        """Begin; the desk is opened by the first call."""
        share_heap()
        for thread in (*self._at_once, *self._at_length):
            thread.start()

    def stop(self) -> None:
        """Finish what was asked for, but for long work, which is stopped; then close the desk."""
        self._stopping.set()
        self.works.stop_all()
        for calls in (*self._works.values(), *self._reads.values(), self._writes):
            calls.put(None)
        for thread in (*self._at_once, self._watcher):
            if thread is not None and thread.is_alive():
                thread.join()
        given_up = time.monotonic() + _LEAVING
        for thread in self._at_length:
            if thread.is_alive():
                thread.join(max(0.0, given_up - time.monotonic()))
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

    def work(
        self,
        name: str,
        call: "Callable[[Desk, Progress], T]",
        reply: Callable[[T], None],
        failed: Failed | None = None,
        *,
        lane: Lane = Lane.WORKS,
    ) -> Work:
        """Do long work beside everything else; it is shown, and can be stopped.

        Args:
            name: what is done, as people are told: ``Taking in reports/``.
            call: does it, and tells how far it is; it ends with ``Stopped`` where it was stopped.
            reply: hears what came of it, unless it failed or was stopped.
            failed: hears of an error or a stop; else an error is shown until it was read.
            lane: beside which other work it is done; of one lane, one piece after the other.

        """
        work = Work(name, lambda moved: self._post(partial(self._moved, moved)))

        def ended(answer: T) -> None:
            self.works.end(work)
            reply(answer)

        def broke(failure: Failure) -> None:
            stopped = failure.exit_code is ExitCode.INTERRUPTED
            self.works.end(work, None if stopped or failed is not None or failure == _BUG else failure)
            if failed is not None:
                failed(failure)
            elif stopped:
                self.failed(failure._replace(message=f"{name}: stopped.", hint="Nothing of it was stored."))

        def begin(desk: "Desk") -> T:
            if work.stopping:
                raise Stopped
            return call(desk, work.hear)

        self._under_way += 1
        self.works.begin(work)
        self._works[lane].put(lambda: self._run(begin, ended, broke))
        return work

    def _moved(self, work: Work) -> None:
        work.seen()
        self.works.changed()

    def ask(
        self,
        group: str,
        call: "Callable[[Desk], T]",
        reply: Callable[[T], None],
        failed: Failed | None = None,
        *,
        reader: Reader = Reader.FEW,
    ) -> None:
        """Read: only the answer to the latest question of a group is delivered; ``failed`` as in ``tell``.

        Each reader answers one question after the other, beside the others.
        """
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
        self._reads[reader].put(run)

    def call_off(self, group: str) -> None:
        """Want no answer any more to what was asked of a group; what was not begun is not begun."""
        self._latest[group] = self._latest.get(group, 0) + 1

    def report(self, deliver: Callable[[], None]) -> None:
        """Tell the app, from within a call that is under way, how far it is."""
        self._app.post_message(DeskAnswered(deliver))

    def watch(self, changed: Callable[[], None], failed: Failed) -> None:
        """Call ``changed`` in the app whenever somebody may have written, ``failed`` as often as that can't be told."""
        self._watcher = threading.Thread(target=self._watch, args=(changed, failed), name="desk-watcher", daemon=True)
        self._watcher.start()

    def _watch(self, changed: Callable[[], None], failed: Failed) -> None:
        while not self._stopping.is_set():
            try:
                with self._opened().watch() as watch:
                    self._post(changed)
                    while not self._stopping.is_set():
                        if watch.wait(_LOOK):
                            self._post(changed)
            except FAILURES as problem:
                self._post(partial(failed, describe(problem)))
                self._stopping.wait(_RETRY)

    def _thread(self, name: str, calls: "queue.SimpleQueue[Callable[[], None] | None]") -> threading.Thread:
        return threading.Thread(target=self._serve, args=(calls,), name=f"desk-{name}", daemon=True)

    def _serve(self, calls: "queue.SimpleQueue[Callable[[], None] | None]") -> None:
        while (call := calls.get()) is not None:
            call()
            del call  # what it was about may be closed long before the next one comes

    def _run(self, call: "Callable[[Desk], T]", reply: Callable[[T], None], failed: Failed) -> None:
        try:
            answer = call(self._opened())
        except FAILURES as problem:
            failure = describe(problem)
            self._answer(lambda: failed(failure))
        except Exception as bug:  # noqa: BLE001 - a bug is shown by the app, which stays up
            self._answer(partial(self._broke, bug, failed))
        else:
            self._answer(lambda: reply(answer))

    def _broke(self, bug: Exception, failed: Failed) -> None:
        """Let whoever asked hear of a bug, and the app show it."""
        if failed != self.failed:
            failed(_BUG)
        self._app.post_message(DeskBroke(bug))

    def _post(self, deliver: Callable[[], None]) -> None:
        self._app.post_message(DeskAnswered(deliver))

    def _answer(self, deliver: Callable[[], None]) -> None:
        def count_and_deliver() -> None:
            self._under_way -= 1
            deliver()

        self._post(count_and_deliver)

    def _opened(self) -> "Desk":
        with self._opening:
            if self._desk is None:
                self._desk = self._open_desk()
            return self._desk
