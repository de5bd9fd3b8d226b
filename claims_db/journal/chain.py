"""The chain: what is hashed, how entries are appended, how the stored bytes are checked.

The hash of an entry is SHA-256 over ``claim-workbench journal 1`` and the framed fields: hash of the entry
before (32 zero bytes for the first), sequence, instant, actor, action, group, group that is reversed, table,
public id, public id of the claim, payload version, image before, image after. Each field is framed by its
length in eight bytes, big-endian; a missing image has the length 2**64 - 1. Numbers are decimal digits.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from claims_db.journal.stored import stored_rows
from claims_db.journal.versions import PAYLOAD_VERSION
from claims_db.tables import METADATA
from claims_db.tables.inserting import insert_rows

GENESIS = bytes(32)
"""What the first entry names as the hash before it."""

_LABEL = b"claim-workbench journal 1"
_MISSING = b"\xff" * 8
_JOURNAL = METADATA.tables["journal"]
_HEAD = select(_JOURNAL.c.sequence, _JOURNAL.c.hash).order_by(_JOURNAL.c.sequence.desc()).limit(1)


class Change(NamedTuple):
    """One row's change: images are None where the row was not there."""

    entity: str
    public_id: str
    claim: str
    before: bytes | None
    after: bytes | None


class Deed(NamedTuple):
    """What one transaction did: when, who, which action; ``reverses`` names the group that it takes back."""

    at: int
    actor: str
    action: str
    group: str
    reverses: str = ""


class Head(NamedTuple):
    """The last entry."""

    sequence: int
    hash: bytes


class Entry(NamedTuple):
    """An entry as it is stored."""

    sequence: int
    deed: Deed
    change: Change
    version: int
    previous: bytes
    hash: bytes


class Broken(NamedTuple):
    """An entry that does not fit the chain, and why."""

    sequence: int
    reason: str


def head(session: Session | Connection) -> Head:
    """Give the last entry's sequence and hash; (0, GENESIS) for an empty journal."""
    row = session.execute(_HEAD).first()
    return Head(0, GENESIS) if row is None else Head(row.sequence, row.hash)


def append(session: Session, deed: Deed, changes: Sequence[Change]) -> None:
    """Write the changes of one transaction at the end of the chain; the caller holds the write lock."""
    if not changes:
        return
    sequence, previous = head(session)
    rows = []
    for sequence, change in enumerate(changes, sequence + 1):  # noqa: B020 - goes on from the head
        digest = entry_hash(previous, sequence, deed, change)
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


def entry_hash(previous: bytes, sequence: int, deed: Deed, change: Change, version: int = PAYLOAD_VERSION) -> bytes:
    """Give the hash of one entry."""
    entity, public_id, claim, before, after = change
    framed = (
        _LABEL,
        _framed(previous),
        _framed(b"%d" % sequence),
        _framed_deed(deed),
        _framed(entity.encode()),
        _framed(public_id.encode()),
        _framed(claim.encode()),
        _framed(b"%d" % version),
        _framed(before),
        _framed(after),
    )
    return hashlib.sha256(b"".join(framed)).digest()


def _framed(field: bytes | None) -> bytes:
    return _MISSING if field is None else len(field).to_bytes(8, "big") + field


@lru_cache(maxsize=16)
def _framed_deed(deed: Deed) -> bytes:
    """Frame what all entries of one transaction share."""
    at, *words = deed
    return b"".join(_framed(field) for field in (b"%d" % at, *(word.encode() for word in words)))


def entries(connection: Connection) -> Iterator[Entry]:
    """Give every entry as it is stored."""
    for row in stored_rows(connection, _JOURNAL, _JOURNAL.c.sequence):
        sequence, at, actor, action, group, reverses, entity, public_id, claim, version, before, after, *hashes = row
        change = Change(entity, public_id, claim, before, after)
        yield Entry(sequence, Deed(at, actor, action, group, reverses), change, version, *hashes)


def broken(stored: Iterable[Entry]) -> Iterator[Broken]:
    """Hash every entry again and name those that do not fit the chain."""
    expected, previous = 1, GENESIS
    for entry in stored:
        if entry.sequence != expected:
            yield Broken(entry.sequence, f"entry {expected} is missing")
        if entry.previous != previous:
            yield Broken(entry.sequence, "it does not name the hash of the entry before it")
        if _hash_again(entry) != entry.hash:
            yield Broken(entry.sequence, "its content does not give its hash")
        expected, previous = (entry.sequence if isinstance(entry.sequence, int) else expected) + 1, entry.hash


def _hash_again(entry: Entry) -> bytes | None:
    """Give the hash of a stored entry, None where a value is not of the type that is hashed."""
    try:
        return entry_hash(entry.previous, entry.sequence, entry.deed, entry.change, entry.version)
    except (TypeError, AttributeError):
        return None


__all__ = ["GENESIS", "Broken", "Change", "Deed", "Entry", "Head", "append", "broken", "entries", "entry_hash", "head"]
