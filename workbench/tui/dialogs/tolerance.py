"""Say how far a claimed number may be from the source's: a rule of the desk, not of one person's settings."""

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.widgets import Static

from claims_db.rows import NumberTolerance
from workbench.domain.evidence.tolerance import in_percent, part_typed, tolerance_words
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.drawing import block
from workbench.tui.widgets.fields import ShortField, put

_PARTS = (
    ("share", "Any number", "percent of the source's number"),
    ("about", "About so much", "percent where one of them is said to be about so much"),
)


class ToleranceDialog(FormDialog):
    """Asks for both parts of the tolerance; what somebody else changed meanwhile is not written over."""

    heading = "Tolerance of numbers"
    DEFAULT_CSS = """
    ToleranceDialog > Vertical { width: 80; }
    ToleranceDialog .name { width: 15; }
    """

    def __init__(self, worker: DeskWorker, now: NumberTolerance, changed: Callable[[NumberTolerance], None]) -> None:
        super().__init__(worker)
        self._now, self._changed = now, changed

    def fields(self) -> ComposeResult:
        """Show what holds now, and both parts."""
        yield Static(block(f"{tolerance_words(self._now)} Editors change it, for everybody.", "$text-muted"))
        for name, words, placeholder in _PARTS:
            yield self.row(words, ShortField(id=name, placeholder=placeholder))

    def first_field(self) -> str:
        """Start at the part that holds for most numbers."""
        return "share"

    def on_mount(self) -> None:
        """Offer what holds now."""
        super().on_mount()
        for name, part in self._now._asdict().items():
            put(self.query_one(f"#{name}"), f"{in_percent(part):g}")

    def submit(self, values: Mapping[str, str]) -> None:
        """Save both."""
        with self.finding_fault_with("share"):
            share = part_typed(values["share"])
        with self.finding_fault_with("about"):
            about = part_typed(values["about"])
        wanted, before = NumberTolerance(share, about), self._now
        self.worker.tell(
            lambda desk: desk.set_number_tolerance(wanted, before), lambda _: self._done(wanted), self.failed
        )

    def _done(self, wanted: NumberTolerance) -> None:
        self.done()
        self._changed(wanted)
