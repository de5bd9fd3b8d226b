"""What a row looked like, as canonical bytes under public ids.

An image is a JSON object in the form of RFC 8785. Its values are strings, integers, booleans, nulls and
lists of these; floats never occur, so that the standard library's encoder writes exactly what the RFC asks
for. Keys of the database are replaced by the public id of the row they point to; long texts by their
SHA-256; the texts of a row that is confidential by a digest salted with the row's salt, so that erasing the
salt erases the text.
"""

import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Text, TypeDecorator, inspect
from sqlalchemy.orm import LoaderCallableStatus

from claims_db.columns import DIGEST, JOURNAL, LEFT_OUT
from claims_db.tables import METADATA, Record

Resolve = Callable[[str, int], str]
"""Gives the public id of a row, from its table and key."""

Value = object
"""What a column holds."""


CONFIDENTIAL = "hmac-sha256:"
"""What the digest begins with that stands for words of a confidential row."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Field(NamedTuple):
    """How one column enters the image: ``target`` is the table that it points to, or empty.

    ``secret`` says that it holds words of people, which of a confidential row enter as salted digests.
    """

    name: str
    target: str
    digest: bool
    secret: bool


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
        free = isinstance(column.type, Text | TypeDecorator) and not hasattr(column.type, "vocabulary")
        secret = free and not target and column.name != "public_id"
        found.append(Field(column.name, target, flag == DIGEST, secret))
    return tuple(sorted(found))


def entity_of(row: Record) -> str:
    """Name the table of a row, as the journal does."""
    return str(row.__tablename__)


def image(row: Record, resolve: Resolve) -> bytes:
    """Give a row's image as it is now."""
    entity = entity_of(row)
    loaded = row.__dict__
    values = {
        field.name: loaded[field.name] if field.name in loaded else getattr(row, field.name) for field in fields(entity)
    }
    return image_of(entity, values, resolve, _salt(row))


def image_before(row: Record, resolve: Resolve) -> bytes:
    """Give a row's image as it was when it was read, before the changes that wait to be written."""
    changed = inspect(row).committed_state

    def before(name: str) -> Any:  # noqa: ANN401 - whatever the column holds
        old = changed.get(name, LoaderCallableStatus.NO_VALUE)
        return getattr(row, name, None) if old is LoaderCallableStatus.NO_VALUE else old

    values = {field.name: before(field.name) for field in fields(entity_of(row))}
    return image_of(entity_of(row), values, resolve, before("salt") if before("confidential") else None)


def digest_of(value: str | bytes) -> str:
    """Give the digest that stands for a long text."""
    content = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
    return "sha256:" + hashlib.sha256(content).hexdigest()


def canonical(values: Mapping[str, object]) -> bytes:
    """Write an object without floats as RFC 8785 asks for; words of a vocabulary are texts."""
    return _encode(dict(sorted(values.items()))).encode("utf-8")


def with_words_hidden(entity: str, before: bytes, now: bytes) -> bytes:
    """Give an image as it is once its row was made confidential or erased, which changes words in no other way.

    The image stays as it is where neither was done since.
    """
    was, live = json.loads(before), json.loads(now)
    words = [field.name for field in fields(entity) if field.secret]
    # Every word of a confidential row has a digest, an empty one too: without any, its salt was erased.
    hidden = live.get("confidential") and (not was["confidential"] or not any(live[name] for name in words))
    return canonical({**was, **{name: live[name] for name in ("confidential", *words)}}) if hidden else before


def _salt(row: Record) -> bytes | None:
    return getattr(row, "salt", None) if getattr(row, "confidential", False) else None


def image_of(entity: str, values: Mapping[str, Value], resolve: Resolve, salt: bytes | None = None) -> bytes:
    """Give the image of a row with these column values; ``salt`` is that of a confidential row."""
    plain: dict[str, object] = {}
    for name, target, digest, secret in fields(entity):
        value = values[name]
        if value is None:
            plain[name] = None
        elif target:
            plain[name] = resolve(target, int(str(value)))
        elif digest and isinstance(value, str | bytes):
            plain[name] = digest_of(value)
        elif secret and salt is not None:
            words = value if isinstance(value, str) else _encode(value)
            plain[name] = CONFIDENTIAL + hmac.new(salt, words.encode(), "sha256").hexdigest()
        elif isinstance(value, bytes):
            plain[name] = value.hex()
        elif isinstance(value, float):
            raise TypeError("an image can't hold a float")
        else:
            plain[name] = value
    return _encode(plain).encode("utf-8")
