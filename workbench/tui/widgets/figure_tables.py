"""Tables of figures as lines of text: one that is wider than the panel goes on below."""

from collections.abc import Iterator

from rich.cells import cell_len
from textual.content import Content

from workbench.domain.figure_tables import GAP, WIDEST_NAME, FigureReport, FigureTable, parted
from workbench.domain.text import printable
from workbench.tui.drawing import block, line
from workbench.tui.widgets.charts import column

_INDENT = "  "


def report_lines(report: FigureReport, columns: int) -> list[Content]:
    """Give all tables of a report, for so many columns, and below them what they are over."""
    lines: list[Content] = []
    for table in report.tables:
        for part in parted(table, columns - len(_INDENT), _wide):
            lines += [*_table(part), Content("")]
    return [*lines, *(block(note, "$text-muted") for note in report.notes)]


def _table(table: FigureTable) -> Iterator[Content]:
    if table.title:
        yield line(table.title, "bold $accent")
    every = (table.header, *table.rows)
    names, *numbers = (max(_wide(row[at]) for row in every) for at in range(len(table.header)))
    for at, row in enumerate(every):
        cells = "".join(
            " " * GAP + column(cell, width, right=True) for cell, width in zip(row[1:], numbers, strict=True)
        )
        yield line(f"{_INDENT}{column(row[0], min(names, WIDEST_NAME))}{cells}", "" if at else "$text-muted")


def _wide(text: str) -> int:
    return cell_len(printable(text))
