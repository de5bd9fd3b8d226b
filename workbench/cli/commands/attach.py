"""``workbench attach``."""

from typing import Annotated

import typer

from claims_db.vocabulary import DraftField, EvidenceForm, Stance
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Claim, Confidential, Database, plain_app
from workbench.cli.turns import write_standing
from workbench.cli.typed import kept, typed
from workbench.desk.entries import EvidenceEntry
from workbench.domain.dates import parse_date
from workbench.domain.moments import parse_moment
from workbench.domain.references import evidence_reference, parse_reference

app = plain_app()


@app.command()
def attach(
    context: typer.Context,
    claim: Claim,
    *,
    stance: Annotated[Stance, typer.Option(help="What it does to the claim.")],
    link: Annotated[str, typer.Option(metavar="URL", help="Where the source stands.")] = "",
    file: Annotated[str, typer.Option(metavar="PATH", help="A file of this machine; its hash is kept.")] = "",
    quotation: Annotated[
        str, typer.Option(metavar="TEXT|-", help="The words of the source that matter, verbatim; - reads them.")
    ] = "",
    note: Annotated[str, typer.Option(metavar="TEXT|-", help="What you add; - reads it.")] = "",
    locator: Annotated[str, typer.Option(metavar="PLACE", help="Page, paragraph or time in the source.")] = "",
    title: Annotated[str, typer.Option(metavar="TEXT", help="The source's title.")] = "",
    author: Annotated[str, typer.Option(metavar="NAME", help="Who wrote it.")] = "",
    publisher: Annotated[str, typer.Option(metavar="NAME", help="Who published it.")] = "",
    published: Annotated[str, typer.Option(metavar="DATE", help="When it was published.")] = "",
    archived: Annotated[str, typer.Option(metavar="URL", help="An archived copy of it.")] = "",
    archived_at: Annotated[str, typer.Option(metavar="DATE", help="When that copy was made.")] = "",
    confidential: Confidential = False,
    retrieved_at: Annotated[str, typer.Option(metavar="DATE", help="When you saw the source.")] = "",
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Attach evidence: a link, a file, a quotation or a note.

    The first of --link, --file, --quotation and --note that is given says which it is; the others add to it.
    """
    number = parse_reference(claim, "C")
    if link and file:
        raise typer.BadParameter("Give --link or --file, not both.")
    with open_desk(context, database) as desk:
        now, zone = desk.now(), desk.desk().time_zone
        excerpt, words = typed(quotation, note), typed(note, quotation)
        entry = EvidenceEntry(
            form=_form(link, file, quotation),
            stance=stance,
            excerpt=excerpt,
            note=words,
            url=link,
            path=file,
            locator=locator,
            title=title,
            author=author,
            publisher=publisher,
            published=parse_date(published) if published else None,
            archived_url=archived,
            archived_at=parse_moment(archived_at, now, zone),
            retrieved_at=parse_moment(retrieved_at, now, zone),
            confidential=confidential,
        )
        with kept(
            desk, number, DraftField.EVIDENCE, stance=stance, form=entry.form, url=link, excerpt=excerpt, note=words
        ):
            sheet = desk.attach(number, entry)
    newest = max(evidence.number for evidence in sheet.evidence)
    write_standing(sheet, f"has {evidence_reference(newest)} now", as_json=as_json)


def _form(link: str, file: str, quotation: str) -> EvidenceForm:
    if link:
        return EvidenceForm.LINK
    if file:
        return EvidenceForm.FILE
    return EvidenceForm.QUOTATION if quotation else EvidenceForm.NOTE
