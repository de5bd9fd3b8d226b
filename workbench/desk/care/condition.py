"""Look at a desk's database: its version, its pages, its journal, its clock, its drafts."""

from collections.abc import Callable, Iterator
from pathlib import Path

from claims_db.backups import faults_of_pages
from claims_db.engine import Engine, location, reading
from claims_db.errors import StoreError
from claims_db.migrations.runner import HEAD, step
from claims_db.rows import DraftRow
from claims_db.rows.condition import ServerRow
from claims_db.views import condition
from workbench.desk.care import verifying
from workbench.desk.care.checks import Check, look, ok, wrong
from workbench.desk.local_drafts import LocalDrafts, drafts_folder
from workbench.desk.workplace import MINUTE
from workbench.domain.dates import instant_words
from workbench.domain.filters import OPEN
from workbench.domain.references import claim_reference

_YEAR = 365 * 24 * 60 * MINUTE
_NAMED = 5


def database(engine: Engine, reviewer: str, data: Path, now: int) -> Iterator[Check]:
    """Look at a database; what can't be read is a check that is wrong, and the others go on."""
    at = None
    try:
        at = step(engine)
    except StoreError as problem:
        yield wrong("desk", problem.message, problem.hint)
        return
    if at is None:
        yield ok("desk", f"{location(engine)} has no tables yet; the first command that opens it makes them")
        return
    yield _version(at)
    if engine.dialect.name == "postgresql":
        yield from _guarded("server", lambda: _server(engine))
    else:
        yield from _guarded("pages", lambda: _pages(engine))
    yield from _guarded("journal", lambda: _journal(engine, now))
    yield from _guarded("clock", lambda: _clock(engine, now))
    if at == HEAD:
        yield from _guarded("drafts", lambda: _drafts(engine, reviewer, data))


def people(engine: Engine) -> int:
    """Count the reviewers of a desk; one where it can't be read."""
    try:
        if step(engine) is None:
            return 1
        with reading(engine) as connection:
            return condition.people(connection)
    except StoreError:
        return 1


def _guarded(name: str, look_at: Callable[[], Iterator[Check]]) -> Iterator[Check]:
    try:
        yield from look_at()
    except StoreError as problem:
        yield wrong(name, problem.message, problem.hint)


def _version(at: str) -> Check:
    if at == HEAD:
        return ok("desk", f"step {at}, the newest of this version")
    return look(
        "desk",
        f"step {at}, and this version works with {HEAD}",
        "Back it up; the next command that opens it upgrades it.",
    )


def _pages(engine: Engine) -> Iterator[Check]:
    faults = faults_of_pages(engine)
    if faults:
        more = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
        yield wrong(
            "pages", f"{faults[0]}{more}", "Go on with the latest backup; 'sqlite3 FILE .recover' may save more."
        )
    else:
        yield ok("pages", "SQLite finds no fault in them, and every row points to one that is there")


def _journal(engine: Engine, now: int) -> Iterator[Check]:
    found = verifying.verify(engine, None, now)
    if found.misfits:
        named = ", ".join(misfit.reference or misfit.where for misfit in found.misfits[:_NAMED])
        more = f" and {len(found.misfits) - _NAMED} more" if len(found.misfits) > _NAMED else ""
        yield wrong("journal", f"{len(found.misfits)} misfits: {named}{more}", "'workbench verify' says what each is.")
    else:
        yield ok("journal", f"{found.entries:,} entries fit, head {found.head.sequence}:{found.head.hash}")


def _clock(engine: Engine, now: int) -> Iterator[Check]:
    with reading(engine) as connection:
        times = condition.journal_times(connection)
    if times is None:
        yield ok("clock", instant_words(now))
        return
    words = f"it is {instant_words(now)} here, and the journal's last entry is of {instant_words(times.last_at)}"
    if now < times.last_at - MINUTE:
        yield look("clock", words, "Set the clock of this machine, or of the one that wrote the entry.")
    elif now > times.last_at + _YEAR:
        yield look("clock", words, "Check the clock, if the desk was used since.")
    else:
        yield ok("clock", words)
    if times.backwards:
        yield look(
            "order of times",
            f"{times.backwards} entries are earlier than the one before, the first is {times.first_backwards}",
            "A clock was set back; the order of the entries is still right. Keep the clocks of all machines in step.",
        )
    else:
        yield ok("order of times", "no entry is earlier than the one before")


def _drafts(engine: Engine, reviewer: str, data: Path) -> Iterator[Check]:
    with reading(engine) as connection:
        key = condition.reviewer_key(connection, reviewer)
        kept = tuple(LocalDrafts(drafts_folder(data, location(engine), key)).all()) if key else ()
        states = condition.states(connection, sorted({draft.claim for draft in kept}))
    stale = [draft for draft in kept if draft.claim in states and states[draft.claim] not in OPEN]
    if stale:
        yield look(
            "kept drafts",
            f"{len(stale)} of claims that are done: {', '.join(map(_named, stale[:_NAMED]))}",
            "Open the claim and submit the draft or throw it away.",
        )
    else:
        yield ok("kept drafts", f"{len(kept)} on this machine for {reviewer}, none of a claim that is done")


def _named(draft: DraftRow) -> str:
    return f"{claim_reference(draft.claim)} ({draft.field.value})"


def _server(engine: Engine) -> Iterator[Check]:
    with reading(engine) as connection:
        found = condition.server(connection)
    yield ok("server", f"PostgreSQL {found.version}, time zone {found.time_zone}")
    yield _encoding(found)
    roles = ", ".join(found.roles)
    yield ok("login", f"{found.login}, {f'with the roles {roles}' if roles else 'with no role of a team'}")


def _encoding(server: ServerRow) -> Check:
    if server.encoding == "UTF8":
        return ok("encoding", "UTF8")
    return wrong(
        "encoding",
        f"the database is in {server.encoding}, which can't hold every text",
        "Make one with ENCODING 'UTF8' and copy the desk there.",
    )
