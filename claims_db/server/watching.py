"""Hear from the server that the journal has grown."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Self

import psycopg
from sqlalchemy import Engine

from claims_db.engine import location
from claims_db.postgres import server_answer

CHANNEL = "claims_db"
"""The channel on which the server tells that the journal has grown."""


class ServerWatch:
    """Listens on a connection of its own."""

    def __init__(self, engine: Engine) -> None:
        self._place = location(engine)
        with self._answering():
            self._connection = engine.raw_connection()
        self._driver: psycopg.Connection[object] = self._connection.driver_connection  # type: ignore[assignment]
        with ExitStack() as stack, self._answering():
            stack.callback(self.close)
            self._driver.autocommit = True
            self._driver.execute(f"LISTEN {CHANNEL}".encode())
            stack.pop_all()

    def wait(self, seconds: float) -> bool:
        """Wait until somebody has written since the last call, at most this long; say whether somebody has.

        Raises:
            DatabaseUnavailable: the server can't be reached any more.

        """
        with self._answering():
            return bool(list(self._driver.notifies(timeout=seconds, stop_after=1)))

    def close(self) -> None:
        """End the connection; for anybody else it would go on listening."""
        self._connection.invalidate()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_problem: object) -> None:
        """End the connection."""
        self.close()

    @contextmanager
    def _answering(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as problem:
            raise server_answer(problem, self._place, lost=True) from problem
