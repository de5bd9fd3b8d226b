"""What a feed of prior checks tells, before the desk has it."""

import hashlib
from typing import NamedTuple

from claims_db.rows import PriorEntry


class BrokenRecord(NamedTuple):
    """A record that was not used: where it stands in its feed, and why."""

    place: str
    reason: str


class FeedPart(NamedTuple):
    """What a feed gives next: an entry, or a record that can't be used; and how many bytes of it are read."""

    entry: PriorEntry | None
    broken: BrokenRecord | None
    done: int


def key_of(entry: PriorEntry) -> str:
    """Give what tells a prior check from every other: its record's id, or its address and claim."""
    words = ("record", entry.record) if entry.record else ("check", entry.url, " ".join(entry.claim.casefold().split()))
    return hashlib.sha256("\0".join(words).encode("utf-8", "replace")).hexdigest()
