"""``workbench verify``."""

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.misfits import write_misfits
from workbench.cli.opening import care_of
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.domain.dates import instant_words
from workbench.errors import ExitCode

if TYPE_CHECKING:
    from workbench.desk.care.verifying import Verification

app = plain_app()


@app.command()
def verify(
    context: typer.Context,
    *,
    expect: Annotated[
        str | None,
        typer.Option(metavar="SEQUENCE:HASH", help="An entry noted earlier, which must still be in the journal."),
    ] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Hash the journal again and compare every row with it; name what does not fit, and end with exit code 1 then."""
    from workbench.desk.care.verifying import parse_anchor  # noqa: PLC0415 - the ORM costs 400 ms

    anchor = None if expect is None else parse_anchor(expect)
    found = care_of(context, database).verify(anchor)
    if as_json:
        write_json(found)
    else:
        _write(found)
    if found.misfits:
        raise typer.Exit(ExitCode.FAILED)
    if anchor is None:
        say("Note the head outside this desk; 'workbench verify --expect HEAD' looks for it later.")


def _write(found: "Verification") -> None:
    write_misfits(found.misfits)
    if found.rows is None:
        say("The desk is of an earlier version: its rows can be compared when a command has opened it.")
    else:
        write_line(f"rows      {found.rows:,} compared in {found.rows_seconds:.1f} s")
    rate = found.entries / max(found.chain_seconds, 0.001)
    write_line(f"journal   {found.entries:,} entries hashed in {found.chain_seconds:.1f} s, {rate:,.0f} a second")
    write_line(f"head      {found.head.sequence}:{found.head.hash}")
    write_line(f"verified  {instant_words(found.verified_at)}")
    if found.misfits:
        say(f"{len(found.misfits)} misfits. Somebody changed the file with another program, or the disk did.")
