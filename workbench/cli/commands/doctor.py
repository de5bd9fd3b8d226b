"""``workbench doctor``."""

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import typer

from workbench.cli.complaints import say
from workbench.cli.opening import settings_for
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json
from workbench.cli.tables import write_table
from workbench.errors import BadSetting, ExitCode, WorkbenchError
from workbench.settings import Settings

if TYPE_CHECKING:
    from workbench.desk.care.checks import Check

app = plain_app()


@app.command()
def doctor(context: typer.Context, as_json: AsJson = False, database: Database = None) -> None:
    """Look at everything the desk stands on, and say what to do; the exit code is 1 where something is wrong."""
    from workbench.desk.care.checks import State  # noqa: PLC0415 - help needs no doctor

    checks = list(_checks(context, database))
    if as_json:
        write_json(checks)
    else:
        write_table(("state", "what", "found"), [(check.state.value, check.name, check.found) for check in checks])
        for check in checks:
            if check.advice:
                say(f"{check.name}: {check.advice}")
    if any(check.state is State.WRONG for check in checks):
        raise typer.Exit(ExitCode.FAILED)


def _checks(context: typer.Context, database: str | None) -> "Iterator[Check]":
    from workbench.bootstrap import examine  # noqa: PLC0415 - the ORM costs 400 ms
    from workbench.desk.care.checks import wrong  # noqa: PLC0415

    try:
        settings = settings_for(context, database)
    except BadSetting as problem:
        yield wrong("settings", problem.message, problem.hint)
        return
    yield from examine(settings, os.environ, database or context.find_root().obj)
    yield from _looks(settings)


def _looks(settings: Settings) -> "Iterator[Check]":
    from workbench.desk.care.checks import ok, wrong  # noqa: PLC0415
    from workbench.sources.model_endpoint import model  # noqa: PLC0415
    from workbench.syntax.pipelines import load  # noqa: PLC0415 - spaCy costs half a second
    from workbench.tui.keymap import keymap  # noqa: PLC0415 - Textual costs 250 ms
    from workbench.tui.user_themes import worn_theme  # noqa: PLC0415

    asked: tuple[tuple[str, str, Callable[[], object]], ...] = (
        ("theme", settings.theme, lambda: worn_theme(settings.theme, settings.folders.config)),
        ("keys", f"{len(settings.keys)} of your own", lambda: keymap(settings.keys, settings.keymap)),
        ("parser", settings.parser or "the one that ships", lambda: load(settings.parser)),
        ("semantic", *_encoder_of(settings)),
        ("model", *_model_of(settings, lambda: model(settings.model, os.environ))),
    )
    for name, found, check in asked:
        try:
            check()
        except WorkbenchError as problem:
            yield wrong(name, problem.message, problem.hint)
        else:
            yield ok(name, found)


def _model_of(settings: Settings, check: Callable[[], object]) -> tuple[str, Callable[[], object]]:
    """Say which model would be asked; the doctor sends it nothing."""
    if not str(settings.model):
        return "none; the rules alone propose claims", lambda: None
    return f"{settings.model}; a text goes there only where --model is given", check


def _encoder_of(settings: Settings) -> tuple[str, Callable[[], object]]:
    """Say which sentence encoder compares matches, and load it where there is one."""
    if not settings.semantic:
        return "none; matches are compared by their words", lambda: None
    from workbench.semantic.kept import KeptModels  # noqa: PLC0415 - an extra

    return settings.semantic, lambda: KeptModels(settings.folders.config).named(settings.semantic).opened()
