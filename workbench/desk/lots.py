"""What can be done to many claims in one step, and what came of it.

Each of these is handed to ``Desk.do`` with the claims; the rules are those of the step on a single claim.
"""

from dataclasses import dataclass
from typing import NamedTuple

from claims_db.vocabulary import ClaimKind, Priority, SkipReason


@dataclass(frozen=True)
class Assign:
    """Let the claims wait for one person, None for anybody."""

    name: str | None
    note: str = ""


@dataclass(frozen=True)
class Retag:
    """Give the claims tags, and take tags off."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True)
class SetAside:
    """Skip the claims with one reason."""

    reason: SkipReason
    note: str = ""


@dataclass(frozen=True)
class Put:
    """Put the claims into a queue, and out of another one where that is named."""

    queue: str
    leaves: str = ""


@dataclass(frozen=True)
class TakeOut:
    """Take the claims out of a queue."""

    queue: str


@dataclass(frozen=True)
class Postpone:
    """Hand the claims out no earlier than at an instant in microseconds UTC, None for at once."""

    until: int | None


@dataclass(frozen=True)
class Press:
    """Say how pressing the claims are; what is None stays as it is with each of them.

    ``undated`` takes their deadlines away.
    """

    priority: Priority | None = None
    deadline: int | None = None
    undated: bool = False
    demand: int | None = None
    legal: bool | None = None
    kind: ClaimKind | None = None


@dataclass(frozen=True)
class Merge:
    """Join the claims as duplicates of one; evidence stays with its claim."""

    of: int


@dataclass(frozen=True)
class HandBack:
    """Give the claims that are held back to their queues."""


@dataclass(frozen=True)
class SignOff:
    """Let the recorded verdicts stand."""

    note: str = ""


Deed = Assign | Retag | SetAside | Put | TakeOut | Postpone | Press | Merge | HandBack | SignOff


class LeftOut(NamedTuple):
    """A claim with which a step can't be taken, and why."""

    claim: int
    reason: str


class Lot(NamedTuple):
    """What came of a step on many claims, or would come of it: with which it was done, and which were left out."""

    done: tuple[int, ...]
    left_out: tuple[LeftOut, ...] = ()
