"""``workbench detach``."""

from typing import Annotated

import typer

from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_indented, write_line
from workbench.cli.turns import write_standing
from workbench.desk.recheck_words import resting_lines
from workbench.domain.references import evidence_reference, parse_reference

app = plain_app()


@app.command()
def detach(
    context: typer.Context,
    evidence: Annotated[str, typer.Argument(metavar="EVIDENCE", help="The evidence, such as E-40.")],
    *,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Take a piece of evidence off its claim, and list what else rests on its source.

    The journal keeps it, and undo brings it back.
    """
    number = parse_reference(evidence, "E")
    with open_desk(context, database) as desk:
        sheet = desk.detach(number)
        resting = desk.resting_on(number)
    write_standing(sheet, f"has {evidence_reference(number)} no more", as_json=as_json)
    if resting and not as_json:
        write_line("On the same source rest:")
        write_indented(resting_lines(resting))
