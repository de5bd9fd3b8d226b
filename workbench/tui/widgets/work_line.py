"""The line above the keys: long work with a bar, what is left and the key that stops it; failures until they were read."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from workbench.domain.progress import bar, left_words, share_words
from workbench.tui.drawing import joined, line
from workbench.tui.key_names import shown
from workbench.tui.works import FailedWork, Work, Works

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

_BAR, _NARROW_BAR, _WIDE = 24, 10, 100
_LONGEST_STEP = 40


class WorkLine(Static):
    """Nothing while nothing is under way."""

    DEFAULT_CSS = """
    WorkLine { height: auto; max-height: 4; background: $panel; color: $text; padding: 0 1; display: none; }
    WorkLine.shown { display: block; }
    """

    app: "WorkbenchApp"

    def on_mount(self) -> None:
        """Show what is under way, and hear of every change."""
        self.app.works_changed.subscribe(self, self.show)
        self.show(self.app.worker.works)

    def on_unmount(self) -> None:
        """Hear of no more changes: what is told of them would keep this line, and all that it was shown with."""
        self.app.works_changed.unsubscribe(self)

    def show(self, works: Works) -> None:
        """Show the failure to be read first, else the work that would be stopped now."""
        key = shown(self.app.keys_of_commands["stop-work"][0])
        running = works.under_way
        self.set_class(bool(works.failed or running), "shown")
        if works.failed:
            self.update(_failed(works.failed[0], len(works.failed) - 1, key))
        elif running:
            now = next((work for work in reversed(running) if not work.stopping), running[-1])
            columns = _BAR if self.app.size.width >= _WIDE else _NARROW_BAR
            self.update(_under_way(now, len(running) - 1, columns, key))


def _under_way(work: Work, others: int, columns: int, key: str) -> Content:
    facts = [share_words(work.done, work.whole), left_words(work.left())]
    return joined(
        line(f"{work.name}  ", "bold"),
        line(f"{bar(work.done, work.whole, columns)}  " if work.whole else "… ", "$primary"),
        line("".join(f"{fact}  " for fact in facts if fact)),
        line("stopping …" if work.stopping else f"{key} stops it", "$text-muted"),
        line(f"  {_cut(work.step)}" if work.step else "", "$text-muted"),
        line(f"  and {others} more" if others else "", "$text-muted"),
    )


def _failed(failed: FailedWork, others: int, key: str) -> Content:
    return joined(
        line("✗ ", "bold $error"),
        line(f"{failed.name} failed: ", "bold $error"),
        line(f"{failed.failure.message} {failed.failure.hint}".strip()),
        line(f"  {key} closes this", "$text-muted"),
        line(f"  and {others} more" if others else "", "$text-muted"),
    )


def _cut(step: str) -> str:
    return step if len(step) <= _LONGEST_STEP else f"{step[: _LONGEST_STEP - 1]}…"
