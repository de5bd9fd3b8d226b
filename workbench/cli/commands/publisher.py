"""``workbench publisher``."""

from typing import Annotated

import typer

from claims_db.rows import PublisherRow
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json, write_line
from workbench.domain.publisher import PUBLISHER_FIELDS

app = plain_app()


@app.command()
def publisher(
    context: typer.Context,
    *,
    name: Annotated[str | None, typer.Option(metavar="TEXT", help="As readers know it.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Its home page.")] = None,
    pages: Annotated[
        str | None,
        typer.Option(metavar="URL", help="The address of a finding's page, with {slug} where its own name stands."),
    ] = None,
    corrections: Annotated[
        str | None, typer.Option(metavar="URL", help="Where the policy on corrections can be read.")
    ] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Show who publishes the desk's findings, and where. With options change it, which editors can."""
    given = {"name": name, "url": url, "pages": pages, "corrections": corrections}
    changes = {key: value.strip() for key, value in given.items() if value is not None}
    with open_desk(context, database) as desk:
        found = base = desk.publisher()
        if changes:
            found = PublisherRow(**{**base._asdict(), **changes})
            desk.set_publisher(found, base)
    if as_json:
        write_json(found)
        return
    for key, title in PUBLISHER_FIELDS:
        write_line(f"{title:<12} {getattr(found, key) or '-'}")
