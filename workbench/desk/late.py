"""Something costly that is made when it is first asked for."""

import threading
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar


class Closes(Protocol):
    """Something that holds what has to be given back."""

    def close(self) -> None:
        """Give it back."""


T = TypeVar("T", bound=Closes)


class Late(Generic[T]):
    """Makes a thing once, for whichever thread asks first, and closes it if it was made."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: T | None = None
        self._lock = threading.Lock()

    def __call__(self) -> T:
        """Give it."""
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made

    def close(self) -> None:
        """Close it; asked again, it is made anew."""
        with self._lock:
            made, self._made = self._made, None
        if made is not None:
            made.close()
