"""Say who publishes the desk's findings, and where."""

from collections.abc import Callable, Mapping

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from claims_db.rows import PublisherRow
from workbench.domain.publisher import PUBLISHER_FIELDS
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.drawing import block
from workbench.tui.widgets.fields import ShortField, put

_WHAT_FOR = (
    "Reports and ClaimReview name the publisher; what went out stays as it is. Editors change it, for everybody."
)
_PLACEHOLDERS = {
    "name": "as readers know it",
    "url": "https://example.org/",
    "pages": "https://example.org/checks/{slug}/, where {slug} is a finding's own name",
    "corrections": "where the policy on corrections can be read",
}


class PublisherDialog(FormDialog):
    """Asks for all that is said of the publisher; what somebody else changed meanwhile is not written over."""

    heading = "Publisher"
    DEFAULT_CSS = """
    PublisherDialog > Vertical { width: 90; }
    """

    def __init__(self, worker: DeskWorker, now: PublisherRow, changed: Callable[[PublisherRow], None]) -> None:
        super().__init__(worker)
        self._now, self._changed = now, changed

    def fields(self) -> ComposeResult:
        """Show what it is for, and the fields."""
        yield Static(block(_WHAT_FOR, "$text-muted"))
        for field, name in PUBLISHER_FIELDS:
            yield self.row(name, ShortField(id=field, placeholder=_PLACEHOLDERS[field]))

    def first_field(self) -> str:
        """Start at the name."""
        return "name"

    def on_mount(self) -> None:
        """Offer what holds now."""
        super().on_mount()
        for field, value in self._now._asdict().items():
            put(self.query_one(f"#{field}"), value)

    def submit(self, values: Mapping[str, str]) -> None:
        """Save it."""
        wanted, before = PublisherRow(**{field: values[field].strip() for field, _ in PUBLISHER_FIELDS}), self._now
        self.worker.tell(lambda desk: desk.set_publisher(wanted, before), lambda _: self._done(wanted), self.failed)

    def _done(self, wanted: PublisherRow) -> None:
        self.done()
        self._changed(wanted)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_submit()
