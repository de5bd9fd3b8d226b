"""``workbench export``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.complaints import say
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
    form: Annotated[Form, typer.Option("--format", help="In what form.")] = Form.MARKDOWN,  # noqa: ARG001 - one so far
    out: Annotated[
        str | None, typer.Option(metavar="DIR", help="The folder to write to.  [default: ./exports]")
    ] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Write reports, one Markdown file for each article, and name the files. What stays the same is not touched."""
    if sum((article is not None, bool(claim), by_filter is not None, everything)) > 1:
        raise typer.BadParameter("Only one of --article, --claim, --filter and --all can be given.")
    article_number = None if article is None else parse_reference(some(article, "--article"), "A")
    for one in claim or ():
        some(one, "--claim")
    settings = settings_for(context, database)
    folder = settings.exports if out is None else Path(some(out, "--out"))
    with open_desk(context, database) as desk, progress_line("Exporting") as progress:
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
