"""Build a desk from the settings: engine, clock, ids, reader, parser, drafts. The one place that knows them all."""

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claims_db import views
from claims_db.engine import Engine, location, open_engine, reading
from claims_db.migrations.runner import migrate
from claims_db.migrations.teams import set_up
from claims_db.moving import copying
from claims_db.moving.copying import Copied
from claims_db.repositories.writing import Clock, NewId
from claims_db.rows import ReviewerRow
from claims_db.server import identity
from claims_db.server.clock import ServerClock
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, Role
from workbench.desk.desk import Desk
from workbench.desk.late import Late
from workbench.desk.local_drafts import LocalDrafts, drafts_folder
from workbench.desk.workplace import MINUTE, Workplace
from workbench.domain.meaning import Encoder
from workbench.domain.priors import DeskPool
from workbench.domain.proposer import Proposer
from workbench.domain.public_ids import RANDOM_BYTES, uuid7
from workbench.domain.scales import DEFAULT_SCALE
from workbench.domain.searching import SearchIndex
from workbench.domain.text import printable, storable
from workbench.errors import BadSetting, Refused, WorkbenchError
from workbench.settings import Settings
from workbench.sources.capture.sealing import Sealing
from workbench.sources.reader import Reader
from workbench.syntax.parser import ShippedParser

if TYPE_CHECKING:
    from workbench.desk.care.care import Care
    from workbench.desk.care.checks import Check
    from workbench.sources.capture.capturing import Capturer
    from workbench.sources.witnesses.named import NamedWitnesses


def system_clock() -> int:
    """Give the present instant in microseconds UTC."""
    return time.time_ns() // 1000


def system_id() -> str:
    """Make a public id from the present instant and the system's randomness."""
    return uuid7(system_clock(), os.urandom(RANDOM_BYTES))


def open_desk(
    settings: Settings, *, clock: Clock | None = None, new_id: NewId = system_id, reader: Reader | None = None
) -> Desk:
    """Open the desk that the settings name; a new one is made where there is none.

    On a server the person is whose login it is, and the clock the server's.

    Raises:
        StoreError: the database can't be opened, is damaged, or is newer than the program; or the login is nobody's.
        BadSetting: the reviewer's name is empty.

    """
    name = _name(settings.reviewer)
    _make_folder(settings)
    engine = open_engine(settings.database)
    try:
        migrate(engine)
        clock = clock or _clock(engine)
        reviewer = _reviewer(engine, name, clock, new_id)
    except BaseException:
        engine.dispose()
        raise
    return Desk(
        Workplace(
            engine=engine,
            reviewer=reviewer,
            clock=clock,
            new_id=new_id,
            lease=settings.lease_minutes * MINUTE,
            reader=reader or Reader(allowed=settings.own_services),
            parser=ShippedParser(settings.parser),
            drafts=LocalDrafts(drafts_folder(settings.folders.data, location(engine), reviewer.public_id)),
            proposer=lambda: _model(settings),
            index=cache(lambda: _index(settings, engine)),
            pool=cache(lambda: _pool(settings, engine)),
            encoder=cache(lambda: _encoder(settings)),
            capturer=Late(lambda: _capturer(settings, engine, clock)),
            witnesses=lambda: _witnesses(settings),
        )
    )


def _model(settings: Settings) -> Proposer:
    from workbench.sources.model_endpoint import model  # noqa: PLC0415 - most desks ask none, and need no network

    return model(settings.model, os.environ)


def _index(settings: Settings, engine: Engine) -> SearchIndex:
    from workbench.index.kept_index import KeptIndex  # noqa: PLC0415 - most commands search nothing

    return KeptIndex(settings.folders.cache, lambda: reading(engine))


def _pool(settings: Settings, engine: Engine) -> DeskPool:
    from workbench.index.kept_pool import KeptPool  # noqa: PLC0415 - as above

    return KeptPool(settings.folders.cache, lambda: reading(engine))


def _encoder(settings: Settings) -> Encoder | None:
    if not settings.semantic:
        return None
    from workbench.semantic.kept import KeptModels  # noqa: PLC0415 - an extra that most desks do without

    return KeptModels(settings.folders.config).named(settings.semantic).opened()


def _capturer(settings: Settings, engine: Engine, clock: Clock) -> "Capturer":
    from workbench.desk.care.evidence import evidence_folder  # noqa: PLC0415 - as above
    from workbench.sources.capture.capturing import Capturer  # noqa: PLC0415 - as above
    from workbench.sources.capture.recording import LIMITS  # noqa: PLC0415 - as above
    from workbench.sources.capture.store import ContentStore  # noqa: PLC0415 - as above

    with reading(engine) as connection:
        folder = evidence_folder(settings.folders.data, connection)
    limits = replace(LIMITS, allowed=settings.own_services)
    return Capturer(ContentStore(folder, _sealing(settings)), clock, limits)


def _sealing(settings: Settings) -> Sealing:
    return Sealing(
        settings.seal, tuple(settings.seal_to.split(", ")) if settings.seal_to else (), settings.seal_identity
    )


def _witnesses(settings: Settings) -> "NamedWitnesses":
    from workbench.sources.witnesses.named import NamedWitnesses  # noqa: PLC0415 - as above

    return NamedWitnesses(settings, os.environ)


def open_care(settings: Settings, *, clock: Clock = system_clock) -> "Care":
    """Give the care of the desk that the settings name; nothing is opened yet."""
    from workbench.desk.care.care import Care  # noqa: PLC0415 - a desk that is opened to work at needs none of it

    _make_folder(settings)
    return Care(settings.database, clock, settings.folders.data, _sealing(settings))


def examine(
    settings: Settings, environ: Mapping[str, str], database: str | None, *, clock: Clock = system_clock
) -> "Iterator[Check]":
    """Look at everything that the desk of these settings stands on; nothing is changed or made."""
    from workbench.desk.care import doctor  # noqa: PLC0415 - as above

    return doctor.examine(settings, environ, database, _sealing(settings), clock())


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


def set_up_team(settings: Settings, name: str = "", *, clock: Clock | None = None, new_id: NewId = system_id) -> Desk:
    """Set the desk on a server up for a team, or bring it to this version; the first time, who asks becomes its admin.

    Args:
        settings: name the desk.
        name: what the admin is called, the login where it is empty.
        clock: gives the instant; the server's where there is none.
        new_id: makes public ids.

    Raises:
        StoreError: the database is a file, or the login does not own it.

    """
    engine = open_engine(settings.database)
    try:
        set_up(engine)
        clock = clock or _clock(engine)
        with reading(engine) as connection:
            login, governed = identity.login(connection), identity.has_admin(connection)
        if not governed:
            with UnitOfWork(engine, Action.DESK_OPENED, new_id(), clock, new_id) as work:
                work.people.add(_name(name or login), login, Role.ADMIN)
                work.people.open_desk("Desk", "UTC", "en", DEFAULT_SCALE)
                work.logins.admit(login, Role.ADMIN)
    finally:
        engine.dispose()
    return open_desk(settings, clock=clock, new_id=new_id)


def copy_desk(source: str, target: str) -> Copied:
    """Copy a whole desk with its journal into an empty database.

    Raises:
        StoreError: a database can't be opened, the target holds rows, or one of both does not verify.

    """
    given, taking = open_engine(source, create=False), open_engine(target)
    try:
        migrate(given)
        migrate(taking)
        return copying.copy_desk(given, taking)
    finally:
        given.dispose()
        taking.dispose()


def _name(words: str) -> str:
    name = " ".join(storable(words).split())
    if not name:
        raise BadSetting("The reviewer has no name.", 'Set reviewer = "…" in the settings.')
    return name


def _clock(engine: Engine) -> Clock:
    return system_clock if engine.dialect.name == "sqlite" else ServerClock(engine)


def _reviewer(engine: Engine, name: str, clock: Clock, new_id: NewId) -> ReviewerRow:
    login = name
    with reading(engine) as connection:
        if engine.dialect.name == "sqlite":
            known = _present(views.reviewer(connection, name))
        else:
            known = identity.connected(connection)
            name = login = identity.login(connection)
    if known is not None:
        return known
    with UnitOfWork(engine, Action.DESK_OPENED, new_id(), clock, new_id) as work:
        joined = work.people.join(name, Role.REVIEWER if work.people.anybody() else Role.ADMIN, login)
        work.people.open_desk("Desk", "UTC", "en", DEFAULT_SCALE)
    return joined


def _present(person: ReviewerRow | None) -> ReviewerRow | None:
    if person is not None and person.left_at is not None:
        raise Refused(
            f"{printable(person.name)} has left this desk.",
            "An admin of the desk can bring you back: workbench team add.",
        )
    return person
