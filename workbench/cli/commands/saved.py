"""``workbench saved``."""

from typing import Annotated

import typer

from claims_db.vocabulary import SavedForm
from workbench.cli.complaints import say
from workbench.cli.opening import leads_on, open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json
from workbench.cli.tables import write_table

app = plain_app("List the filters and searches that you keep under names; keep and remove them.")

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name it is kept under.")]


@app.callback(invoke_without_command=True)
def list_saved(context: typer.Context, as_json: AsJson = False, database: Database = None) -> None:
    """List the filters and searches that you keep under names; keep and remove them."""
    if leads_on(context, database, as_json=as_json):
        return
    with open_desk(context, database) as desk:
        rows = desk.saved()
    if as_json:
        write_json(rows)
    elif rows:
        write_table(("name", "what", "words"), [(row.name, row.form.value, row.words) for row in rows])
    else:
        say("You keep nothing. 'workbench saved keep NAME WORDS' keeps a filter.")


@app.command("keep", context_settings={"ignore_unknown_options": True})
def keep(
    context: typer.Context,
    name: Name,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="A filter, as 'workbench list' takes it.")],
    search: Annotated[bool, typer.Option("--search", help="It is a search, not a filter of lists.")] = False,
    database: Database = None,
) -> None:
    """Keep a filter or a search under a name, in place of what it stood for before."""
    with open_desk(context, database) as desk:
        desk.keep_search(name, " ".join(words), SavedForm.SEARCH if search else SavedForm.FILTER)
    say(f"Kept as {name}.")


@app.command("remove")
def remove(context: typer.Context, name: Name, database: Database = None) -> None:
    """Remove what is kept under a name; undo brings it back."""
    with open_desk(context, database) as desk:
        desk.remove_saved(name)
    say(f"Removed {name}.")
