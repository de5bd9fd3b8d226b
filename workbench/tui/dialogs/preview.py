"""Read a report as it would go out, before it does."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from workbench.domain.lint.lines import line_words, summary_words
from workbench.domain.references import claim_reference
from workbench.errors import Failure
from workbench.export.template_names import LONG, SHIPPED
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.drawing import frame, line
from workbench.tui.reader import Reader
from workbench.tui.widgets.report_pane import ReportPane

if TYPE_CHECKING:
    from workbench.desk.issuing import Preview

_RULES_SHOWN = 4


class PreviewDialog(Reader):
    """Shows what stands against a claim, and below that its report."""

    closing_words: ClassVar[str] = "t takes the next template, Esc closes"
    publishing_words: ClassVar[str] = "t takes the next template, P publishes with this one, Esc closes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "next_template", "Template"),
        Binding("P", "publish", "Publish"),
    ]
    DEFAULT_CSS = """
    PreviewDialog { align: center middle; }
    PreviewDialog > Vertical { width: 104; max-width: 98%; height: 96%; border: round $border; background: $surface; padding: 0 1; }
    PreviewDialog #against { height: auto; max-height: 40%; color: $warning; margin-bottom: 1; }
    PreviewDialog ReportPane { height: 1fr; padding: 0; }
    """

    def __init__(self, worker: DeskWorker, preview: "Preview", publish: Callable[[str], None] | None) -> None:
        """Show a preview by the long template; ``publish`` publishes with the one that is shown, None where it went out."""
        super().__init__()
        self._worker, self._preview, self._publish = worker, preview, publish
        self._shown = self._wanted = LONG

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with Vertical():
            yield Static("", id="against", markup=False)
            yield ReportPane()

    def on_mount(self) -> None:
        """Show it."""
        self._show(self._preview, LONG)

    def main_pane(self) -> Widget:
        """Give the report."""
        return self.query_one(ReportPane)

    def action_next_template(self) -> None:
        """Write the report with the next template that ships."""
        number, template = self._preview.claim, SHIPPED[(SHIPPED.index(self._wanted) + 1) % len(SHIPPED)]
        self._wanted = template
        self._worker.ask(
            "preview",
            lambda desk: desk.preview(number, template),
            lambda preview: self._show(preview, template),
            self._not_written,
        )

    def holds_key(self, key: str) -> bool:
        """Say whether a key has to wait: for the report that was asked for."""
        del key
        return self._wanted != self._shown

    def action_publish(self) -> None:
        """Close this, and ask whether it goes out so; what went out before needs a correction."""
        if self._publish is None:
            self.app.say("It went out before.", self.app.with_keys("{correct} publishes a correction."))
            return
        self.dismiss(None)
        self.app.call_later(self._publish, self._shown)

    def _not_written(self, failure: Failure) -> None:
        self._wanted = self._shown
        self.app.show_failure(failure)

    def _show(self, preview: "Preview", template: str) -> None:
        if not self.is_attached:
            return
        self._preview, self._shown = preview, template
        frame(
            self.query_one(Vertical),
            f"{claim_reference(preview.claim)} as it would go out: {template}",
            self.publishing_words if self._publish is not None else self.closing_words,
        )
        self.query_one("#against", Static).update(Content("\n").join(map(line, _against(preview))))
        self.query_one(ReportPane).show(preview.report)


def _against(preview: "Preview") -> list[str]:
    """Say what stands against the report."""
    rules = preview.linted.lines
    more = len(rules) - _RULES_SHOWN
    return [
        *([preview.remark] if preview.remark else []),
        summary_words(preview.linted),
        *(line_words(one) for one in rules[:_RULES_SHOWN]),
        *([f"and {more} more"] if more > 0 else []),
    ]
