"""A dialog whose save is long work: it is left as soon as that begins, and what was typed is there until it went well."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from workbench.domain.progress import Progress
from workbench.errors import ExitCode, Failure
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.works import Work

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

T = TypeVar("T")


class LeavingForm(FormDialog):
    """A form that leaves to work beside everything else."""

    deed: ClassVar[str] = ""
    """What the work does, such as ``Taking in``, for who reads that it failed."""
    nothing: ClassVar[str] = ""
    """What is said of work that was stopped."""
    again: ClassVar[str] = ""
    """How what was typed is opened again, with the command for it in braces."""

    _left = False
    _work: Work | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether the work goes on for which this dialog was left."""
        return self._work is not None and self._work in self.worker.works.under_way

    def leave_to(self, name: str, call: "Callable[[Desk, Progress], T]", done: Callable[[T], None]) -> None:
        """Begin the work; what is wrong with what was typed is said here, what goes wrong later above the keys."""
        self._work = self.worker.work(name, call, done, self._ended)
        # What was named is there: what is left to do is shown beside other work.
        self._work.begun = self._leave_to_work

    def _leave_to_work(self) -> None:
        self._left = True
        self.keep_then(self._leave)

    def _ended(self, failure: Failure) -> None:
        if failure.exit_code is ExitCode.INTERRUPTED:
            self.worker.failed(failure._replace(message=self.nothing, hint=self.app.with_keys(self.again)))
            if self.is_current:
                self._leave()
        elif self._left:
            self.worker.works.fail(
                self.deed, failure._replace(hint=f"{failure.hint} {self.app.with_keys(self.again)}".strip())
            )
        else:
            self.failed(failure)
