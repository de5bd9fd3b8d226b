"""``workbench balance``: what became of what came in, by who said it, who published it, or what it is about."""

from typing import Annotated

import typer

from claims_db.report_vocabulary import BalanceAxis
from workbench.cli.figures import AsCsv, FigureForm, Format, figure_form, write_figures
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, From, To, plain_app
from workbench.domain.balance import Asked
from workbench.domain.days import parse_period
from workbench.domain.figure_tables import balance_cells, balance_report

app = plain_app()


@app.command()
def balance(
    context: typer.Context,
    *,
    by: Annotated[BalanceAxis, typer.Option("--by", help="By what the claims are told apart.")] = BalanceAxis.CLAIMER,
    first: From = "",
    last: To = "",
    words: Annotated[
        str, typer.Option("--filter", metavar="FILTER", help="Only claims that this filter lets through.")
    ] = "",
    most: Annotated[
        int | None, typer.Option("--top", metavar="NUMBER", min=1, help="Only so many lines, the others in one.")
    ] = None,
    form: Format = FigureForm.TABLE,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Count what was checked, set aside and left, of all that came in. Days are those on which claims were taken in.

    A topic is a tag. To which party a claimer belongs, 'workbench party' says. Of few claims no share is given.
    """
    asked = Asked(by, parse_period(first, last), words, most)
    with open_desk(context, database) as desk:
        found = desk.balance(asked)
    form = figure_form(form, as_csv=as_csv, as_json=as_json)
    write_figures(found, balance_report(found), lambda: balance_cells(found), form, as_json=as_json)
