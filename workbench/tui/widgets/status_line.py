"""The line at the top: whose desk, what waits, which filter."""

from textual.widgets import Static

from claims_db.rows import DeskRow, QueueSummary, ReviewerRow
from workbench.tui.drawing import joined, line


class StatusLine(Static):
    """One row of facts."""

    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; color: $text; padding: 0 1; }
    """

    def show(
        self, desk: DeskRow | None, reviewer: ReviewerRow | None, queue: QueueSummary | None, shown: int, words: str
    ) -> None:
        """Show the facts that are known so far."""
        if desk is None or reviewer is None or queue is None:
            self.update(line("Opening the desk…", "$text-muted"))
            return
        counts = f"{queue.free} free  {queue.leased} held  {queue.postponed} postponed  {queue.done} done"
        wanted = f"   filter: {words} ({shown} shown)" if words else ""
        self.update(
            joined(
                line(f"{desk.name}  ", "bold"),
                line(f"{reviewer.name}  ", "$text-muted"),
                line(counts),
                line(wanted, "$warning"),
            )
        )
