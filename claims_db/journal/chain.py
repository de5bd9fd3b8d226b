"""The chain in the database: where it ends, how entries are appended, how they are read."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from claims_db.errors import DatabaseUnavailable
from claims_db.journal.framing import (
    GENESIS,
    Broken,
    Change,
    Deed,
    Entry,
    Head,
    entry_hash,
    entry_of,
    misfits,
)
from claims_db.journal.stored import Driver, journal_batches
from claims_db.journal.versions import PAYLOAD_VERSION
from claims_db.tables import METADATA
from claims_db.tables.inserting import insert_rows

CHAIN_LOCK = 0x43574244
"""The advisory lock under which a server lets the journal grow."""

_JOURNAL = METADATA.tables["journal"]
_HEAD = select(_JOURNAL.c.sequence, _JOURNAL.c.hash).order_by(_JOURNAL.c.sequence.desc()).limit(1)


def head(session: Session | Connection) -> Head:
    """Give the last entry's sequence and hash; (0, GENESIS) for an empty journal."""
    row = session.execute(_HEAD).first()
    return Head(0, GENESIS) if row is None else Head(row.sequence, row.hash)


def length(connection: Connection) -> int:
    """Count the entries."""
    return int(connection.execute(select(func.count()).select_from(_JOURNAL)).scalar_one())


def hash_at(connection: Connection, sequence: int) -> bytes | None:
    """Give the hash of an entry, None where there is no such entry."""
    found: bytes | None = connection.execute(select(_JOURNAL.c.hash).where(_JOURNAL.c.sequence == sequence)).scalar()
    return found


def append(session: Session, deed: Deed, changes: Sequence[Change]) -> None:
    """Write the changes of one transaction at the end of the chain.

    A PostgreSQL server chains them itself, under a lock that it takes here and keeps until the commit. On SQLite
    the caller holds the write lock.
    """
    if not changes:
        return
    rows = [
        {
            "action": deed.action,
            "group_id": deed.group,
            "reverses": deed.reverses,
            "payload_version": PAYLOAD_VERSION,
            **change._asdict(),
        }
        for change in changes
    ]
    if session.connection().dialect.name == "sqlite":
        rows = _chained(head(session), deed, zip(rows, changes, strict=True))
    insert_rows(session.connection(), _JOURNAL, rows)


def committed(engine: Engine, group: str) -> bool:
    """Say whether a server has the entries of a transaction whose connection broke while it was committed.

    Raises:
        DatabaseUnavailable: the server can't be reached, so that nobody can tell.

    """
    stored = select(_JOURNAL.c.sequence).where(_JOURNAL.c.group_id == group).limit(1)
    try:
        with engine.begin() as connection:
            # Whoever held this lock has ended, one way or the other, when it is given.
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": CHAIN_LOCK})
            return connection.execute(stored).first() is not None
    except DBAPIError:
        raise DatabaseUnavailable(
            "The connection to the server broke at the very end; whether this step was stored can't be told yet.",
            "Look before you do it again; what you typed in the terminal desk is kept as a draft.",
        ) from None


def _chained(last: Head, deed: Deed, rows: Iterable[tuple[dict[str, Any], Change]]) -> list[dict[str, Any]]:
    sequence, previous = last
    found = []
    for sequence, (row, change) in enumerate(rows, sequence + 1):  # noqa: B020 - goes on from the head
        digest = entry_hash(previous, sequence, deed, change, PAYLOAD_VERSION)
        chained = {"sequence": sequence, "at": deed.at, "actor": deed.actor, "previous": previous, "hash": digest}
        found.append({**row, **chained})
        previous = digest
    return found


def driver_of(connection: Connection) -> Driver:
    """Give the driver's own connection, inside a transaction: reading through it costs half."""
    if not connection.in_transaction():
        connection.begin()
    found: Driver = connection.connection.driver_connection  # type: ignore[assignment]
    return found


def entries(connection: Connection) -> Iterator[Entry]:
    """Give every entry as it is stored."""
    for batch in journal_batches(driver_of(connection)):
        yield from map(entry_of, batch)


def broken(connection: Connection) -> Iterator[Broken]:
    """Hash every entry again and name those that do not fit the chain."""
    return misfits(journal_batches(driver_of(connection)), Head(0, GENESIS))


__all__ = [
    "GENESIS",
    "Broken",
    "Change",
    "Deed",
    "Entry",
    "Head",
    "append",
    "broken",
    "committed",
    "driver_of",
    "entries",
    "entry_hash",
    "hash_at",
    "head",
    "length",
]
