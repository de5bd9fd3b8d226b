"""``workbench drafts``."""

from typing import Annotated

import typer

from claims_db.rows import DraftRow
from claims_db.vocabulary import DraftField
from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.desk.entries import UNBORN
from workbench.domain.dates import instant_words
from workbench.domain.left_words import draft_lines
from workbench.domain.references import claim_reference, parse_reference

app = plain_app()


@app.command()
def drafts(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="Of this claim alone, such as C-12.")] = "",
    *,
    drop: Annotated[
        DraftField | None, typer.Option(help="Throw this draft of the claim away; nothing brings it back.")
    ] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Show your drafts in full. They are what was typed and not stored yet, or came too late to be stored."""
    number = parse_reference(claim, "C") if claim else None
    if drop is not None and number is None:
        raise typer.BadParameter("--drop needs the claim whose draft it is.")
    with open_desk(context, database) as desk:
        if number is not None and drop is not None:
            desk.drop_draft(number, drop)
        found = [draft for draft in desk.drafts() if number in {None, draft.claim}]
    if as_json:
        write_json(found)
        return
    for draft in found:
        _write(draft)
    if not found:
        say("There are no drafts.")


def _write(draft: DraftRow) -> None:
    which = "new" if draft.claim == UNBORN else claim_reference(draft.claim)
    write_line(f"{which}  {draft.field.value}, kept {instant_words(draft.saved_at)}")
    for words in draft_lines(draft.body):
        for line in words.splitlines():
            write_line(f"  {line}")
