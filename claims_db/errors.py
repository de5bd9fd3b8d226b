"""What can go wrong in the store, in words that a person can act on."""


class StoreError(Exception):
    """The database could not do what was asked.

    Attributes:
        message: one sentence that says what happened.
        hint: one sentence that says what to do about it; empty where nothing can be done.

    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class DatabaseUnavailable(StoreError):
    """The database can't be opened, read or written: missing folder, no permission, full disk, locked, no server."""


class DatabaseDamaged(StoreError):
    """The file is no database, or its pages are damaged."""


class NewerDatabase(StoreError):
    """The database was written by a newer version of the program."""


class NotFound(StoreError):
    """There is no such claim, article or other row."""


class Conflict(StoreError):
    """Somebody else changed the row in the meantime; nothing was overwritten."""


class LeaseLost(StoreError):
    """The claim is held by somebody else, or the hold has lapsed; nothing was overwritten."""


class NotAllowed(StoreError):
    """The server does not let this login do it."""


class BadLine(StoreError):
    """A line of a dump can't be taken in; ``why`` says what is wrong with it."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"Line {line}: {why}.")
        self.line, self.why = line, why


class RowUnfit(StoreError):
    """A dump does not fit its journal; ``entity`` and ``public_id`` name the row, ``why`` says what is wrong with it."""

    def __init__(self, where: str, why: str, entity: str, public_id: str) -> None:
        super().__init__(f"The dump does not fit its journal: {where}: {why}.")
        self.why, self.entity, self.public_id = f"{where}: {why}", entity, public_id
