"""``workbench export``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.export_tables import export_csv, export_desk
from workbench.cli.lots import ByFilter, chosen
from workbench.cli.opening import open_desk, settings_for, some
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.progress_line import progress_line
from workbench.domain.references import parse_reference

app = plain_app()


class Form(StrEnum):
    """In what form reports are written."""

    MARKDOWN = "md"
    CSV = "csv"
    JSONL = "jsonl"


@app.command()
def export(
    context: typer.Context,
    *,
    article: Annotated[str | None, typer.Option(metavar="A-3", help="Only this article.")] = None,
    claim: Annotated[
        list[str] | None,
        typer.Option(metavar="C-12", help="Only this claim; repeat it, or - reads claims from standard input."),
    ] = None,
    by_filter: ByFilter = None,
    everything: Annotated[bool, typer.Option("--all", help="All articles and claims, which is the default.")] = False,
    form: Annotated[
        Form, typer.Option("--format", help="Reports, a table of claims, or the whole desk.")
    ] = Form.MARKDOWN,
    out: Annotated[str | None, typer.Option(metavar="DIR|FILE", help="Where to write.  [default: ./exports]")] = None,
    raw: Annotated[
        bool, typer.Option("--raw", help="CSV for programs: nothing keeps a spreadsheet from formulas, nothing is cut.")
    ] = False,
    no_bom: Annotated[bool, typer.Option("--no-bom", help="CSV without the mark by which Excel knows UTF-8.")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Write reports, claims or the whole desk, and name the files. What stays the same is not touched.

    md is one Markdown file for each article, csv one row for each claim, jsonl the desk with its journal, which
    'workbench import' takes in again.
    """
    chosen_so = (article is not None, bool(claim), by_filter is not None)
    if sum((*chosen_so, everything)) > 1:
        raise typer.BadParameter("Only one of --article, --claim, --filter and --all can be given.")
    if (raw or no_bom) and form is not Form.CSV:
        raise typer.BadParameter("--raw and --no-bom belong to --format csv.")
    if any(chosen_so) and form is Form.JSONL:
        raise typer.BadParameter("--format jsonl is the whole desk; leave out --article, --claim and --filter.")
    article_number = None if article is None else parse_reference(some(article, "--article"), "A")
    for one in claim or ():
        some(one, "--claim")
    settings = settings_for(context, database)
    folder = settings.exports if out is None else Path(some(out, "--out"))
    if form is Form.JSONL:
        export_desk(context, database, folder, as_json=as_json)
        return
    with open_desk(context, database) as desk, progress_line("Exporting") as progress:
        if form is Form.CSV:
            numbers = chosen(desk, claim, by_filter) if claim or by_filter is not None else None
            export_csv(desk, folder, numbers, article_number, progress, raw=raw, mark=not no_bom, as_json=as_json)
            return
        if claim or by_filter is not None:
            written = desk.export_claims(chosen(desk, claim, by_filter), folder, progress)
        else:
            written = desk.export(folder, article=article_number, progress=progress)
    paths = [str(path) for path in written]
    if as_json:
        write_json(paths)
    for path in () if as_json else paths:
        write_line(path)
    if not paths:
        say("There is nothing to export yet.")
