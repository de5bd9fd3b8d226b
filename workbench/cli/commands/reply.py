"""``workbench reply``: who was asked for a reply to a claim, and what they answered."""

from typing import Annotated

import typer

from claims_db.vocabulary import DraftField
from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Claim, Database, plain_app
from workbench.cli.output import write_json, write_line, write_lines
from workbench.cli.turns import write_standing
from workbench.cli.typed import kept, typed
from workbench.desk.ledger_entries import ReplyEntry
from workbench.domain.evidence.log_words import answer_words, request_words
from workbench.domain.moments import parse_moment
from workbench.domain.references import claim_reference, parse_reference

app = plain_app("Write down whom you asked for a reply, how and when, and the answer word for word.")


@app.command()
def ask(
    context: typer.Context,
    claim: Claim,
    asked: Annotated[str, typer.Argument(metavar="WHOM", help="Whom you asked.")],
    *,
    by: Annotated[str, typer.Option("--by", metavar="TEXT", help="How, such as e-mail.")] = "",
    question: Annotated[str, typer.Option(metavar="TEXT|-", help="What you asked; - reads it.")] = "",
    at: Annotated[str, typer.Option("--at", metavar="TIME", help="When you asked; without it now.")] = "",
    deadline: Annotated[str, typer.Option(metavar="TIME", help="Until when they may answer.")] = "",
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Write down that you asked somebody for a reply. Undo takes it back."""
    number, words = parse_reference(claim, "C"), typed(question)
    with open_desk(context, database) as desk:
        now, zone = desk.now(), desk.desk().time_zone
        asked_at, until = (parse_moment(text, now, zone) if text else None for text in (at, deadline))
        with kept(desk, number, DraftField.REPLY, asked=asked, channel=by, question=words, deadline=deadline):
            sheet = desk.ask_for_reply(number, ReplyEntry(asked, by, words, asked_at, until))
    write_standing(sheet, f"has request {sheet.replies[-1].number} for a reply now", as_json=as_json)


@app.command()
def answer(
    context: typer.Context,
    claim: Claim,
    request: Annotated[int, typer.Argument(metavar="NUMBER", help="The number of the request.")],
    text: Annotated[str, typer.Argument(metavar="TEXT|-", help="The answer word for word; - reads it.")],
    *,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Write down an answer word for word, in place of what was there before."""
    number, words = parse_reference(claim, "C"), typed(text)
    with open_desk(context, database) as desk, kept(desk, number, DraftField.REPLY, request=str(request), answer=words):
        sheet = desk.answer_reply(number, request, words)
    write_standing(sheet, f"has the answer to request {request} now", as_json=as_json)


@app.command("list")
def list_requests(context: typer.Context, claim: Claim, *, as_json: AsJson = False, database: Database = None) -> None:
    """List who was asked for a reply to a claim, and what they answered."""
    number = parse_reference(claim, "C")
    with open_desk(context, database) as desk:
        rows, now = desk.claim(number).replies, desk.now()
    if as_json:
        write_json(rows)
        return
    for row in rows:
        write_line(f"{row.number}  {request_words(row)}")
        write_lines("\n".join(part for part in (row.question, answer_words(row, now), row.answer) if part))
    if not rows:
        say(f"Nobody was asked for a reply to {claim_reference(number)}.")
