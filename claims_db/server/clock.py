"""The server's clock, so that a machine whose own clock is wrong breaks no lease."""

import time

from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

_QUERY = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint"


class ServerClock:
    """Gives the server's instant in microseconds UTC, by what has passed here since a connection was made."""

    def __init__(self, engine: Engine) -> None:
        self._offset: int | None = None
        self._latest = 0
        self._engine = engine
        event.listen(engine, "connect", self._measure)

    def __call__(self) -> int:
        """Give the instant; it never goes back."""
        if self._offset is None:
            with self._engine.connect() as connection:
                self._measure(connection.connection.dbapi_connection, None)
        self._latest = max(self._latest, _elapsed() + (self._offset or 0))
        return self._latest

    def _measure(self, connection: DBAPIConnection | None, _record: ConnectionPoolEntry | None) -> None:
        if connection is None:
            return
        cursor = connection.cursor()
        before = _elapsed()
        cursor.execute(_QUERY)
        row = cursor.fetchone()
        after = _elapsed()
        cursor.close()
        connection.rollback()
        if row is not None:
            self._offset = int(row[0]) - (before + after) // 2


def _elapsed() -> int:
    """Give microseconds that passed, those that the machine slept included where it can tell."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return (time.monotonic_ns() if boot is None else time.clock_gettime_ns(boot)) // 1000
