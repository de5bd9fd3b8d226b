"""``workbench demo``."""

from dataclasses import replace
from importlib.resources import as_file

import typer

from workbench.cli.claim_table import write_claims
from workbench.cli.opening import settings_for
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json
from workbench.cli.terminal_desk import at_terminal
from workbench.settings import Settings

app = plain_app()


@app.command()
def demo(context: typer.Context, as_json: AsJson = False, database: Database = None) -> None:
    """Open the terminal desk on a sample article. Where there is no terminal, print its claims."""
    settings = settings_for(context, database)
    # The tour takes claims and records verdicts: it runs on the demo's own desk alone.
    own = not (database or context.find_root().obj)
    if own:
        settings = replace(settings, database=str(settings.folders.data / "demo.sqlite3"))
    shown = as_json or not at_terminal()
    _take_in_sample(settings, as_json=as_json, shown=shown)
    if not shown:
        from workbench.tui.app import run  # noqa: PLC0415 - Textual costs 250 ms, and a pipe needs none of it

        run(settings, settings.folders.data / "tour-step" if own else None)


def _take_in_sample(settings: Settings, *, as_json: bool, shown: bool) -> None:
    from workbench.bootstrap import open_desk  # noqa: PLC0415 - the ORM costs 400 ms, and help needs no desk
    from workbench.desk.entries import ArticleEntry  # noqa: PLC0415
    from workbench.domain.dates import parse_date  # noqa: PLC0415
    from workbench.sample import OUTLET, PUBLISHED, article  # noqa: PLC0415

    desk = open_desk(settings)
    try:
        with as_file(article()) as path:
            intake = desk.add_article(ArticleEntry(str(path), parse_date(PUBLISHED), OUTLET))
        if shown:
            claims = [claim.number for claim in desk.article(intake.article.number).claims]
            rows = desk.claim_rows(claims)
            write_json(rows) if as_json else write_claims(rows)
    finally:
        desk.close()
