"""An app that tells: in passing what happened, and in one place everything that went wrong."""

import traceback
from datetime import UTC, datetime
from pathlib import Path

from textual import on
from textual.notifications import Notify

from workbench.domain.text import printable
from workbench.errors import FAILURES, ExitCode, Failure, describe
from workbench.tui import later
from workbench.tui.answers import DeskAnswered, DeskBroke
from workbench.tui.cells import steady
from workbench.tui.themed_app import ThemedApp

_PASSING = 5
"""Seconds for which a message stands that the next one may take the place of."""


class TellingApp(ThemedApp):
    """Says what happened, and shows what the desk answers and what it fails with."""

    log_folder: Path
    """Where reports of bugs are written."""

    def say(self, message: str, hint: str = "", *, severe: bool = False, seconds: int = _PASSING) -> None:
        """Say something in passing; foreign words in it are drawn safely."""
        words = steady(f"{message}\n{hint}".strip(), newlines=True)
        self.notify(
            words, severity="error" if severe else "information", timeout=10 if severe else seconds, markup=False
        )

    def on_notify(self, event: Notify) -> None:
        """Let a message take the place of what was said in passing before, and of the same words."""
        for said in list(self._notifications):
            passing = said.severity == "information" and said.timeout <= _PASSING
            if passing or said.message == event.notification.message:
                self._unnotify(said, refresh=False)
                # Textual takes the words alone away, and leaves what held them.
                self.screen.query(f"#--textual-toast-{said.identity}").remove()

    def show_failure(self, failure: Failure) -> None:
        """Show an error that is an answer."""
        self.say(failure.message, failure.hint, severe=failure.exit_code is not ExitCode.INTERRUPTED)

    @on(DeskAnswered)
    def _deliver(self, answer: DeskAnswered) -> None:
        try:
            answer.deliver()
        except FAILURES as problem:
            self.show_failure(describe(problem))
        except Exception as bug:  # noqa: BLE001 - a bug in an answer must not end the desk
            self._show_bug(bug)

    @on(DeskBroke)
    def _broke(self, broke: DeskBroke) -> None:
        self._show_bug(broke.problem)

    def _show_bug(self, problem: BaseException) -> None:
        place = self._log_bug("".join(traceback.format_exception(problem)))
        self.push_screen(
            later.MessageDialog(
                "This is a bug", f"{printable(str(problem))}\n\n{place}\n\nWhat was stored before is safe."
            )
        )

    def _log_bug(self, words: str) -> str:
        try:
            self.log_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path = self.log_folder / f"bug-{datetime.now(UTC):%Y%m%dT%H%M%S}.txt"
            path.write_text(words, encoding="utf-8", errors="backslashreplace")
        except OSError:
            return "The log folder can't be written, so there is no file about it."
        return f"Please report it with the file {path}."
