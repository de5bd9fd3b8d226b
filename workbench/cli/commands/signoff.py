"""``workbench signoff``."""

from typing import Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.lots import ByFilter, Claims, chosen, only_one, take_step
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.turns import write_standing
from workbench.cli.typed import typed
from workbench.desk.lots import SignOff
from workbench.domain.counted import counted
from workbench.domain.lint.lines import summary_words
from workbench.domain.references import claim_reference

app = plain_app()


@app.command()
def signoff(
    context: typer.Context,
    claims: Claims = None,
    *,
    by_filter: ByFilter = None,
    note: Annotated[str, typer.Option(metavar="TEXT|-", help="What there is to add; - reads it.")] = "",
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Let the recorded verdict of one claim or several stand. For editors, and never for one's own verdict."""
    number, words = only_one(claims, by_filter), typed(note, *(claims or ()))
    with open_desk(context, database) as desk:
        if number is None:
            numbers = chosen(desk, claims, by_filter)
            take_step(desk, numbers, SignOff(words), "signed off", as_json=as_json)
            warned = sum(bool(one.lines) for one in desk.lint_many(numbers))
            if warned:
                say(f"Lint has something to say of {counted(warned, 'claim')}; 'workbench lint C-12' shows what.")
            return
        sheet = desk.sign_off(number, words)
        linted = desk.lint(number)
    write_standing(sheet, as_json=as_json)
    if linted.lines:
        say(
            f"{claim_reference(number)}: {summary_words(linted)}; 'workbench lint {claim_reference(number)}' shows which."
        )
