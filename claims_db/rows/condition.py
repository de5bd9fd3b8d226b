"""Rows about the condition of a database."""

from typing import NamedTuple


class JournalTimes(NamedTuple):
    """What the clock was like: the last entry's instant, and the entries that are earlier than the one before."""

    last_at: int
    backwards: int
    first_backwards: int | None


class ServerRow(NamedTuple):
    """A PostgreSQL server as this login sees it."""

    version: str
    encoding: str
    time_zone: str
    login: str
    roles: tuple[str, ...]
