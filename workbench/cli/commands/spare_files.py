"""``workbench gc``."""

from typing import Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.opening import care_of
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json
from workbench.cli.tables import write_table
from workbench.domain.counted import counted
from workbench.domain.dates import instant_words

app = plain_app()


@app.command()
def gc(
    context: typer.Context,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List them; nothing is removed.")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """List the files of the evidence that nothing refers to; none younger than an hour, and none is removed."""
    if not dry_run:
        raise typer.BadParameter("Give --dry-run: files are listed, and removed by nobody but you.")
    found = care_of(context, database).spare_files()
    spare = found.files
    if as_json:
        write_json(spare)
    elif spare:
        rows = [
            ("leftover" if file.leftover else "spare", f"{file.size:,}", instant_words(file.changed_at), file.path)
            for file in spare
        ]
        write_table(("what", "bytes", "changed", "path"), rows)
    if not as_json:
        say(f"{counted(len(spare), 'file')} that nothing refers to, {sum(file.size for file in spare) / 1e6:,.1f} MB.")
    if found.unrecorded:
        say(
            f"The record of {counted(found.unrecorded, 'capture')} is missing, and it alone says what else belongs to it, so no whole file is "
            "listed. 'workbench verify' names it; bring it back from a backup."
        )
    if found.young:
        say(
            f"{counted(found.young, 'file')} more, {found.young_size / 1e6:,.1f} MB, changed within the last hour: "
            "they may belong to a capture that is under way."
        )
