"""What is hashed of an entry, and how stored entries are hashed again; the standard library is all it needs.

The hash of an entry is SHA-256 over ``claim-workbench journal 1`` and the framed fields: hash of the entry
before (32 zero bytes for the first), sequence, instant, actor, action, group, group that is reversed, table,
public id, public id of the claim, payload version, image before, image after. Each field is framed by its
length in eight bytes, big-endian; a missing image has the length 2**64 - 1. Numbers are decimal digits.
"""

import hashlib
from collections.abc import Generator, Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

GENESIS = bytes(32)
"""What the first entry names as the hash before it."""

COLUMNS = (
    "sequence at actor action group_id reverses entity public_id claim payload_version before after previous hash"
).split()
"""The columns of a stored entry, in the order in which they are read."""

_LABEL = b"claim-workbench journal 1"
_MISSING = b"\xff" * 8
_LONGEST_KEPT = 4096


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


class Entry(NamedTuple):
    """An entry as it is stored."""

    sequence: int
    deed: Deed
    change: Change
    version: int
    previous: bytes
    hash: bytes


class Head(NamedTuple):
    """The last entry."""

    sequence: int
    hash: bytes


class Broken(NamedTuple):
    """An entry that does not fit the chain, and why."""

    sequence: int
    reason: str


Row = tuple[Any, ...]
"""An entry as the driver gives it, in the order of ``COLUMNS``; what was tampered with may be of any type."""


class _Lengths(dict[int, bytes]):
    """Lengths in eight bytes, big-endian; short ones are kept."""

    def __missing__(self, length: int) -> bytes:
        framed = length.to_bytes(8, "big")
        if length < _LONGEST_KEPT:
            self[length] = framed
        return framed


_LENGTHS = _Lengths()


def entry_hash(previous: bytes, sequence: int, deed: Deed, change: Change, version: int) -> bytes:
    """Give the hash of one entry."""
    entity, public_id, claim, before, after = change
    framed = (
        _LABEL,
        _framed(previous),
        _number(sequence),
        _framed_deed(deed),
        _framed(entity.encode()),
        _framed(public_id.encode()),
        _framed(claim.encode()),
        _number(version),
        _framed(before),
        _framed(after),
    )
    return hashlib.sha256(b"".join(framed)).digest()


def entry_of(row: Row) -> Entry:
    """Give a stored entry its names."""
    sequence, at, actor, action, group, reverses, entity, public_id, claim, version, before, after, *hashes = row
    change = Change(entity, public_id, claim, before, after)
    return Entry(sequence, Deed(at, actor, action, group, reverses), change, version, *hashes)


def misfits(batches: Iterable[Sequence[Row]], last: Head) -> Generator[Broken, None, Head]:
    """Hash every entry again, in the order of the chain, and name those that do not fit.

    Args:
        batches: the stored entries that come after ``last``.
        last: the entry before the first of them; ``Head(0, GENESIS)`` where there is none.

    Returns:
        The last entry as it is stored.
    """
    for batch in batches:
        fitting = _fitting(batch, last)
        if fitting is None:
            last = yield from _named(batch, last)
        else:
            last = fitting
    return last


def _named(batch: Sequence[Row], last: Head) -> Generator[Broken, None, Head]:
    expected, previous = last.sequence + 1, last.hash
    for entry in map(entry_of, batch):
        if entry.sequence != expected:
            yield Broken(entry.sequence, f"entry {expected} is missing")
        if entry.previous != previous:
            yield Broken(entry.sequence, "it does not name the hash of the entry before it")
        if _hash_again(entry) != entry.hash:
            yield Broken(entry.sequence, "its content does not give its hash")
        expected, previous = (entry.sequence if isinstance(entry.sequence, int) else expected) + 1, entry.hash
    return Head(expected - 1, previous)


def _hash_again(entry: Entry) -> bytes | None:
    """Give the hash of a stored entry, None where a value is not of the type that is hashed."""
    try:
        return entry_hash(entry.previous, entry.sequence, entry.deed, entry.change, entry.version)
    except (TypeError, AttributeError, ValueError):
        return None


def _fitting(batch: Sequence[Row], last: Head) -> Head | None:
    """Give the last entry of a batch in which everything fits, None of another one.

    This is ``entry_hash`` written out: with a call for each field, verifying takes nearly twice the time.
    """
    sha256, join, encode, lengths = hashlib.sha256, b"".join, str.encode, _LENGTHS
    opening = _LABEL + lengths[32]
    expected, previous = last
    deed: tuple[Any, ...] = ()
    framed_deed = framed_version = b""
    known_version = None
    try:
        for row in batch:
            (
                sequence,
                at,
                actor,
                action,
                group,
                reverses,
                entity,
                public_id,
                claim,
                version,
                before,
                after,
                stored,
                hashed,
            ) = row
            expected += 1
            if stored != previous or sequence != expected:
                return None
            if deed != (at, actor, action, group, reverses):
                deed = (at, actor, action, group, reverses)
                framed_deed = _framed_deed(Deed(*deed))
            if version != known_version:
                known_version, framed_version = version, _number(version)
            digits, table, name, about = b"%d" % expected, encode(entity), encode(public_id), encode(claim)
            content = join(
                (
                    opening, previous, lengths[len(digits)], digits, framed_deed,
                    lengths[len(table)], table, lengths[len(name)], name, lengths[len(about)], about,
                    framed_version,
                    _MISSING if before is None else lengths[len(before)] + before,
                    _MISSING if after is None else lengths[len(after)] + after,
                )
            )  # fmt: skip
            if sha256(content).digest() != hashed:
                return None
            previous = hashed
    except (TypeError, AttributeError, ValueError):
        return None
    return Head(expected, previous)


def _framed(field: bytes | None) -> bytes:
    return _MISSING if field is None else _LENGTHS[len(field)] + field


def _number(value: int) -> bytes:
    if type(value) is not int:
        raise TypeError("a number is hashed by its digits, and anything else is none")
    return _framed(b"%d" % value)


@lru_cache(maxsize=16)
def _framed_deed(deed: Deed) -> bytes:
    """Frame what all entries of one transaction share."""
    at, *words = deed
    return _number(at) + b"".join(_framed(word.encode()) for word in words)
