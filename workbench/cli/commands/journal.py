"""``workbench journal``: timestamps of the journal's head."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.tables import write_table
from workbench.domain.dates import instant_words
from workbench.errors import ExitCode

if TYPE_CHECKING:
    from workbench.desk.witnessing import Stamped

app = plain_app("Let an authority put a time to the head of the journal, and verify it later.")


@app.command()
def timestamp(context: typer.Context, *, as_json: AsJson = False, database: Database = None) -> None:
    """Let the timestamp authority of the settings sign the journal's head (RFC 3161); it learns a digest alone."""
    with open_desk(context, database) as desk:
        found = desk.timestamp_journal()
    if as_json:
        write_json(found)
    else:
        write_line(f"head     {found.stamp.sequence}:{found.stamp.hash}")
        write_line(f"stamped  {instant_words(found.stamp.stamped_at)} by {found.stamp.authority}")
        write_line(f"file     {found.file}")
    _end([found])


@app.command()
def timestamps(context: typer.Context, *, as_json: AsJson = False, database: Database = None) -> None:
    """List the timestamps, each verified again; end with code 1 where one does not hold.

    Other programs verify them too: openssl ts -verify -in FILE -data HEAD.txt -CAfile ROOTS.pem, where HEAD.txt holds
    the head as it is printed, without a line end.
    """
    with open_desk(context, database) as desk:
        rows = desk.journal_timestamps()
    if as_json:
        write_json(rows)
    elif rows:
        write_table(("stamped", "holds", "head", "file"), [_listed(row) for row in rows])
    else:
        say("The journal has no timestamp.")
    _end(rows)


def _listed(row: "Stamped") -> tuple[str, ...]:
    stamp = row.stamp
    return (
        instant_words(stamp.stamped_at),
        "no" if row.problem else "yes",
        f"{stamp.sequence}:{stamp.hash}",
        row.file,
    )


def _end(rows: "Sequence[Stamped]") -> None:
    for row in rows:
        if row.problem:
            say(f"The timestamp of entry {row.stamp.sequence} does not hold: {row.problem}.")
    if any(row.problem for row in rows):
        raise typer.Exit(ExitCode.FAILED)
