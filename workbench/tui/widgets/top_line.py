"""The line at the top: which desk, who you are, what waits."""

from textual.content import Content
from textual.widget import Widget

from claims_db.rows import QueueSummary
from workbench.domain.text import printable
from workbench.tui.widgets.fitting import cells, fit


class TopLine(Widget):
    """Desk and reviewer on the left, the queue on the right, what goes on in between."""

    DEFAULT_CSS = """
    TopLine { height: 1; dock: top; background: $panel; color: $foreground; padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.desk_words = "Opening the desk …"
        self.activity = ""
        self.summary: QueueSummary | None = None

    def show(
        self, *, desk: str | None = None, summary: QueueSummary | None = None, activity: str | None = None
    ) -> None:
        """Change what is shown; what is left out stays."""
        self.desk_words = printable(desk) if desk is not None else self.desk_words
        self.summary = summary if summary is not None else self.summary
        self.activity = printable(activity) if activity is not None else self.activity
        self.refresh()

    def queue_words(self) -> str:
        """Write how much waits."""
        found = self.summary
        if found is None:
            return ""
        return f"{found.free} free · {found.leased} held · {found.postponed} postponed · {found.done} done"

    def render(self) -> Content:
        """Draw the line; the queue comes first where there is no room for all."""
        right = self.queue_words()
        if self.activity:
            right = f"{self.activity}   {right}"
        left = fit(self.desk_words, max(0, self.size.width - cells(right) - 2))
        return Content.assemble((left, "bold"), "  ", right)
