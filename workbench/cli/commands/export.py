"""``workbench export``."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims_db.rows import ClaimFilter
from workbench.cli.complaints import say
from workbench.cli.lots import ByFilter, chosen
from workbench.cli.opening import open_desk, settings_for, some
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.progress_line import progress_line
from workbench.desk.finding_exports import Exported, FindingForm
from workbench.domain.references import parse_reference

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

app = plain_app()


class Form(StrEnum):
    """In what form a desk's work is written."""

    MARKDOWN = "md"
    CLAIM_REVIEW = "claimreview"
    AVERITEC = "averitec"
    CSL = "csl"
    BIBTEX = "bibtex"
    REVISIONS = "revisions"


_OF_FINDINGS = frozenset({Form.CLAIM_REVIEW, Form.AVERITEC, Form.CSL, Form.BIBTEX})


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
    form: Annotated[Form, typer.Option("--format", help="In what form.")] = Form.MARKDOWN,
    template: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|FILE",
            help="A page for each finding instead of a report for each article: box, assessment, long, or your own.",
        ),
    ] = None,
    out: Annotated[
        str | None, typer.Option(metavar="DIR", help="The folder to write to.  [default: ./exports]")
    ] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Write reports, one Markdown file for each article, and name the files. What stays the same is not touched.

    With --template each finding has a page of its own. Other forms: claimreview (JSON-LD of what was published),
    averitec, csl and bibtex (the sources), revisions (each publication in a folder, as it went out).
    """
    if sum((article is not None, bool(claim), by_filter is not None, everything)) > 1:
        raise typer.BadParameter("Only one of --article, --claim, --filter and --all can be given.")
    if template is not None and form is not Form.MARKDOWN:
        raise typer.BadParameter("Only --format md takes a template.")
    article_number = None if article is None else parse_reference(some(article, "--article"), "A")
    for one in claim or ():
        some(one, "--claim")
    settings = settings_for(context, database)
    folder = settings.exports if out is None else Path(some(out, "--out"))
    with open_desk(context, database) as desk, progress_line("Exporting") as progress:
        numbers = _numbers(desk, article_number, claim, by_filter)
        if form is Form.REVISIONS:
            written = Exported(
                tuple(
                    path
                    for one in ([None] if numbers is None else numbers)
                    for path in desk.write_revisions(folder, one, progress)
                )
            )
        elif form in _OF_FINDINGS or template is not None:
            kind = FindingForm.PAGES if form is Form.MARKDOWN else FindingForm(form.value)
            written = desk.export_findings(kind, folder, numbers, template or "long", progress)
        elif claim or by_filter is not None:
            written = Exported(desk.export_claims(numbers or (), folder, progress))
        else:
            written = Exported(desk.export(folder, article=article_number, progress=progress))
    _tell(written, as_json=as_json)


def _numbers(desk: "Desk", article: int | None, claims: list[str] | None, by_filter: str | None) -> list[int] | None:
    """Give the claims that are meant, None for all."""
    if claims or by_filter is not None:
        return chosen(desk, claims, by_filter)
    return None if article is None else list(desk.claim_numbers(ClaimFilter(article=article)))


def _tell(written: Exported, *, as_json: bool) -> None:
    paths = [str(path) for path in written.paths]
    if as_json:
        write_json(paths)
    for path in () if as_json else paths:
        write_line(path)
    for reason, count in written.left_out:
        say(f"{count} left out: {reason}.")
    if not paths:
        say("There is nothing to export yet.")
