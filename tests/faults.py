"""Let one step of many fail: the n-th statement, commit, or call that touches a file."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any, Self
from unittest import mock

from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

_CALLS = ("open", "mkdir", "replace", "rename", "link", "unlink", "fsync")


class Fault:
    """Counts steps and fails at the n-th; ``step`` names the one that failed."""

    def __init__(self, nth: int, problem: Callable[[], Exception]) -> None:
        self._left = nth
        self._problem = problem
        self.step = ""

    def passing(self, step: str) -> None:
        self._left -= 1
        if self._left == 0:
            self.step = step
            raise self._problem()


@contextmanager
def failing_statement(engine: Engine, nth: int) -> Iterator[Fault]:
    """Let the n-th step towards the database fail: before a statement, after one that writes, a commit to a file."""
    fault = Fault(nth, lambda: _database_problem(engine))

    def before(_connection: object, _cursor: object, words: str, *_: object) -> None:
        fault.passing(f"before {words.split(maxsplit=1)[0]}")

    def after(_connection: object, _cursor: object, words: str, *_: object) -> None:
        if not words.startswith("SELECT"):
            fault.passing(f"after {words.split(maxsplit=1)[0]}")

    def commit(_connection: object) -> None:
        fault.passing("commit")

    heard: list[tuple[str, Callable[..., None]]] = [("before_cursor_execute", before), ("after_cursor_execute", after)]
    if engine.dialect.name == "sqlite":
        # On a server, a commit that fails has ended the transaction or the connection: raising here would do neither.
        heard.append(("commit", commit))
    for name, hear in heard:
        event.listen(engine, name, hear)
    try:
        yield fault
    finally:
        for name, hear in heard:
            event.remove(engine, name, hear)


@contextmanager
def failing_file(nth: int) -> Iterator[Fault]:
    """Let the n-th call that touches a file fail as on a full disk; a write that fails has written the half."""
    fault = Fault(nth, lambda: OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))

    def failing(name: str) -> Callable[..., object]:
        real = getattr(os, name)

        def call(*arguments: object, **options: object) -> object:
            fault.passing(name)
            return real(*arguments, **options)

        return call

    opened = os.fdopen

    def fdopen(*arguments: Any, **options: Any) -> _Written:  # noqa: ANN401 - as in the standard library
        return _Written(opened(*arguments, **options), fault)

    with mock.patch.multiple(os, fdopen=fdopen, **{name: failing(name) for name in _CALLS}):
        yield fault


class _Written:
    """An open file whose writes can fail half-way."""

    def __init__(self, file: IO[Any], fault: Fault) -> None:
        self._file, self._fault = file, fault

    def __enter__(self) -> Self:
        self._file.__enter__()
        return self

    def __exit__(self, *problem: object) -> None:
        self._file.__exit__(*problem)

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)

    def write(self, content: str | bytes) -> int:
        try:
            self._fault.passing("write")
        except OSError:
            self._file.write(content[: len(content) // 2])
            raise
        return int(self._file.write(content))


def _database_problem(engine: Engine) -> Exception:
    """Give what SQLAlchemy makes of an error of the driver."""
    kind = engine.dialect.import_dbapi().OperationalError
    return OperationalError("", (), kind("disk I/O error"))
