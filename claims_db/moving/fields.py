"""What a field of a dump is in the database, and back: one pair of functions for each kind of column.

Keys stay behind: a column that points to another row holds its public id. Bytes are hexadecimal digits, images of the
journal the text that they are, lists are lists. Whatever comes back is looked at as if a stranger had written it.
"""

import json
import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache, partial
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Boolean, Column, LargeBinary

from claims_db.columns import LARGEST, Names, Weights, Word, WordList, compact_json
from claims_db.journal.shapes import shape_of
from claims_db.rows.dumps import Value
from claims_db.tables import METADATA

PUBLIC_ID = "public_id"

_KEY = "id"
_LARGEST_KEPT = 2**63 - 1
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_IMAGES = frozenset({"before", "after"})
_FLAGS = {0: False, 1: True}

Given = Callable[[Any], Value]
"""Makes a field of a dump from what the driver gives; raises ``TypeError`` or ``ValueError`` where that can't be."""

Taken = Callable[[Any], object]
"""Makes what the driver takes from a field of a dump; raises ``ValueError`` with the reason."""


class Field(NamedTuple):
    """One column of a table in a dump.

    ``target`` is the table that it points to, or empty; ``given`` and ``taken`` are not asked then. A field that a
    dump lacks, as an earlier version wrote it, is ``default``, unless it is ``needed``.
    """

    name: str
    target: str
    optional: bool
    needed: bool
    default: object
    given: Given
    taken: Taken


@cache
def fields_of(table: str) -> tuple[Field, ...]:
    """List the columns of a table in the order of the table, but for the key."""
    targets = dict(shape_of(table).pointers)
    columns = METADATA.tables[table].c
    return tuple(_field(column, targets.get(column.name, "")) for column in columns if column.name != _KEY)


def checked_id(value: object) -> str:
    """Give a public id as it is.

    Raises:
        ValueError: it is none.

    """
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise ValueError("is no id")
    return value


def _field(column: Column[Any], target: str) -> Field:
    given, taken = _kind(column)
    default = getattr(column.default, "arg", None)
    needed = column.name == PUBLIC_ID or (default is None and not column.nullable)
    if isinstance(default, StrEnum | tuple):
        default = default.value if isinstance(default, StrEnum) else compact_json(default)
    return Field(column.name, target, bool(column.nullable), needed, default, given, taken)


def _kind(column: Column[Any]) -> tuple[Given, Taken]:
    kind = column.type
    if isinstance(kind, Boolean):
        return _FLAGS.__getitem__, _flag
    if isinstance(kind, WordList):
        return json.loads, partial(_words, frozenset(kind.words))
    if isinstance(kind, Names | Weights):
        return json.loads, partial(_list, isinstance(kind, Weights))
    if isinstance(kind, LargeBinary):
        return (_image, _image_back) if column.name in _IMAGES else (bytes.hex, _bytes)
    if isinstance(kind, Word):
        return _text_given, partial(_word, frozenset(kind.vocabulary))
    if column.type.python_type is int:
        return _number_given, partial(_number, _LARGEST_KEPT if isinstance(kind, BigInteger) else LARGEST)
    return _text_given, checked_id if column.name == PUBLIC_ID else _text


def _text_given(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number_given(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def _image(value: bytes) -> str:
    return value.decode("utf-8")


def _image_back(value: object) -> bytes:
    return _text(value).encode("utf-8")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("is no text")  # noqa: TRY004 - the same for all that a dump can hold
    if _UNSTORABLE.search(value):
        raise ValueError("holds what no database can store: NUL, or half of a character")
    return value


def _word(known: frozenset[str], value: object) -> str:
    word = _text(value)
    if word not in known:
        raise ValueError("is a word that this version does not know")
    return word


def _words(known: frozenset[str], value: object) -> str:
    written = _list(weights=False, value=value)
    for one in json.loads(written):
        _word(known, one)
    return written


def _number(largest: int, value: object) -> int:
    if type(value) is not int:
        raise ValueError("is no whole number")
    if not -largest <= value <= largest:
        raise ValueError("is too large a number")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("is neither true nor false")  # noqa: TRY004 - as above
    return value


def _bytes(value: object) -> bytes:
    try:
        return bytes.fromhex(_text(value))
    except ValueError:
        raise ValueError("is not written in hexadecimal digits") from None


def _list(weights: bool, value: object) -> str:
    if not isinstance(value, list):
        raise ValueError("is no list")  # noqa: TRY004 - as above
    for one in value:
        if not weights:
            _text(one)
        elif isinstance(one, list) and len(one) == 2:
            _text(one[0])
            _number(LARGEST, one[1])
        else:
            raise ValueError("is no list of names and weights")
    return compact_json(value)
