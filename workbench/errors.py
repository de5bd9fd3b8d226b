"""What can go wrong, said so that a person can act on it."""

from enum import IntEnum
from typing import NamedTuple

from claims_db.errors import (
    Conflict,
    DatabaseDamaged,
    DatabaseUnavailable,
    LeaseLost,
    NewerDatabase,
    NotAllowed,
    NotFound,
    StoreError,
)


class ExitCode(IntEnum):
    """What the process answers to the shell."""

    OK = 0
    FAILED = 1
    USAGE = 2
    BAD_INPUT = 3
    NOT_FOUND = 4
    DATABASE = 5
    CONFLICT = 6
    NETWORK = 7
    NOTHING_FREE = 8
    NOT_AS_IT_WAS = 9
    INTERRUPTED = 130


class WorkbenchError(Exception):
    """Something that was asked can't be done.

    Attributes:
        message: one sentence that says what happened.
        hint: one sentence that says what to do; may be empty.

    """

    exit_code = ExitCode.FAILED

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class BadInput(WorkbenchError):
    """A file, a page or a value can't be used as it is."""

    exit_code = ExitCode.BAD_INPUT


class BadField(BadInput):
    """One of several things that were given can't be used; ``field`` is its name."""

    def __init__(self, field: str, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.field = field


class BadSetting(WorkbenchError):
    """A setting can't be used; the message names file and key."""

    exit_code = ExitCode.USAGE


class NotFetched(WorkbenchError):
    """A web address was refused or did not answer."""

    exit_code = ExitCode.NETWORK


class Refused(WorkbenchError):
    """The desk's rules don't allow this step."""

    exit_code = ExitCode.CONFLICT


class Overtaken(LeaseLost):
    """A save came after the claim was lost; ``difference`` sets what was typed against what stands, line by line."""

    def __init__(self, message: str, hint: str, difference: tuple[str, ...]) -> None:
        super().__init__(message, hint)
        self.difference = difference


class Failure(NamedTuple):
    """An error as it is shown; ``difference`` has the lines of two texts set against each other, if any."""

    message: str
    hint: str
    exit_code: ExitCode
    difference: tuple[str, ...] = ()


class NotOpened(WorkbenchError):
    """The terminal desk could not open its database; message, hint and exit code are those of the failure."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message, failure.hint)
        self.exit_code = failure.exit_code


FAILURES = (WorkbenchError, StoreError)
"""The exceptions that are answers, not bugs."""

_STORE_CODES: tuple[tuple[type[StoreError], ExitCode], ...] = (
    (NotFound, ExitCode.NOT_FOUND),
    (Conflict, ExitCode.CONFLICT),
    (LeaseLost, ExitCode.CONFLICT),
    (NotAllowed, ExitCode.CONFLICT),
    (NewerDatabase, ExitCode.DATABASE),
    (DatabaseDamaged, ExitCode.DATABASE),
    (DatabaseUnavailable, ExitCode.DATABASE),
)


def describe(error: WorkbenchError | StoreError) -> Failure:
    """Give the message, hint and exit code of an error that is an answer."""
    if isinstance(error, WorkbenchError):
        return Failure(error.message, error.hint, error.exit_code)
    code = next((code for kind, code in _STORE_CODES if isinstance(error, kind)), ExitCode.DATABASE)
    return Failure(error.message, error.hint, code, error.difference if isinstance(error, Overtaken) else ())
