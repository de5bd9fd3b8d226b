"""Notice at once that somebody has written, without reading anything of the desk."""

import time
from typing import Protocol, Self

from sqlalchemy import Engine

from claims_db.engine import answering, answering_for, location

_LOOK = 0.2
"""Seconds between two looks at the counter of a file."""


class Watch(Protocol):
    """What notices writes from the moment it was made; it keeps one connection and belongs to one thread."""

    def wait(self, seconds: float) -> bool:
        """Wait until somebody has written since the last call, at most this long; say whether somebody has.

        Raises:
            DatabaseUnavailable: the database can't be reached any more.

        """
        ...

    def close(self) -> None:
        """Give the connection back."""
        ...

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(self, *_problem: object) -> None:
        """Give the connection back."""
        ...


class FileWatch:
    """Looks at a counter that SQLite keeps: it differs as soon as another connection has committed anything.

    https://www.sqlite.org/pragma.html#pragma_data_version
    """

    def __init__(self, engine: Engine) -> None:
        self._place = location(engine)
        with answering(engine):
            self._connection = engine.raw_connection()
        self._seen = self._counter()

    def wait(self, seconds: float) -> bool:
        """Wait until somebody has written since the last call, at most this long; say whether somebody has.

        Raises:
            DatabaseUnavailable: the file can't be read any more.

        """
        deadline = time.monotonic() + seconds
        while (counter := self._counter()) == self._seen:
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            time.sleep(min(_LOOK, left))
        self._seen = counter
        return True

    def close(self) -> None:
        """Give the connection back."""
        self._connection.close()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_problem: object) -> None:
        """Give the connection back."""
        self.close()

    def _counter(self) -> int:
        with answering_for(self._place):
            cursor = self._connection.cursor()
            cursor.execute("PRAGMA data_version")
            row = cursor.fetchone()
            cursor.close()
        return 0 if row is None else int(row[0])


def watch(engine: Engine) -> Watch:
    """Give what notices everything that is written from now on, on either kind of database.

    Raises:
        DatabaseUnavailable: the database can't be reached.

    """
    if engine.dialect.name == "sqlite":
        return FileWatch(engine)
    from claims_db.server.watching import ServerWatch  # noqa: PLC0415 - an extra, and not needed for a file

    return ServerWatch(engine)
