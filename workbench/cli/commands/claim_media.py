"""``workbench claim media``: the pictures, films and recordings that a claim is about, and what became of them."""

from typing import Annotated

import typer

from claims_db.errors import NotFound
from claims_db.media_vocabulary import MediaCategory, MediaKind
from claims_db.rows import ClaimSheet, Medium
from claims_db.vocabulary import DraftField
from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Claim, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.turns import write_standing
from workbench.cli.typed import kept
from workbench.domain.media import medium_words
from workbench.domain.references import claim_reference, parse_reference
from workbench.domain.typed_media import media_part, typed_medium

app = plain_app("Say what a claim shows where it is about a picture, a film or a recording; MediaReview tells it.")

Number = Annotated[int, typer.Argument(metavar="NUMBER", help="Which of the claim's media, as 'list' counts them.")]
Kind = Annotated[MediaKind | None, typer.Option(help="What it is.")]
Links = Annotated[
    list[str] | None,
    typer.Option("--link", metavar="URL", help="Where it was seen; repeat it, the first place first; '' for nowhere."),
]
Categories = Annotated[
    list[MediaCategory] | None,
    typer.Option("--category", help="What became of it; repeat it, several can be true."),
]
Undecided = Annotated[bool, typer.Option("--no-category", help="Take its categories away.")]
Overlaid = Annotated[str | None, typer.Option("--text", metavar="TEXT", help="The words that stand on an image.")]
Original = Annotated[str | None, typer.Option(metavar="URL", help="Where the original is found.")]
NoOriginal = Annotated[str | None, typer.Option("--no-original", metavar="TEXT", help="Why no original is linked.")]
Told = Annotated[str | None, typer.Option("--context", metavar="TEXT", help="What the original shows, in a sentence.")]
Edited = Annotated[
    list[str] | None,
    typer.Option(metavar="TIMES", help="A part that was edited, as 00:01:05-00:01:20; repeat it; '' for none."),
]


@app.command()
def add(
    context: typer.Context,
    claim: Claim,
    *,
    kind: Annotated[MediaKind, typer.Option(help="What it is.")],
    links: Links = None,
    categories: Categories = None,
    overlaid: Overlaid = None,
    original: Original = None,
    no_original: NoOriginal = None,
    told: Told = None,
    edited: Edited = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Say that a claim is about a picture, a film or a recording. Undo takes it off again."""
    number = parse_reference(claim, "C")
    medium = _said(Medium(kind), None, links, categories, overlaid, original, no_original, told, edited)
    with open_desk(context, database) as desk, kept(desk, number, DraftField.MEDIA, **typed_medium(medium)):
        sheet = desk.add_media(number, medium)
    _tell(sheet, as_json=as_json)


@app.command()
def change(
    context: typer.Context,
    claim: Claim,
    which: Number,
    *,
    kind: Kind = None,
    links: Links = None,
    categories: Categories = None,
    undecided: Undecided = False,
    overlaid: Overlaid = None,
    original: Original = None,
    no_original: NoOriginal = None,
    told: Told = None,
    edited: Edited = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Say something else of it; what you don't name stays, '' takes a text away. Undo brings back what was there."""
    number = parse_reference(claim, "C")
    chosen = [] if undecided else categories
    with open_desk(context, database) as desk:
        base = _standing(desk.claim(number), which)
        medium = _said(base, kind, links, chosen, overlaid, original, no_original, told, edited)
        typed = {f"{media_part(which)} {name}": words for name, words in typed_medium(medium).items()}
        with kept(desk, number, DraftField.MEDIA, **typed):
            sheet = desk.change_media(number, which, medium, base)
    _tell(sheet, as_json=as_json)


@app.command("list")
def list_media(context: typer.Context, claim: Claim, *, as_json: AsJson = False, database: Database = None) -> None:
    """List what a claim is about, with the numbers that 'change' and 'remove' take."""
    number = parse_reference(claim, "C")
    with open_desk(context, database) as desk:
        rows = desk.claim(number).media
    if as_json:
        write_json(rows)
        return
    for row in rows:
        write_line(f"{row.number}  {medium_words(row.medium)}")
    if not rows:
        say(f"{claim_reference(number)} has no media.")


@app.command()
def remove(
    context: typer.Context, claim: Claim, which: Number, *, as_json: AsJson = False, database: Database = None
) -> None:
    """Take it off the claim. Undo brings it back; the numbers of the others stay."""
    number = parse_reference(claim, "C")
    with open_desk(context, database) as desk:
        sheet = desk.remove_media(number, which)
    _tell(sheet, as_json=as_json)


def _said(
    base: Medium,
    kind: MediaKind | None,
    links: list[str] | None,
    categories: list[MediaCategory] | None,
    overlaid: str | None,
    original: str | None,
    no_original: str | None,
    context: str | None,
    edited: list[str] | None,
) -> Medium:
    """Give what is said of media: what is named, and all else as it stands."""
    return Medium(
        kind or base.kind,
        base.links if links is None else tuple(links),
        _given(overlaid, base.overlaid),
        base.categories if categories is None else tuple(categories),
        _given(original, base.original),
        _given(no_original, base.no_original),
        _given(context, base.context),
        base.edited if edited is None else tuple(edited),
    )


def _given(text: str | None, standing: str) -> str:
    return standing if text is None else text


def _standing(sheet: ClaimSheet, which: int) -> Medium:
    for row in sheet.media:
        if row.number == which:
            return row.medium
    reference = claim_reference(sheet.number)
    raise NotFound(f"{reference} has no media {which}.", f"'workbench claim media list {reference}' shows them.")


def _tell(sheet: ClaimSheet, *, as_json: bool) -> None:
    count = len(sheet.media)
    write_standing(sheet, f"has {count} {'picture, film or recording' if count == 1 else 'media'} now", as_json=as_json)
