"""Build a desk from the settings: engine, clock, ids, reader, drafts. The one place that knows them all."""

import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from claims_db import views
from claims_db.engine import Engine, location, open_engine, reading
from claims_db.migrations.runner import migrate
from claims_db.repositories.writing import Clock, NewId
from claims_db.rows import ReviewerRow
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, Role
from workbench.desk.desk import Desk
from workbench.desk.local_drafts import LocalDrafts, drafts_folder
from workbench.desk.workplace import MINUTE, Workplace
from workbench.domain.public_ids import RANDOM_BYTES, uuid7
from workbench.domain.scales import DEFAULT_SCALE
from workbench.domain.text import storable
from workbench.errors import BadSetting, WorkbenchError
from workbench.settings import Settings
from workbench.sources.reader import Reader

if TYPE_CHECKING:
    from workbench.desk.care.care import Care
    from workbench.desk.care.checks import Check


def system_clock() -> int:
    """Give the present instant in microseconds UTC."""
    return time.time_ns() // 1000


def system_id() -> str:
    """Make a public id from the present instant and the system's randomness."""
    return uuid7(system_clock(), os.urandom(RANDOM_BYTES))


def open_desk(
    settings: Settings, *, clock: Clock = system_clock, new_id: NewId = system_id, reader: Reader | None = None
) -> Desk:
    """Open the desk that the settings name; a new one is made where there is none.

    Raises:
        StoreError: the database can't be opened, is damaged, or is newer than the program.
        BadSetting: the reviewer's name is empty.

    """
    name = " ".join(storable(settings.reviewer).split())
    if not name:
        raise BadSetting("The reviewer has no name.", 'Set reviewer = "…" in the settings.')
    _make_folder(settings)
    engine = open_engine(settings.database)
    migrate(engine)
    reviewer = _reviewer(engine, name, clock, new_id)
    return Desk(
        Workplace(
            engine=engine,
            reviewer=reviewer,
            clock=clock,
            new_id=new_id,
            lease=settings.lease_minutes * MINUTE,
            reader=reader or Reader(),
            drafts=LocalDrafts(drafts_folder(settings.folders.data, location(engine), reviewer.public_id)),
        )
    )


def open_care(settings: Settings, *, clock: Clock = system_clock) -> "Care":
    """Give the care of the desk that the settings name; nothing is opened yet."""
    from workbench.desk.care.care import Care  # noqa: PLC0415 - a desk that is opened to work at needs none of it

    _make_folder(settings)
    return Care(settings.database, clock)


def examine(
    settings: Settings, environ: Mapping[str, str], database: str | None, *, clock: Clock = system_clock
) -> "Iterator[Check]":
    """Look at everything that the desk of these settings stands on; nothing is changed or made."""
    from workbench.desk.care import doctor  # noqa: PLC0415 - as above

    return doctor.examine(settings, environ, database, clock())


def _make_folder(settings: Settings) -> None:
    """Make the program's own data folder; any other folder has to be there."""
    folder = settings.folders.data
    if "://" in settings.database or Path(settings.database).parent != folder:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as problem:
        raise WorkbenchError(
            f"The folder {folder} can't be made: {problem.strerror}.", "Check its permissions, or set WORKBENCH_HOME."
        ) from None


def _reviewer(engine: Engine, name: str, clock: Clock, new_id: NewId) -> ReviewerRow:
    with reading(engine) as connection:
        known = views.reviewer(connection, name)
    if known is not None:
        return known
    with UnitOfWork(engine, Action.DESK_OPENED, new_id(), clock, new_id) as work:
        joined = work.people.join(name, Role.REVIEWER if work.people.anybody() else Role.ADMIN)
        work.people.open_desk("Desk", "UTC", "en", DEFAULT_SCALE)
    return joined
