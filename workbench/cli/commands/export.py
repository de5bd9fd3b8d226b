"""``workbench export``."""

from pathlib import Path
from typing import Annotated

import typer

from claims_db.rows import ClaimFilter
from workbench.cli.complaints import say
from workbench.cli.export_changed import Changed, Since, check_changed, instant_of, tell_changed
from workbench.cli.export_page import OnePage, Page, PageOptions, Saved, Title, check_page, told
from workbench.cli.export_tables import export_csv, export_desk
from workbench.cli.lots import ByFilter, chosen
from workbench.cli.opening import open_desk, settings_for, some
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.progress_line import progress_line
from workbench.desk.exported import FILE_FOR_EACH, Exported, Form, Order, left_out_words
from workbench.domain.references import parse_reference
from workbench.export.template_names import LONG

app = plain_app()


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
    saved: Saved = None,
    everything: Annotated[bool, typer.Option("--all", help="All articles and claims, which is the default.")] = False,
    form: Annotated[
        Form, typer.Option("--format", help="Reports, a form that others read, or the whole desk.")
    ] = Form.MARKDOWN,
    template: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|FILE",
            help="A page for each finding instead of a report for each article: box, assessment, long, or your own.",
        ),
    ] = None,
    one_page: OnePage = False,
    page: Page = None,
    title: Title = None,
    since: Since = None,
    changed: Changed = False,
    out: Annotated[str | None, typer.Option(metavar="DIR|FILE", help="Where to write.  [default: ./exports]")] = None,
    raw: Annotated[
        bool, typer.Option("--raw", help="CSV for programs: nothing keeps a spreadsheet from formulas, nothing is cut.")
    ] = False,
    no_bom: Annotated[bool, typer.Option("--no-bom", help="CSV without the mark by which Excel knows UTF-8.")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Write reports, findings, claims or the whole desk, and name the files. What stays the same is not touched.

    md is one Markdown file for each article, with --template one for each finding, with --one-page one for all that is
    chosen; claimreview the JSON-LD of what was published, mediareview that of its pictures, films and recordings;
    averitec the findings that were signed off; csl and bibtex their sources; site the pages of what was
    published, to be read in a browser; csv one row for each claim; revisions a folder for each publication, as it went out; jsonl the desk with its journal, which 'workbench import'
    takes in again.
    """
    chosen_so = (article is not None, bool(claim), by_filter is not None, saved is not None)
    if sum((*chosen_so, everything)) > 1:
        raise typer.BadParameter("Only one of --article, --claim, --filter, --saved and --all can be given.")
    if (raw or no_bom) and form is not Form.CSV:
        raise typer.BadParameter("--raw and --no-bom belong to --format csv.")
    if template is not None and form is not Form.MARKDOWN:
        raise typer.BadParameter("--template belongs to --format md.")
    if any(chosen_so) and form is Form.JSONL:
        raise typer.BadParameter(
            "--format jsonl is the whole desk; leave out --article, --claim, --filter and --saved."
        )
    as_page = PageOptions(one_page, page, title)
    narrowed = changed or since is not None
    check_page(as_page, markdown=form is Form.MARKDOWN, narrowed=narrowed, article=article is not None)
    check_changed(
        since=since,
        changed=changed,
        each=template is not None or form in FILE_FOR_EACH,
        revisions=form is Form.REVISIONS,
        by_name=bool(claim) or article is not None,
    )
    article_number = None if article is None else parse_reference(some(article, "--article"), "A")
    for one in claim or ():
        some(one, "--claim")
    settings = settings_for(context, database)
    folder = settings.exports if out is None else Path(some(out, "--out"))
    if form is Form.JSONL:
        export_desk(context, database, folder, as_json=as_json)
        return
    with open_desk(context, database) as desk, progress_line("Exporting") as progress:
        words = by_filter if saved is None else desk.saved_words(saved)
        numbers = chosen(desk, claim, words) if claim or words is not None else None
        if form is Form.CSV:
            export_csv(desk, folder, numbers, article_number, progress, raw=raw, mark=not no_bom, as_json=as_json)
            return
        if changed:
            part = numbers if article_number is None else desk.claim_numbers(ClaimFilter(article=article_number))
            selection = (words or "", template or LONG)
            tell_changed(desk.export_changed(form.of_findings, folder, part, *selection, progress), as_json=as_json)
            return
        instant = None if since is None else instant_of(desk, since)
        order = Order(form, folder, numbers, article_number, template=template or "", since=instant)
        page_template, heading = told(as_page)
        order = order._replace(selection=words or "", page=page_template, title=heading)
        written = desk.carry_out(order, progress)
    _tell(written, as_json=as_json)


def _tell(written: Exported, *, as_json: bool) -> None:
    paths = [str(path) for path in written.paths]
    if as_json:
        write_json(paths)
    for path in () if as_json else paths:
        write_line(path)
    for reason, count in written.left_out:
        say(left_out_words(reason, count))
    if not paths:
        say("There is nothing to export yet.")
