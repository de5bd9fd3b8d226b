"""Reports of figures as a table, Markdown, CSV or JSON."""

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.output import write_json, write_line, write_lines
from workbench.cli.tables import terminal_columns, width, write_table
from workbench.domain.figure_tables import FigureReport, parted
from workbench.export.figures import csv_lines, markdown


class FigureForm(StrEnum):
    """In what form figures are written."""

    TABLE = "table"
    MARKDOWN = "md"
    CSV = "csv"


Format = Annotated[FigureForm, typer.Option("--format", help="Tables, Markdown, or CSV for a spreadsheet.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="The same as --format csv.")]


def figure_form(form: FigureForm, *, as_csv: bool, as_json: bool) -> FigureForm:
    """Give the form that is asked for.

    Raises:
        BadParameter: it is asked for in two.

    """
    if (as_csv and (as_json or form is FigureForm.MARKDOWN)) or (as_json and form is not FigureForm.TABLE):
        raise typer.BadParameter("Only one of --csv, --json and --format can be given.")
    return FigureForm.CSV if as_csv else form


def write_figures(
    found: object, report: FigureReport, cells: Callable[[], list[tuple[str, ...]]], form: FigureForm, *, as_json: bool
) -> None:
    """Write a report; ``cells`` gives the rows of its CSV, the first of which names the columns."""
    if as_json:
        write_json(found)
    elif form is FigureForm.CSV:
        for row in csv_lines(cells()):
            write_line(row)
    elif form is FigureForm.MARKDOWN:
        write_lines(markdown(report))
    else:
        for table in report.tables:
            for part in parted(table, terminal_columns() or sys.maxsize, width):
                if part.title:
                    write_line(part.title)
                write_table(part.header, part.rows)
                write_line("")
        for note in report.notes:
            say(note)
