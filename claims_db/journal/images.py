"""What a row looked like, as canonical bytes under public ids.

An image is a JSON object in the form of RFC 8785. Its values are strings, integers, booleans, nulls and
lists of these; floats never occur, so that the standard library's writing of texts and integers is exactly
what the RFC asks for. Keys of the database are replaced by the public id of the row they point to; long texts by their
SHA-256; the texts of a row that is confidential by a digest salted with the row's salt, so that erasing the
salt erases the text.
"""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from json.encoder import encode_basestring
from typing import NamedTuple

from sqlalchemy import inspect

from claims_db.columns import DIGEST, JOURNAL, LEFT_OUT
from claims_db.tables import METADATA, Record

Resolve = Callable[[str, int], str]
"""Gives the public id of a row, from its table and key."""

Value = object
"""What a column holds."""


class Field(NamedTuple):
    """How one column enters the image: ``target`` is the table that it points to, or empty.

    ``label`` is the column's name as the image writes it.
    """

    name: str
    target: str
    digest: bool
    label: str


@cache
def fields(entity: str) -> tuple[Field, ...]:
    """List the columns of a table that enter its image, by name."""
    table = METADATA.tables[entity]
    found = []
    for column in table.columns:
        flag = column.info.get(JOURNAL)
        if flag == LEFT_OUT:
            continue
        target = next((key.column.table.name for key in column.foreign_keys), "")
        found.append(Field(column.name, target, flag == DIGEST, f"{encode_basestring(column.name)}:"))
    return tuple(sorted(found))


def entity_of(row: Record) -> str:
    """Name the table of a row, as the journal does."""
    return str(row.__tablename__)


def image(row: Record, resolve: Resolve) -> bytes:
    """Give a row's image as it is now."""
    entity = entity_of(row)
    values = {field.name: getattr(row, field.name) for field in fields(entity)}
    return image_of(entity, values, resolve, _salt(row))


def image_before(row: Record, resolve: Resolve) -> bytes:
    """Give a row's image as it was when it was read, before the changes that wait to be written."""
    attributes = inspect(row).attrs
    values = {}
    for field in fields(entity_of(row)):
        old = attributes[field.name].history.deleted
        values[field.name] = old[0] if old else getattr(row, field.name)
    return image_of(entity_of(row), values, resolve, _salt(row))


def digest_of(value: str | bytes) -> str:
    """Give the digest that stands for a long text."""
    content = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
    return "sha256:" + hashlib.sha256(content).hexdigest()


def _salt(row: Record) -> bytes | None:
    return getattr(row, "salt", None) if getattr(row, "confidential", False) else None


def image_of(entity: str, values: Mapping[str, Value], resolve: Resolve, salt: bytes | None = None) -> bytes:
    """Give the image of a row with these column values; ``salt`` is that of a confidential row."""
    parts = []
    for field in fields(entity):
        value = values[field.name]
        if value is None:
            written = "null"
        elif field.target:
            written = encode_basestring(resolve(field.target, int(str(value))))
        elif field.digest and isinstance(value, str | bytes):
            written = encode_basestring(digest_of(value))
        elif salt is not None and type(value) is str and field.name != "public_id":
            written = encode_basestring("hmac-sha256:" + hmac.new(salt, value.encode(), "sha256").hexdigest())
        else:
            written = canonical(value)
        parts.append(field.label + written)
    return ("{" + ",".join(parts) + "}").encode()


def canonical_object(values: Mapping[str, Value]) -> bytes:
    """Write an image from what was read out of one; the names of columns sort the same in every encoding."""
    parts = (f"{encode_basestring(name)}:{canonical(value)}" for name, value in sorted(values.items()))
    return ("{" + ",".join(parts) + "}").encode()


def canonical(value: Value) -> str:
    """Write a column's value as RFC 8785 asks for.

    Raises:
        TypeError: a value of this type can't stand in an image.

    """
    if type(value) is str:
        return encode_basestring(value)
    if type(value) is int:
        return str(value)
    if value is None:
        return "null"
    if isinstance(value, StrEnum):
        return encode_basestring(value.value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, bytes):
        return encode_basestring(value.hex())
    raise TypeError(f"an image can't hold a {type(value).__name__}")
