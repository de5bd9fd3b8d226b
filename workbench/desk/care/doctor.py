"""Look at everything a desk stands on, and say of each thing how it is and what to do."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from claims_db.engine import open_engine
from claims_db.errors import StoreError
from workbench.desk.care import condition, machine
from workbench.desk.care.checks import Check, ok, wrong
from workbench.settings import Settings, origins, settings_file
from workbench.sources.capture.sealing import Sealing


def examine(
    settings: Settings, environ: Mapping[str, str], database: str | None, sealing: Sealing, now: int
) -> Iterator[Check]:
    """Look at the machine and at the desk that the settings name; nothing is changed or made.

    Args:
        settings: as they are in force.
        environ: the environment that they were read with.
        database: the desk that the command line named.
        sealing: how files of confidential sources are sealed, if they are.
        now: the present instant.

    """
    on_server = "://" in settings.database and not settings.database.startswith("sqlite:")
    file = None if on_server else Path(settings.database.removeprefix("sqlite:///"))
    engine, missing = None, None
    try:
        engine = open_engine(settings.database, create=False)
    except StoreError as problem:
        there = file is None or file.exists()
        missing = wrong("desk", problem.message, problem.hint) if there else ok("desk", f"there is none at {file} yet")
    try:
        yield from machine.versions(condition.people(engine) if engine is not None and file is not None else 1)
        yield from machine.settings(settings_file(environ), origins(environ, database=database))
        yield from machine.sealed(sealing)
        yield from machine.folders(settings.folders.data, file)
        if missing is not None:
            yield missing
        if engine is not None:
            yield from condition.database(engine, settings.reviewer, settings.folders.data, now)
    finally:
        if engine is not None:
            engine.dispose()
