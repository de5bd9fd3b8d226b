"""``workbench correction-request``: who was asked to correct what they published, and what came of it."""

from typing import Annotated

import typer

from claims_db.report_vocabulary import RequestOutcome
from claims_db.vocabulary import DraftField
from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Claim, Database, plain_app
from workbench.cli.output import write_json, write_line, write_lines
from workbench.cli.turns import write_standing
from workbench.cli.typed import kept, typed
from workbench.desk.ledger_entries import CorrectionRequestEntry, OutcomeEntry
from workbench.domain.evidence.log_words import correction_request_words, outcome_words
from workbench.domain.moments import parse_moment
from workbench.domain.references import claim_reference, parse_reference

app = plain_app("Write down whom you asked to correct what they published, until when, and what came of it.")


@app.command()
def ask(
    context: typer.Context,
    claim: Claim,
    asked: Annotated[str, typer.Argument(metavar="WHOM", help="Whom you asked.")],
    *,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of which outlet; without it, that of the claim's article.")
    ] = None,
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="Where the error stands; without it, the claim's article.")
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="TEXT", help="How, such as e-mail.")] = "",
    request: Annotated[str, typer.Option(metavar="TEXT|-", help="What you asked for; - reads it.")] = "",
    at: Annotated[str, typer.Option("--at", metavar="TIME", help="When you asked; without it now.")] = "",
    deadline: Annotated[str, typer.Option(metavar="TIME", help="Until when they may answer.")] = "",
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Write down that you asked somebody for a correction. Undo takes it back."""
    number, words = parse_reference(claim, "C"), typed(request)
    with open_desk(context, database) as desk:
        now, zone = desk.now(), desk.desk().time_zone
        asked_at, until = (parse_moment(text, now, zone) if text else None for text in (at, deadline))
        field = DraftField.CORRECTION_REQUEST
        with kept(
            desk,
            number,
            field,
            asked=asked,
            outlet=outlet or "",
            url=url or "",
            channel=by,
            text=words,
            deadline=deadline,
        ):
            entry = CorrectionRequestEntry(asked, outlet, url, by, words, asked_at, until)
            sheet = desk.ask_for_correction(number, entry)
    position = sheet.correction_requests[-1].number
    write_standing(sheet, f"has request {position} for a correction now", as_json=as_json)


@app.command()
def outcome(
    context: typer.Context,
    claim: Claim,
    request: Annotated[int, typer.Argument(metavar="NUMBER", help="The number of the request.")],
    came: Annotated[RequestOutcome, typer.Argument(metavar="OUTCOME", help=f"One of: {', '.join(RequestOutcome)}.")],
    *,
    at: Annotated[str, typer.Option("--at", metavar="TIME", help="When; without it now.")] = "",
    url: Annotated[str, typer.Option(metavar="URL", help="Where the correction can be read.")] = "",
    note: Annotated[str, typer.Option(metavar="TEXT|-", help="What the desk should know besides; - reads it.")] = "",
    printed: Annotated[
        bool, typer.Option("--print", help="Reports tell of the request and its outcome; else they say nothing of it.")
    ] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Write down what came of a request, in place of what was there before."""
    number, words = parse_reference(claim, "C"), typed(note)
    with open_desk(context, database) as desk:
        when = parse_moment(at, desk.now(), desk.desk().time_zone) if at else None
        with kept(desk, number, DraftField.CORRECTION_REQUEST, request=str(request), note=words, outcome_url=url):
            sheet = desk.note_outcome(number, request, OutcomeEntry(came, when, url, words, printed))
    write_standing(sheet, f"has the outcome of request {request} for a correction now", as_json=as_json)
    if printed and sheet.publications:
        say("What went out tells nothing of it; a correction of it would.")


@app.command("list")
def list_requests(
    context: typer.Context,
    claim: Annotated[
        str | None, typer.Argument(metavar="[CLAIM]", help="The claim, such as C-12; without one, the whole desk.")
    ] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Those that something came of as well.")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """List who was asked for a correction: of a claim all, of the desk those that nothing has come of yet."""
    number = None if claim is None else parse_reference(claim, "C")
    with open_desk(context, database) as desk:
        now = desk.now()
        if number is None:
            rows = desk.correction_requests(open_alone=not everything)
        else:
            rows = desk.claim(number).correction_requests
    if as_json:
        write_json(rows)
        return
    for row in rows:
        write_line(f"{claim_reference(row.claim)} {row.number}  {correction_request_words(row)}")
        write_lines("\n".join(part for part in (row.request, outcome_words(row, now), row.note) if part))
    if not rows:
        say("No request for a correction is open." if number is None else "Nobody was asked for a correction.")
