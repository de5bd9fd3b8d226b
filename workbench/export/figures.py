"""Reports of figures as Markdown and as CSV: the same figures are the same bytes."""

from collections.abc import Iterable, Iterator, Sequence

from workbench.domain.figure_tables import FigureReport, FigureTable
from workbench.export.escaping import words
from workbench.export.spreadsheet import safe_cells


def markdown(report: FigureReport) -> str:
    """Write a report in Markdown; lines end in line feeds, one at the end."""
    lines = [f"# {words(report.title)}", ""]
    for note in report.notes:
        lines += [words(note), ""]
    for table in report.tables:
        lines += [f"## {words(table.title)}", "", *_table(table), ""]
    return "\n".join(lines)


def csv_lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Write rows as CSV in which no cell is a formula; the lines have no ends."""
    return (safe_cells(row) for row in rows)


def _table(table: FigureTable) -> Iterator[str]:
    yield _row(table.header)
    yield _row(["---", *("---:" for _ in table.header[1:])], escaped=True)
    yield from map(_row, table.rows)


def _row(cells: Sequence[str], *, escaped: bool = False) -> str:
    return f"| {' | '.join(cell if escaped else words(cell) for cell in cells)} |"
