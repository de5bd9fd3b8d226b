"""The line at the top: whose desk, what waits in the queue and for the reviewer, which filter."""

from typing import TYPE_CHECKING, NamedTuple

from textual.widgets import Static

from workbench.tui.drawing import joined, line

if TYPE_CHECKING:
    from claims_db.rows import QueueSummary


class Status(NamedTuple):
    """What the status line says; ``queue`` is the queue that is listed, empty for all claims."""

    desk: str
    reviewer: str
    queue: str
    counts: "QueueSummary"
    notices: int
    marked: int
    wanted: str
    reachable: bool


class StatusLine(Static):
    """One row of facts."""

    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; color: $text; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self) -> None:
        super().__init__(line("Opening the desk…", "$text-muted"))

    def show(self, status: Status) -> None:
        """Show the facts."""
        waiting = f"  {status.notices} {'notice' if status.notices == 1 else 'notices'} (i)" if status.notices else ""
        self.update(
            joined(
                line(f"{status.desk}  ", "bold"),
                line(f"{status.reviewer}  ", "$text-muted"),
                line(f"{status.queue}: " if status.queue else "", "bold"),
                line(_counts(status.counts)),
                line(f"  {status.marked:,} marked" if status.marked else "", "bold $warning"),
                line(waiting, "bold $warning"),
                line("" if status.reachable else "  can't be reached, trying on", "bold $error"),
                line(f"  filter: {status.wanted}" if status.wanted else "", "$warning"),
            ),
            layout=False,
        )


def _counts(queue: "QueueSummary") -> str:
    others = f"  {queue.assigned} for others" if queue.assigned else ""
    return f"{queue.free} free  {queue.leased} leased  {queue.postponed} postponed{others}  {queue.done} done"
