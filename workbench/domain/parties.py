"""To which party or group a claimer belonged on a day; people change them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from claims_db.rows import PartyRow
from workbench.domain.days import Period

_WHOLE = "0000-01-01"
"""What fills a year or a month up to its first day."""


def by_claimer(parties: Iterable[PartyRow]) -> Mapping[str, tuple[PartyRow, ...]]:
    """Give the parties of each claimer, the earliest first."""
    ordered = sorted(parties, key=attrgetter("claimer", "since"))
    return {claimer: tuple(rows) for claimer, rows in groupby(ordered, key=attrgetter("claimer"))}


def party_on(parties: Sequence[PartyRow], day: str) -> str:
    """Name the party of a claimer on a day, of which a year or a month is the first; empty where none is known.

    Where two overlap, it is the one that began last. Without a day only what always was so and still is counts.
    """
    whole = (day + _WHOLE[len(day) :])[: len(_WHOLE)] if day else ""
    for party in reversed(parties):
        if whole and party.since <= whole and (not party.until or whole <= party.until):
            return party.name
        if not (whole or party.since or party.until):
            return party.name
    return ""


def overlapping(parties: Iterable[PartyRow], wanted: PartyRow) -> PartyRow | None:
    """Give what is said of the same claimer for some of the same days; what begins on the same day is replaced."""
    for party in parties:
        others = party.claimer == wanted.claimer and party.since != wanted.since
        ends_first = any(one.until and one.until < other.since for one, other in ((party, wanted), (wanted, party)))
        if others and not ends_first:
            return party
    return None


def party_words(party: PartyRow) -> str:
    """Say from when to when it is so."""
    return Period(party.since, party.until).words() or "always"
