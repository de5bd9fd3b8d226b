"""Keys that wait for more keys: a count before a command, and commands of several keys such as ``g g``."""

from collections.abc import Mapping
from enum import StrEnum, auto
from types import MappingProxyType
from typing import NamedTuple

MOST_DIGITS = 9
"""A count has no more digits."""

Keys = tuple[str, ...]


class Pending(NamedTuple):
    """What was typed and waits: whether a count is being typed, its digits, the first keys of a command."""

    counting: bool = False
    digits: str = ""
    keys: Keys = ()

    @property
    def number(self) -> int | None:
        """The number typed, None for none; the longest list has no row 0."""
        return max(1, int(self.digits)) if self.digits else None

    def __bool__(self) -> bool:
        return self.counting or bool(self.keys)


class Fate(StrEnum):
    """What becomes of a key."""

    WAITS = auto()
    DROPPED = auto()
    RUNS = auto()
    UNKNOWN = auto()
    PASSES = auto()


class Step(NamedTuple):
    """What became of a key, what waits after it, and the command that runs with its count."""

    fate: Fate
    pending: Pending = Pending()
    command: str = ""
    times: int | None = None


class KeyTable(NamedTuple):
    """The keys of one screen: of each command, by the keys typed one after another.

    ``digits`` begin a count there; each key of ``stops`` drops what waits, where it completes no command.
    """

    commands: Mapping[Keys, str] = MappingProxyType({})
    digits: bool = False
    stops: frozenset[str] = frozenset({"escape"})

    def begins(self, keys: Keys) -> bool:
        """Say whether these keys are the first ones of a command of several keys."""
        return any(len(own) > len(keys) and own[: len(keys)] == keys for own in self.commands)


def step(pending: Pending, key: str, table: KeyTable) -> Step:
    """Say what becomes of a key after those that wait."""
    if pending and key in table.stops and (*pending.keys, key) not in (table.commands if pending.keys else ()):
        return Step(Fate.DROPPED)
    if not pending.keys and _is_count(pending, key, table):
        digits = (pending.digits + key)[:MOST_DIGITS]
        return Step(Fate.WAITS, Pending(counting=True, digits=digits))
    if pending.digits and not pending.keys and key == "backspace":
        return Step(Fate.WAITS, pending._replace(digits=pending.digits[:-1]))
    keys = (*pending.keys, key)
    if table.begins(keys):
        return Step(Fate.WAITS, pending._replace(keys=keys))
    command = table.commands.get(keys)
    if command is not None and pending:
        return Step(Fate.RUNS, command=command, times=pending.number)
    if pending.keys:
        return Step(Fate.UNKNOWN)
    return Step(Fate.PASSES, times=pending.number)


def _is_count(pending: Pending, key: str, table: KeyTable) -> bool:
    if len(key) != 1 or key not in "0123456789":
        return False
    return pending.counting or (table.digits and key != "0")
