"""``workbench impact``: what went out, what was corrected, and what came of requests to others."""

import typer

from workbench.cli.figures import AsCsv, FigureForm, Format, figure_form, write_figures
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, From, To, plain_app
from workbench.domain.days import parse_period
from workbench.domain.figure_tables import impact_cells, impact_report

app = plain_app()


@app.command()
def impact(
    context: typer.Context,
    *,
    first: From = "",
    last: To = "",
    form: Format = FigureForm.TABLE,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Count the findings that went out, the desk's own corrections, and what came of requests for one to others."""
    period = parse_period(first, last)
    with open_desk(context, database) as desk:
        found = desk.impact(period)
    form = figure_form(form, as_csv=as_csv, as_json=as_json)
    write_figures(found, impact_report(found), lambda: impact_cells(found), form, as_json=as_json)
