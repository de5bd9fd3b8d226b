"""The chain in the database: where it ends, how entries are appended, how they are read."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

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
    """Write the changes of one transaction at the end of the chain; the caller holds the write lock."""
    if not changes:
        return
    sequence, previous = head(session)
    rows = []
    for sequence, change in enumerate(changes, sequence + 1):  # noqa: B020 - goes on from the head
        digest = entry_hash(previous, sequence, deed, change, PAYLOAD_VERSION)
        rows.append(
            {
                "sequence": sequence,
                "at": deed.at,
                "actor": deed.actor,
                "action": deed.action,
                "group_id": deed.group,
                "reverses": deed.reverses,
                "payload_version": PAYLOAD_VERSION,
                "previous": previous,
                "hash": digest,
                **change._asdict(),
            }
        )
        previous = digest
    insert_rows(session.connection(), _JOURNAL, rows)


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
    "driver_of",
    "entries",
    "entry_hash",
    "hash_at",
    "head",
    "length",
]
