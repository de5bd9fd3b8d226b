"""What went out, one revision a line: when, which claim, how much it corrects and why, by whom."""

from collections.abc import Sequence

from claims_db.rows import GoneOutRow
from claims_db.vocabulary import Severity
from workbench.domain.dates import instant_words
from workbench.domain.references import claim_reference
from workbench.tui.cells import steady
from workbench.tui.widgets.charts import column
from workbench.tui.widgets.line_list import LineList, Span

_CLAIM, _SEVERITY, _BY = 8, 15, 12
_WIDE = 90


class GoneOutList(LineList):
    """Shows revisions that went out; only those in sight are drawn."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._rows: tuple[GoneOutRow, ...] = ()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._rows)

    @property
    def row(self) -> GoneOutRow | None:
        """The revision under the cursor."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    def show(self, rows: tuple[GoneOutRow, ...]) -> None:
        """Show these revisions; where newer ones came, the cursor stays on its own."""
        newer = len(rows) - len(self._rows) if self._rows else 0
        self._rows = rows
        self.lines_changed(self.cursor + max(0, newer))

    def spans(self, index: int, width: int) -> Sequence[Span]:
        """Give what stands in a line."""
        row = self._rows[index]
        return (
            Span(f"{instant_words(row.at)[:10]}  ", "dim"),
            Span(column(f"{claim_reference(row.claim)} v{row.revision}", _CLAIM + 3) + " ", "strong"),
            Span(column(revision_words(row), _SEVERITY) + " ", _look(row.severity)),
            *([Span(column(row.by, _BY) + " ", "dim")] if width >= _WIDE else []),
            Span(steady(" ".join((row.reason or row.statement).split())), "" if row.reason else "dim"),
        )


def revision_words(row: GoneOutRow) -> str:
    """Say what a revision did."""
    return "published" if row.severity is None else row.severity.value.replace("_", " ")


def _look(severity: Severity | None) -> str:
    return "warning" if severity in {Severity.WITHDRAWN, Severity.RATING_CHANGED} else ""
