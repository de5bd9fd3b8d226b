"""Opening the terminal desk: tui and demo."""

import sys
from dataclasses import replace
from importlib.resources import as_file

from workbench.bootstrap import open_desk
from workbench.cli.commands.reading import list_claims
from workbench.desk.entries import ArticleEntry
from workbench.domain.dates import parse_date
from workbench.sample import OUTLET, PUBLISHED, article
from workbench.settings import Settings


def demo(settings: Settings, *, as_json: bool) -> None:
    """Take the sample article into the demo's own desk and open it; print the claims where there is no terminal."""
    demo_settings = replace(settings, database=str(settings.folders.data / "demo.sqlite3"))
    desk = open_desk(demo_settings)
    try:
        with as_file(article()) as path:
            desk.add_article(ArticleEntry(str(path), parse_date(PUBLISHED), OUTLET))
        if as_json or not (sys.stdout.isatty() and sys.stdin.isatty()):
            list_claims(desk, ["article:A-1", "order:article"], as_json=as_json)
            return
    finally:
        desk.close()
    tui(demo_settings)


def tui(settings: Settings) -> None:
    """Open the terminal desk."""
    from workbench.tui.app import run  # noqa: PLC0415 - Textual costs 200 ms

    run(settings)
