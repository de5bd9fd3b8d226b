"""The column types that the tables share, and the flags that the journal reads from them.

A column's ``info`` may say ``JOURNAL: LEFT_OUT`` (never in an image: keys, row versions, derived search
text, heartbeats) or ``JOURNAL: DIGEST`` (long texts: the image carries their SHA-256).
"""

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import BigInteger, Integer, LargeBinary, Text, TypeDecorator
from sqlalchemy.engine import Dialect

from claims_db.errors import DatabaseDamaged, NewerDatabase

JOURNAL: Final = "journal"
LEFT_OUT: Final = "left out"
DIGEST: Final = "digest"

Key = BigInteger().with_variant(Integer, "sqlite")
"""An int64 key; SQLite numbers only INTEGER keys by itself."""

Micros = BigInteger
"""An instant: microseconds since 1970 in UTC."""

LARGEST: Final = 2**31 - 1
"""The largest number that both databases hold in a column of numbers, and can look for."""

Words = Text
Blob = LargeBinary


compact_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Writes lists as the columns of lists hold them."""


class Word(TypeDecorator[StrEnum]):
    """A word of the vocabulary, stored by its value, so that a new word needs no change of the table."""

    impl = Text
    cache_ok = True

    def __init__(self, vocabulary: type[StrEnum]) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self._members: dict[str, StrEnum] = {member.value: member for member in vocabulary}

    def process_bind_param(self, value: StrEnum | str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Refuse what is no word of the vocabulary."""
        if value is None:
            return None
        member = self._members.get(value)
        return (self.vocabulary(value) if member is None else member).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002
        """Give the word back as the enumeration's member.

        Raises:
            NewerDatabase: this version does not know the word.

        """
        if value is None:
            return None
        member = self._members.get(value)
        if member is None:
            raise _unknown(value)
        return member


class Names(TypeDecorator[tuple[str, ...]]):
    """An ordered list of texts, stored as JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:  # noqa: ARG002
        """Write the list as JSON."""
        return compact_json(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:  # noqa: ARG002
        """Read the list back."""
        return tuple(str(name) for name in _list(value))


class WordList(Names):
    """An ordered list of words of the vocabulary, stored as JSON."""

    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        """Refuse what is no word of the vocabulary."""
        return super().process_bind_param(tuple(self.words(one).value for one in value or ()), dialect)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[StrEnum, ...]:
        """Give the words back as the enumeration's members.

        Raises:
            NewerDatabase: this version does not know one of them.

        """
        members = {member.value: member for member in self.words}
        found = super().process_result_value(value, dialect)
        for word in found:
            if word not in members:
                raise _unknown(word)
        return tuple(members[word] for word in found)


class Weights(TypeDecorator[tuple[tuple[str, int], ...]]):
    """Named weights in ten-thousandths, stored as JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[tuple[str, int], ...] | None, dialect: Dialect) -> str:  # noqa: ARG002
        """Write the weights as JSON."""
        return compact_json(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[tuple[str, int], ...]:  # noqa: ARG002
        """Read the weights back."""
        try:
            return tuple((str(name), int(weight)) for name, weight in _list(value))
        except (TypeError, ValueError):
            raise _unreadable() from None


def refused_text(stretches: Iterable[tuple[int, int, str]]) -> str:
    """Write what was refused as JSON: a list of start, end and reason."""
    return compact_json([list(stretch) for stretch in stretches])


def refused_stretches(value: str) -> tuple[tuple[int, int, str], ...]:
    """Read back what was refused.

    Raises:
        DatabaseDamaged: it is no such list.

    """
    try:
        return tuple((int(start), int(end), str(reason)) for start, end, reason in _list(value))
    except (TypeError, ValueError):
        raise _unreadable() from None


def _list(value: str | None) -> list[Any]:
    try:
        found = json.loads(value) if value else []
    except ValueError:
        raise _unreadable() from None
    if not isinstance(found, list):
        raise _unreadable()
    return found


def _unknown(word: str) -> NewerDatabase:
    return NewerDatabase(
        f"The database holds {word!r}, which this version does not know.", "Upgrade: pip install -U claim-workbench"
    )


def _unreadable() -> DatabaseDamaged:
    return DatabaseDamaged(
        "The database holds a list that can't be read; somebody changed it with another program.",
        "Go on with the latest backup.",
    )
