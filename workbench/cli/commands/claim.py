"""``workbench claim``: add a claim by hand; edit, split, merge and tag those that are there; show which are the same; say what pictures and films show."""

from typing import Annotated

import typer

from claims_db.rows import RecheckDate
from claims_db.vocabulary import AppearanceForm, ClaimKind, DraftField
from workbench.cli.claim_card import said_by
from workbench.cli.cluster_lines import write_cluster
from workbench.cli.commands import claim_lots, claim_media
from workbench.cli.complaints import say
from workbench.cli.new_matches import point_out
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Claim, Database, Token, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.typed import kept, span, typed
from workbench.desk.entries import ClaimEdit, ClaimEntry
from workbench.domain.dates import parse_date
from workbench.domain.recheck_dates import is_due, recheck_words
from workbench.domain.references import claim_reference, parse_reference

app = plain_app(
    "Take in claims that stand in no article; edit, split, tag them, mark duplicates, show clusters, say what pictures show."
)

Span = Annotated[list[str], typer.Argument(metavar="START:END", help="The characters of each part, in its article.")]


@app.command()
def add(
    context: typer.Context,
    statement: Annotated[str, typer.Argument(help="The claim in one self-contained sentence.")],
    *,
    claimer: Annotated[str, typer.Option(metavar="NAME", help="Who asserts it.")] = "",
    via: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Through whom it came; repeat it, the nearest to you first."),
    ] = None,
    form: Annotated[AppearanceForm, typer.Option(help="Where it was met.")] = AppearanceForm.TIP,
    kind: Annotated[ClaimKind, typer.Option(help="What sort of statement it is.")] = ClaimKind.OTHER,
    locator: Annotated[str, typer.Option(metavar="PLACE", help="Time code, page or another place in it.")] = "",
    url: Annotated[str, typer.Option(metavar="URL", help="Where it can be found.")] = "",
    said_on: Annotated[str, typer.Option(metavar="DATE", help="When it was said.")] = "",
    quote: Annotated[str, typer.Option(metavar="TEXT", help="The words as they were said.")] = "",
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Take in a claim by hand: a tip, a speech, a post."""
    entry = ClaimEntry(
        statement=statement,
        claimer=claimer,
        via=tuple(via or ()),
        form=form,
        locator=locator,
        url=url,
        said_on=parse_date(said_on) if said_on else None,
        kind=kind,
        exact=quote,
    )
    with open_desk(context, database) as desk:
        added = desk.add_claim(entry)
    reference = claim_reference(added.claim)
    if as_json:
        write_json(added)
    else:
        write_line(f"{reference}: the desk has this claim already." if added.known else f"{reference} added.")
    point_out(added.matches)


@app.command()
def edit(
    context: typer.Context,
    claim: Claim,
    *,
    statement: Annotated[
        str | None, typer.Option(metavar="TEXT|-", help="The claim in one self-contained sentence; - reads it.")
    ] = None,
    claimer: Annotated[str | None, typer.Option(metavar="NAME", help="Who asserts it; '' for nobody named.")] = None,
    via: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Through whom it came; repeat it, the nearest to you first; '' for nobody."),
    ] = None,
    words: Annotated[
        str | None,
        typer.Option("--span", metavar="START:END", help="Other words of its article, by their characters."),
    ] = None,
    recheck_on: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="From which day its finding is to be checked again, such as 2026-11-14."),
    ] = None,
    recheck_why: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What comes then, such as the next release of a survey.")
    ] = None,
    no_recheck: Annotated[bool, typer.Option("--no-recheck", help="Take that day away.")] = False,
    token: Token = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Change a claim's statement, claimer, chain, the words it stands on, or its recheck date; undo takes it back.

    Other words bring their quote, kind and check-worthiness, and a statement made anew unless you give one; claimer
    and chain stay. What is signed off or published stands: return or reopen it first; editors change its recheck date
    as it is. Days are counted in UTC.
    """
    number = parse_reference(claim, "C")
    recheck = _recheck(recheck_on, recheck_why, taken_away=no_recheck)
    stated = None if statement is None else typed(statement)
    place, chain = None if words is None else span(words), None if via is None else tuple(via)
    with (
        open_desk(context, database) as desk,
        kept(
            desk,
            number,
            DraftField.WORDING,
            statement=stated or "",
            claimer=claimer or "",
            via="; ".join(via or ()),
            recheck_on=recheck_on or "",
            recheck_reason=recheck_why or "",
        ),
    ):
        sheet, now = desk.edit(number, ClaimEdit(stated, claimer, chain, place, recheck), token), desk.now()
    if as_json:
        write_json(sheet)
    else:
        write_line(f"{claim_reference(number)} says now: {sheet.statement}")
        if claimer is not None or via is not None:
            write_line(f"  said by {said_by(sheet)}")
        if recheck is not None:
            write_line(f"  to be checked again: {recheck_words(sheet.recheck) or 'no day is named'}")
    if recheck is not None and is_due(sheet.recheck, now):
        say(f"That day has come: {claim_reference(number)} is to be checked again now.")


def _recheck(on: str | None, why: str | None, *, taken_away: bool) -> RecheckDate | None:
    if taken_away and (on, why) != (None, None):
        raise typer.BadParameter("Say --no-recheck, or --recheck-on with --recheck-why.")
    return RecheckDate() if taken_away else None if on is None and why is None else RecheckDate(on or "", why or "")


@app.command()
def split(
    context: typer.Context,
    claim: Claim,
    spans: Span,
    *,
    token: Token = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Split a claim into two or more: the first keeps number, evidence and history, the others are new claims."""
    number, parts = parse_reference(claim, "C"), [span(one) for one in spans]
    with open_desk(context, database) as desk:
        found = desk.split(number, parts, token)
    if as_json:
        write_json(found)
    else:
        new = ", ".join(map(claim_reference, found.new))
        write_line(f"{claim_reference(number)} says now: {found.claim.statement} New: {new}.")


@app.command()
def cluster(context: typer.Context, claim: Claim, *, as_json: AsJson = False, database: Database = None) -> None:
    """Show the claims that people joined as the same: in order of time, which comes first, and how the wording drifted.

    Joined are accepted matches as the same, duplicates, and the places of one claim; undo takes each of them apart again.
    """
    number = parse_reference(claim, "C")
    with open_desk(context, database) as desk:
        found = desk.cluster(number)
    write_json(found) if as_json else write_cluster(found)


claim_lots.add_to(app)
app.add_typer(claim_media.app, name="media")
