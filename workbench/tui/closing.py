"""Screens over other screens: each closes once, and never takes another one with it."""

from typing import TypeVar

from textual import on
from textual.await_complete import AwaitComplete
from textual.events import ScreenResume
from textual.screen import ModalScreen, Screen

T = TypeVar("T")


class Closing(Screen[T]):
    """Closes when it is on top: Textual closes whatever is, and ends with an error where a screen closes twice.

    Keys that were under way when it closed, an answer that comes late and a resize may all close it again.
    """

    _is_over = False
    _to_close: tuple[T | None] | None = None

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close and give a result; while another screen is looked at that waits until this one is seen again."""
        if self._is_over:
            return AwaitComplete()
        if self.app.screen is not self:
            self._to_close = (result,)
            return AwaitComplete()
        self._is_over = True
        return super().dismiss(result)

    @on(ScreenResume)
    def _close_now(self) -> None:
        if self._to_close is not None:
            self.dismiss(*self._to_close)


class Modal(ModalScreen[T], Closing[T]):
    """A dialog or another screen through which the one below is seen; Textual takes the looks of the first base alone."""
