"""What a look at one thing came to."""

from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """How a thing is: as it should be, worth a look, or so that something will fail."""

    OK = "ok"
    LOOK = "look"
    WRONG = "wrong"


class Check(NamedTuple):
    """One thing that was looked at.

    Attributes:
        name: the thing.
        state: how it is.
        found: what was found.
        advice: what to do; empty where all is well.

    """

    name: str
    state: State
    found: str
    advice: str = ""


def ok(name: str, found: str) -> Check:
    """Say that a thing is as it should be."""
    return Check(name, State.OK, found)


def look(name: str, found: str, advice: str) -> Check:
    """Say that a thing is worth a look."""
    return Check(name, State.LOOK, found, advice)


def wrong(name: str, found: str, advice: str) -> Check:
    """Say that something will fail, or has."""
    return Check(name, State.WRONG, found, advice)
