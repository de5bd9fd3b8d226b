"""``workbench claim duplicate|tag|tags``: what can be done with several claims at once."""

import re
from typing import Annotated

import typer

from workbench.cli.lots import ByFilter, Claims, chosen, only_one, take_step
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, Token
from workbench.cli.output import write_json
from workbench.cli.tables import write_table
from workbench.cli.turns import write_standing
from workbench.cli.typed import STANDARD_INPUT
from workbench.desk.lots import Merge, Retag
from workbench.domain.references import claim_reference, parse_reference
from workbench.domain.tags import parse_tag, tag_words

_CLAIM = re.compile(r"[Cc]-?\d{1,9}", re.ASCII)


def add_to(app: typer.Typer) -> None:
    """Add these commands to the group of claims."""
    for command in (duplicate, tag, tags):
        app.command()(command)


def duplicate(
    context: typer.Context,
    claims: Claims = None,
    *,
    of: Annotated[str, typer.Option(metavar="CLAIM", help="The claim that they are the same as.")],
    by_filter: ByFilter = None,
    token: Token = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Mark claims as the same as another; their evidence stays with them. Undo or 'queue put' takes it back."""
    number, other = only_one(claims, by_filter), parse_reference(of, "C")
    if number is None and token is not None:
        raise typer.BadParameter("--token is for a single claim.")
    words = f"duplicates of {claim_reference(other)}"
    with open_desk(context, database) as desk:
        if number is None:
            meant = [one for one in chosen(desk, claims, by_filter) if one != other]
            take_step(desk, meant, Merge(other), words, as_json=as_json)
            return
        sheet = desk.mark_duplicate(number, other, token)
    write_standing(sheet, f"is a duplicate of {claim_reference(other)}", as_json=as_json)


def tag(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="[CLAIM]... TAG...", help="Claims such as C-12, - for standard input; then the tags."),
    ],
    *,
    remove: Annotated[bool, typer.Option("--remove", help="Take the tags off.")] = False,
    by_filter: ByFilter = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Give claims tags, or take tags off. 'list tag:NAME' finds them again; undo takes it back for all of them."""
    claims = [word for word in words if word == STANDARD_INPUT or _CLAIM.fullmatch(word)]
    names = tuple(dict.fromkeys(parse_tag(word) for word in words if word not in claims))
    if not names:
        raise typer.BadParameter("Name a tag behind the claims.")
    said = f"{'not tagged' if remove else 'tagged'} {tag_words(names)}"
    with open_desk(context, database) as desk:
        deed = Retag((), names) if remove else Retag(names)
        take_step(desk, chosen(desk, claims, by_filter), deed, said, as_json=as_json)


def tags(context: typer.Context, *, as_json: AsJson = False, database: Database = None) -> None:
    """List the tags of the desk, with how many claims have each."""
    with open_desk(context, database) as desk:
        found = desk.tags()
    if as_json:
        write_json(found)
    else:
        write_table(("tag", "claims"), [(row.name, str(row.claims)) for row in found])
