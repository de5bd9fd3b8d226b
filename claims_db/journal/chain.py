"""The chain: what is hashed, how entries are appended, how the stored bytes are checked.

The hash of an entry is SHA-256 over ``claim-workbench journal 1`` and the framed fields: hash of the entry
before (32 zero bytes for the first), sequence, instant, actor, action, group, group that is reversed, table,
public id, public id of the claim, payload version, image before, image after. Each field is framed by its
length in eight bytes, big-endian; a missing image has the length 2**64 - 1. Numbers are decimal digits.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, insert, select
from sqlalchemy.orm import Session

from claims_db.tables import METADATA

GENESIS = bytes(32)
"""What the first entry names as the hash before it."""

_LABEL = b"claim-workbench journal 1"
_MISSING = b"\xff" * 8
_JOURNAL = METADATA.tables["journal"]


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


class Broken(NamedTuple):
    """An entry that does not fit the chain, and why."""

    sequence: int
    reason: str


def head(session: Session | Connection) -> Head:
    """Give the last entry's sequence and hash; (0, GENESIS) for an empty journal."""
    row = session.execute(
        select(_JOURNAL.c.sequence, _JOURNAL.c.hash).order_by(_JOURNAL.c.sequence.desc()).limit(1)
    ).first()
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
                "payload_version": 1,
                "previous": previous,
                "hash": digest,
                **change._asdict(),
            }
        )
        previous = digest
    session.execute(insert(_JOURNAL), rows)


def entry_hash(previous: bytes, sequence: int, deed: Deed, change: Change, version: int = 1) -> bytes:
    """Give the hash of one entry."""
    framed = [_LABEL]
    for field in (
        previous,
        b"%d" % sequence,
        b"%d" % deed.at,
        deed.actor.encode(),
        deed.action.encode(),
        deed.group.encode(),
        deed.reverses.encode(),
        change.entity.encode(),
        change.public_id.encode(),
        change.claim.encode(),
        b"%d" % version,
        change.before,
        change.after,
    ):
        framed.extend((_MISSING,) if field is None else (len(field).to_bytes(8, "big"), field))
    return hashlib.sha256(b"".join(framed)).digest()


def broken_entries(connection: Connection) -> Iterator[Broken]:
    """Hash every stored entry again and name those that do not fit."""
    expected, previous = 1, GENESIS
    rows = connection.execution_options(yield_per=2_000).execute(select(_JOURNAL).order_by(_JOURNAL.c.sequence))
    for row in rows:
        if row.sequence != expected:
            yield Broken(row.sequence, f"entry {expected} is missing")
        if row.previous != previous:
            yield Broken(row.sequence, "it does not name the hash of the entry before it")
        deed = Deed(row.at, row.actor, row.action, row.group_id, row.reverses)
        change = Change(row.entity, row.public_id, row.claim, row.before, row.after)
        if entry_hash(row.previous, row.sequence, deed, change, row.payload_version) != row.hash:
            yield Broken(row.sequence, "its content does not give its hash")
        expected, previous = row.sequence + 1, row.hash


__all__ = ["GENESIS", "Broken", "Change", "Deed", "Head", "append", "broken_entries", "entry_hash", "head"]
