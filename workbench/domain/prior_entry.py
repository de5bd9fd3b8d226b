"""A prior check as a feed, page or table tells of it, before the desk has it."""

import hashlib
from dataclasses import dataclass
from typing import NamedTuple

from claims_db.rows import DateRow


@dataclass(frozen=True)
class PriorEntry:
    """An earlier published fact-check.

    Attributes:
        claim: the claim that was checked.
        url: where the check was published.
        claimer: who asserted the claim.
        said_on: when.
        rating: as the outlet wrote it, on its own scale from ``worst`` to ``best``.
        rating_name: the same in words.
        outlet: who published the check.
        title: under what title.
        reviewed: when.
        language: of the check, a BCP 47 tag.
        record: its id in the feed, empty where it has none.

    """

    claim: str
    url: str
    claimer: str = ""
    said_on: DateRow | None = None
    rating: str = ""
    rating_name: str = ""
    worst: str = ""
    best: str = ""
    outlet: str = ""
    title: str = ""
    reviewed: DateRow | None = None
    language: str = "und"
    record: str = ""


class BrokenRecord(NamedTuple):
    """A record that was not used: where it stands in its feed, and why."""

    place: str
    reason: str


class Told(NamedTuple):
    """What a feed gives next: an entry, or a record that can't be used; and how many bytes of it are read."""

    entry: PriorEntry | None
    broken: BrokenRecord | None
    done: int


def key_of(entry: PriorEntry) -> str:
    """Give what tells a prior check from every other: its record's id, or its address and claim."""
    words = ("record", entry.record) if entry.record else ("check", entry.url, " ".join(entry.claim.casefold().split()))
    return hashlib.sha256("\0".join(words).encode("utf-8", "replace")).hexdigest()
