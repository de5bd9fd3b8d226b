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
