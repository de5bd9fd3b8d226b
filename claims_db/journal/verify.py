"""Hash the journal again, and compare every live row with its last image in it."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from sqlalchemy import Boolean, Connection, TypeDecorator, select

from claims_db.journal.chain import Entry, broken, entries
from claims_db.journal.images import fields, image_of
from claims_db.journal.stored import stored_rows
from claims_db.journal.versions import up_to_date
from claims_db.tables import METADATA, RECORDS

Images = defaultdict[str, dict[str, bytes | None]]
"""Digests of the last images by table and public id; None for a row that was removed."""


class Finding(NamedTuple):
    """Something that does not fit: an entry of the journal or a live row."""

    where: str
    what: str


def verify(connection: Connection) -> Iterator[Finding]:
    """Name every entry whose hash does not fit, and every live row that is not as its last image says.

    A chain with no anchor outside the database does not show that all of it was written anew.
    """
    images: Images = defaultdict(dict)
    for entry in broken(_noting(entries(connection), images)):
        yield Finding(f"journal entry {entry.sequence}", entry.reason)

    @cache
    def public_ids(entity: str) -> dict[int, str]:
        table = METADATA.tables[entity].c
        return {row[0]: row[1] for row in connection.execute(select(table.id, table.public_id))}

    def public_id(entity: str, key: int) -> str:
        return public_ids(entity)[key]

    for entity in sorted(RECORDS):
        yield from _rows(connection, entity, images.pop(entity, {}), public_id)
    for entity, unknown in images.items():
        yield from (Finding(f"{entity} {name}", "there is no such table") for name in unknown)


def _noting(stored: Iterator[Entry], images: Images) -> Iterator[Entry]:
    for entry in stored:
        images[entry.change.entity][entry.change.public_id] = _last_image(entry)
        yield entry


def _last_image(entry: Entry) -> bytes | None:
    """Give the digest of the image after an entry, None where the row is gone or the image can't be read."""
    try:
        after = up_to_date(entry.change.entity, entry.version, entry.change.after)
    except (KeyError, TypeError, ValueError):
        return b""
    return _digest(after) if isinstance(after, bytes) else None


def _rows(
    connection: Connection, entity: str, images: dict[str, bytes | None], public_id: Callable[[str, int], str]
) -> Iterator[Finding]:
    table = METADATA.tables[entity]
    names = [column.name for column in table.c]
    for row in stored_rows(connection, table, table.c.id):
        stored = dict(zip(names, row, strict=True))
        expected = images.pop(stored["public_id"], None)
        if expected is None:
            yield Finding(f"{entity} {stored['public_id']}", "the journal does not know it")
        elif _image(entity, stored, public_id) != expected:
            yield Finding(f"{entity} {stored['public_id']}", "it was changed behind the journal's back")
    for name, after in images.items():
        if after is not None:
            yield Finding(f"{entity} {name}", "it was removed behind the journal's back")


def _image(entity: str, stored: Mapping[str, object], public_id: Callable[[str, int], str]) -> bytes | None:
    """Give the digest of a row's image, None where a value can't stand in one."""
    values = dict(stored)
    salt = values.get("salt") if values.get("confidential") else None
    try:
        for name in _lists(entity):
            values[name] = json.loads(str(values[name]))
        for name in _flags(entity):
            values[name] = {0: False, 1: True}[values[name]]  # type: ignore[index]
        return _digest(image_of(entity, values, public_id, salt if isinstance(salt, bytes) else None))
    except (KeyError, TypeError, ValueError):
        return None


@cache
def _lists(entity: str) -> tuple[str, ...]:
    """Name the columns that hold lists as JSON."""
    columns, known = METADATA.tables[entity].c, {field.name for field in fields(entity)}
    return tuple(
        column.name
        for column in columns
        if column.name in known and isinstance(column.type, TypeDecorator) and not hasattr(column.type, "vocabulary")
    )


@cache
def _flags(entity: str) -> tuple[str, ...]:
    """Name the columns that SQLite holds as 0 or 1."""
    return tuple(column.name for column in METADATA.tables[entity].c if isinstance(column.type, Boolean))


def _digest(after: bytes) -> bytes:
    return hashlib.blake2b(after, digest_size=16).digest()
