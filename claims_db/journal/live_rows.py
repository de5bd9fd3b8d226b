"""Compare every live row with its last image in the journal, in memory that does not grow with either.

Each image after a change is added to a sum and each image before one is taken from it, by fingerprints under
a key that nobody knows; what is left is the sum of the last images, and the live rows' images must come to
the same. There is one sum for each of a few thousand groups of rows. Only the rows of groups whose sums
differ are looked at one by one, and these alone are remembered meanwhile.
"""

import hashlib
import json
import os
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple
from zlib import crc32

from sqlalchemy import Connection

from claims_db.journal.chain import driver_of
from claims_db.journal.framing import Row
from claims_db.journal.images import image_of
from claims_db.journal.shapes import Shape, columns_in_sql, shape_of
from claims_db.journal.stored import rows_in_order
from claims_db.journal.versions import PAYLOAD_VERSION, up_to_date
from claims_db.tables import RECORDS

GROUPS = 4096
"""How many sums there are: a power of two."""

AT_ONCE = 200_000
"""How many rows may be remembered at once."""

_FLAGS = {0: False, 1: True, None: None}


class Name(NamedTuple):
    """A row as the journal names it: its table and public id."""

    entity: str
    public_id: str


class Misfit(NamedTuple):
    """A live row, or one that should live, that is not as the journal says; ``sequence`` is its last entry's, or 0."""

    name: Name
    reason: str
    sequence: int = 0


class Compared(NamedTuple):
    """What came of it: the number of live rows, and the groups of rows whose images differ."""

    rows: int
    differing: tuple[int, ...]


class _Last(NamedTuple):
    """A row's last entry: its sequence and the digest of the image after it, missing where the row was removed."""

    sequence: int
    digest: bytes | None


_NEVER = _Last(0, None)


class _Live(NamedTuple):
    """A live row; the image is missing where a value can't stand in one."""

    name: Name
    image: bytes | None


def compare(connection: Connection) -> Compared:
    """Find the groups in which some live row is not as its last image says."""
    key = os.urandom(32)
    sums = [0] * GROUPS
    for _, name, before, after in _images(connection):
        sums[_group(name)] += _fingerprint(key, name, after) - _fingerprint(key, name, before)
    rows = 0
    for name, image in _live_rows(connection):
        sums[_group(name)] -= 1 if image is None else _fingerprint(key, name, image)
        rows += 1
    return Compared(rows, tuple(group for group, left in enumerate(sums) if left))


def misfits(connection: Connection, compared: Compared) -> Iterator[Misfit]:
    """Name the rows of differing groups that are not as their last images say."""
    step = max(1, AT_ONCE * GROUPS // max(compared.rows, 1))
    for start in range(0, len(compared.differing), step):
        yield from _named(connection, frozenset(compared.differing[start : start + step]))


def _named(connection: Connection, groups: Collection[int]) -> Iterator[Misfit]:
    last: dict[Name, _Last] = {}
    for sequence, name, _, after in _images(connection):
        if _group(name) in groups:
            last[name] = _Last(sequence, _digest(after) if isinstance(after, bytes) else None)
    for name, image in _live_rows(connection):
        if _group(name) not in groups:
            continue
        sequence, digest = last.pop(name, _NEVER)
        if digest is None:
            yield Misfit(name, "the journal does not know it", sequence)
        elif image is None or _digest(image) != digest:
            yield Misfit(name, "it was changed behind the journal's back", sequence)
    for name, (sequence, digest) in last.items():
        if name.entity not in RECORDS:
            yield Misfit(name, "there is no such table", sequence)
        elif digest is not None:
            yield Misfit(name, "it was removed behind the journal's back", sequence)


def _images(connection: Connection) -> Iterator[tuple[int, Name, object, object]]:
    """Give every entry's sequence, row, and images before and after."""
    columns = "sequence, entity, public_id, payload_version, before, after"
    for batch in rows_in_order(driver_of(connection), columns, "journal", "sequence"):
        for sequence, entity, public_id, version, before, after in batch:
            name = Name(entity, public_id)
            if version == PAYLOAD_VERSION:
                yield sequence, name, before, after
            else:
                yield sequence, name, _today(name, version, before), _today(name, version, after)


def _today(name: Name, version: object, image: object) -> object:
    """Give an image of an earlier version as of today; one that can't be read fits no row as it is."""
    try:
        return up_to_date(name.entity, version, image)  # type: ignore[arg-type]
    except (KeyError, IndexError, TypeError, ValueError, RecursionError):
        return image


def _live_rows(connection: Connection) -> Iterator[_Live]:
    for entity in sorted(RECORDS):
        shape = shape_of(entity)
        columns = columns_in_sql(connection.dialect.name, shape)
        for batch in rows_in_order(driver_of(connection), columns, f'"{entity}"', "id"):
            for row in batch:
                values = dict(zip(shape.columns, row, strict=False))
                yield _Live(Name(entity, values["public_id"]), _image(shape, values, row[len(shape.columns) :]))


def _image(shape: Shape, values: dict[str, Any], public_ids: Row) -> bytes | None:
    """Give a live row's image, None where a value can't stand in one or points nowhere."""
    salt = values.get("salt") if values.get("confidential") else None
    known = {
        (target, values[name]): public_id
        for (name, target), public_id in zip(shape.pointers, public_ids, strict=True)
        if public_id is not None
    }
    try:
        for name in shape.lists:
            values[name] = json.loads(values[name])
        for name in shape.flags:
            values[name] = _FLAGS[values[name]]
        return image_of(
            shape.entity, values, lambda *pointer: known[pointer], salt if isinstance(salt, bytes) else None
        )
    except (KeyError, TypeError, ValueError, RecursionError):
        return None


def _group(name: Name) -> int:
    return crc32(str(name.public_id).encode("utf-8", "surrogateescape")) & (GROUPS - 1)


def _fingerprint(key: bytes, name: Name, image: object) -> int:
    """Give the number that stands for an image of a row; nothing stands for no image."""
    if image is None:
        return 0
    if not isinstance(image, bytes):
        return 1
    content = f"{name.entity}\0{name.public_id}\0".encode("utf-8", "surrogateescape") + image
    return int.from_bytes(hashlib.blake2b(content, digest_size=16, key=key).digest(), "big")


def _digest(image: bytes) -> bytes:
    return hashlib.blake2b(image, digest_size=16).digest()
