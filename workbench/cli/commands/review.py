"""``workbench review``: which verdicts need a second one."""

from typing import Annotated, NamedTuple

import typer

from claims_db.rows import SecondReviewRule
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.typed import word
from workbench.domain.second_review import WHOLE
from workbench.errors import BadInput

app = plain_app("Say which verdicts need a second one. It is given without sight of the first.")

_PERCENT = 100


class RuleInPercent(NamedTuple):
    """The rule of second review as JSON; ``share`` in percent of all the other verdicts."""

    ratings: tuple[str, ...]
    names: tuple[str, ...]
    legal: bool
    share: float


@app.callback()
def review() -> None:
    """Keep the group a group while it has one command."""


@app.command()
def rules(
    context: typer.Context,
    *,
    rating: Annotated[
        list[str] | None, typer.Option(metavar="RATING", help="Verdicts of this rating; repeat it for several.")
    ] = None,
    name: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Claims that name or quote them; repeat it for several.")
    ] = None,
    legal: Annotated[bool | None, typer.Option("--legal/--no-legal", help="Claims with the legal mark.")] = None,
    share: Annotated[
        float | None, typer.Option(metavar="PERCENT", help="So many of the others, drawn by their ids.")
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Begin without any rule; what else is given is set.")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Show the rule of second review. With options change it, which editors can; what is not named stays."""
    changes = clear or any(part is not None for part in (rating, name, legal, share))
    with open_desk(context, database) as desk:
        base = desk.second_review_rule()
        rule = SecondReviewRule() if clear else base
        if changes:
            rule = SecondReviewRule(
                rule.ratings if rating is None else tuple(dict.fromkeys(map(word, rating))),
                rule.names if name is None else tuple(dict.fromkeys(name)),
                rule.legal if legal is None else legal,
                rule.share if share is None else _share(share),
            )
            desk.set_second_review_rule(rule, base)
    if as_json:
        write_json(RuleInPercent(rule.ratings, rule.names, rule.legal, _percent(rule)))
    else:
        _write(rule)


def _share(percent: float) -> int:
    if not 0 <= percent <= _PERCENT:
        raise BadInput("That is no share.", "Give a percentage from 0 to 100.")
    return round(percent * WHOLE / _PERCENT)


def _percent(rule: SecondReviewRule) -> float:
    return rule.share * _PERCENT / WHOLE


def _write(rule: SecondReviewRule) -> None:
    if rule == SecondReviewRule():
        write_line("No verdict needs a second one.")
        return
    write_line("A second verdict, given without sight of the first, is needed for")
    if rule.ratings:
        write_line(f"  ratings  {', '.join(rule.ratings)}")
    if rule.names:
        write_line(f"  names    {', '.join(rule.names)}")
    if rule.legal:
        write_line("  legal    every claim with the legal mark")
    if rule.share:
        write_line(f"  share    {_percent(rule):g} % of the others")
