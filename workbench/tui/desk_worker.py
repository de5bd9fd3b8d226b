"""The only place with threads: the desk is opened, asked and told here, and answers come back as messages.

One thread writes, in the order of the key presses, and is drained before the program ends. One reads: of two
questions under one name only the newer is answered. One does what may take long, such as reading a page
from the web, so that nobody waits behind it. A thread never touches a widget; it posts an ``Answer`` that the
app delivers on its own thread.
"""

import threading
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from textual.message import Message

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_T = TypeVar("_T")
_Deliver = Callable[[], None]
Fails = Callable[[Exception], None]
"""Takes what went wrong, on the app's thread."""


class Answer(Message):
    """An answer of the desk; the app calls ``deliver`` on its own thread."""

    def __init__(self, deliver: _Deliver) -> None:
        super().__init__()
        self.deliver = deliver


class _Job(NamedTuple):
    work: "Callable[[Desk], _Deliver]"
    failed: Fails
    wanted: Callable[[], bool]


class _Lane:
    """One thread and what waits for it."""

    def __init__(self, name: str, post: Callable[[Message], object], *, newest_first: bool = False) -> None:
        self._post = post
        self._newest_first = newest_first
        self._waiting: deque[_Job] = deque()
        self._changed = threading.Condition()
        self._desk: Desk | None = None
        self._closing = False
        self.outstanding = 0
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self, desk: "Desk") -> None:
        self._desk = desk
        self._thread.start()

    def add(self, job: _Job) -> None:
        with self._changed:
            self.outstanding += 1
            self._waiting.append(job)
            self._changed.notify()

    def finish(self, seconds: float) -> bool:
        """Do what still waits and end; say whether that was done in time."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        if self._thread.is_alive():
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        assert self._desk is not None  # noqa: S101 - started with a desk
        while True:
            with self._changed:
                while not self._waiting and not self._closing:
                    self._changed.wait()
                if not self._waiting:
                    return
                job = self._waiting.pop() if self._newest_first else self._waiting.popleft()
            self._post(Answer(self._done(job, self._desk)))

    def _done(self, job: _Job, desk: "Desk") -> _Deliver:
        if not job.wanted():
            return self._counted(lambda: None)
        try:
            deliver = job.work(desk)
        except Exception as problem:  # noqa: BLE001 - whatever it was, the app says so; the thread goes on
            found = problem
            return self._counted(lambda: job.failed(found))
        return self._counted(lambda: deliver() if job.wanted() else None)

    def _counted(self, deliver: _Deliver) -> _Deliver:
        def counted() -> None:
            self.outstanding -= 1
            deliver()

        return counted


class DeskWorker:
    """The desk behind its threads.

    Args:
        open_desk: opens the desk; called on a thread, since it imports the database.
        post: posts a message to the app from any thread.
    """

    def __init__(self, open_desk: "Callable[[], Desk]", post: Callable[[Message], object]) -> None:
        self._open_desk = open_desk
        self._post = post
        self._writer = _Lane("desk-writer", post)
        self._reader = _Lane("desk-reader", post, newest_first=True)
        self._slow = _Lane("desk-intake", post)
        self._newest: dict[str, int] = {}
        self._desk: Desk | None = None
        self._opening = False

    def open(self, opened: _Deliver, failed: Fails) -> None:
        """Open the desk in the background; after a failure it can be called again."""
        self._opening = True

        def work() -> None:
            try:
                desk = self._open_desk()
                self._desk = desk
                self._writer.start(desk)
                self._reader.start(desk.reader())
                self._slow.start(desk.reader())
            except Exception as problem:  # noqa: BLE001 - the app shows it and offers to try again
                found = problem
                self._opening = False
                self._post(Answer(lambda: failed(found)))
                return
            self._opening = False
            self._post(Answer(opened))

        threading.Thread(target=work, name="desk-opening", daemon=True).start()

    @property
    def saving(self) -> int:
        """How many writes are not answered yet."""
        return self._writer.outstanding

    @property
    def busy(self) -> bool:
        """Whether anything was asked or told and is not answered yet."""
        return self._opening or any(lane.outstanding for lane in (self._writer, self._reader, self._slow))

    def tell(self, call: "Callable[[Desk], _T]", done: Callable[[_T], None], failed: Fails) -> None:
        """Have the desk write; nothing that was told is ever dropped or overtaken."""
        self._writer.add(_Job(lambda desk: _bind(done, call(desk)), failed, lambda: True))

    def ask(self, name: str, call: "Callable[[Desk], _T]", done: Callable[[_T], None], failed: Fails) -> None:
        """Ask the desk; an older question of the same name is forgotten, and so is its answer."""
        serial = self._newest.get(name, 0) + 1
        self._newest[name] = serial
        self._reader.add(
            _Job(lambda desk: _bind(done, call(desk)), failed, lambda: self._newest.get(name, 0) == serial)
        )

    def tell_slowly(self, call: "Callable[[Desk], _T]", done: Callable[[_T], None], failed: Fails) -> None:
        """Have the desk do what may take long, beside the writes."""
        self._slow.add(_Job(lambda desk: _bind(done, call(desk)), failed, lambda: True))

    def close(self, seconds: float = 10.0) -> bool:
        """Finish the writes and close the desk; say whether all was written in time."""
        self._newest = {name: -1 for name in self._newest}
        written = self._writer.finish(seconds)
        self._reader.finish(1.0)
        if self._desk is not None and written:
            self._desk.close()
            self._desk = None
        return written


def _bind(done: Callable[[_T], None], value: _T) -> _Deliver:
    return lambda: done(value)
