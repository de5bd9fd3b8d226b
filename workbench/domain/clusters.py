"""The places of a cluster in order of time, and which of them comes first, as far as that can be known."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import NamedTuple

from claims_db.match_vocabulary import KnownFirst
from claims_db.rows import ClusterMember, ClusterPlace, DateRow
from claims_db.vocabulary import ClaimState, DatePrecision
from workbench.domain.dates import first_day, last_day
from workbench.domain.evidence.agencies import agency_of

_RATED = frozenset({ClaimState.RECORDED, ClaimState.SIGNED_OFF, ClaimState.PUBLISHED, ClaimState.CORRECTED})
"""The states in which a claim's verdict stands."""


class CameFrom(StrEnum):
    """How it is known from which wording another came."""

    CHAIN = "through"
    OLDER_TEXT = "older text"
    LIKENESS = "most like"


class Time(NamedTuple):
    """The days that a date may mean, and its instant where that is known."""

    first: date
    last: date
    instant: datetime | None

    @property
    def days(self) -> tuple[date, date]:
        """The days by which it is put in order: what may be late stands behind what is known to be earlier."""
        return self.last, self.first

    def is_before(self, other: "Time") -> bool:
        """Say whether it is known to be earlier: by instants where both are known, else by days."""
        if self.instant is not None and other.instant is not None:
            return self.instant < other.instant
        return self.last < other.first


_NO_TIME = Time(date.max, date.max, None)
_NO_INSTANT = datetime.max.replace(tzinfo=UTC)


class Stand(NamedTuple):
    """A member in one place: in an article, with all its texts that have these words of it, or elsewhere.

    ``when`` is when the article was published, else when the claim was said; ``revisions`` are numbers of texts.
    """

    member: ClusterMember
    place: ClusterPlace
    revisions: tuple[int, ...]
    when: DateRow | None
    time: Time | None

    @property
    def words(self) -> str:
        """What it says there: the words of the place, the desk's own statement where none were kept."""
        return self.place.words or self.member.statement

    @property
    def publisher(self) -> str:
        """Who brought it there: the outlet of an article; of a speech or a post whoever said it."""
        return self.member.claimer if self.place.article is None else self.place.outlet

    def is_before(self, other: "Stand") -> bool:
        """Say whether it is known to be earlier by its date."""
        return self.time is not None and other.time is not None and self.time.is_before(other.time)


class First(NamedTuple):
    """How well it is known what comes first, the places that may, by their index, and how many have no date."""

    known: KnownFirst
    stands: tuple[int, ...]
    undated: int


class InOrder(NamedTuple):
    """The places of a cluster in order of time, undated ones last.

    Attributes:
        stands: the places.
        sources: of each place that came through another one that one, both by their index.
        first: which of them come first.

    """

    stands: tuple[Stand, ...]
    sources: Mapping[int, int]
    first: First


def in_order(members: Iterable[ClusterMember]) -> InOrder:
    """Put the places of a cluster's claims in order of time; of one day, what others came through goes before them."""
    by_time = sorted((one for member in members for one in _stands(member)), key=_key)
    sources = _sources(by_time)
    order = sorted(
        range(len(by_time)),
        key=lambda at: ((by_time[at].time or _NO_TIME).days, _depth(at, sources), at),
    )
    places = {before: now for now, before in enumerate(order)}
    stands = tuple(by_time[at] for at in order)
    moved = {places[at]: places[source] for at, source in sources.items()}
    return InOrder(stands, moved, _first(stands, moved))


def contradiction(members: Iterable[ClusterMember]) -> dict[str, tuple[int, ...]]:
    """Give the ratings that stand for claims of a cluster, each with the numbers of its claims; none where they agree."""
    found: dict[str, tuple[int, ...]] = {}
    for one in members:
        if one.rating and one.state in _RATED:
            found[one.rating] = (*found.get(one.rating, ()), one.number)
    return found if len(found) > 1 else {}


def _stands(member: ClusterMember) -> Iterable[Stand]:
    """Give the places of a claim; the texts of one article in which it has the same words are one."""
    found: dict[tuple[int, str], Stand] = {}
    for at, place in enumerate(member.places):
        key = (-1 - at, "") if place.article is None else (place.article, place.words)
        known = found.get(key)
        when = place.published or member.said_on
        revisions = () if place.revision is None else (place.revision,)
        if known is None:
            found[key] = Stand(member, place, revisions, when, None if when is None else _time(when))
        else:
            found[key] = known._replace(revisions=(*known.revisions, *revisions))
    return found.values()


def _time(when: DateRow) -> Time:
    instant = None
    if when.precision is DatePrecision.MINUTE and when.zone:
        instant = datetime.fromisoformat(f"{when.value}{when.zone.replace('Z', '+00:00')}")
    return Time(first_day(when), last_day(when), instant)


def _key(stand: Stand) -> tuple[object, ...]:
    time, article = stand.time or _NO_TIME, stand.place.article
    return (
        *(*time.days, time.instant or _NO_INSTANT),
        *(article is None, article or 0, stand.revisions, stand.member.number),
    )


def _sources(stands: Sequence[Stand]) -> dict[int, int]:
    """Find for each place the one that it came through: that of whom its chain names, the nearest to the reader first."""
    by_name: dict[str, list[int]] = {}
    for at, stand in enumerate(stands):
        by_name.setdefault(_name(stand.publisher), []).append(at)
    found: dict[int, int] = {}
    for at, stand in enumerate(stands):
        own = () if stand.place.article is None else (stand.member.claimer,)
        for name in filter(None, map(_name, (*stand.member.via, *own))):
            there = (one for one in by_name.get(name, ()) if not stand.is_before(stands[one]))
            source = next(there, None) if name != _name(stand.publisher) else None
            if source is not None:
                found[at] = source
                break
    return found


def _name(name: str) -> str:
    return agency_of(name) or " ".join(name.casefold().split()).removeprefix("the ")


def _depth(at: int, sources: Mapping[int, int]) -> int:
    """Count through how many places one came; what goes round in a circle ends where it began."""
    return len(_way(at, sources))


def _way(at: int, sources: Mapping[int, int]) -> tuple[int, ...]:
    way = [at]
    while (at := sources.get(at, at)) not in way:
        way.append(at)
    return tuple(way)


def _first(stands: Sequence[Stand], sources: Mapping[int, int]) -> First:
    every = range(len(stands))
    dated = [at for at in every if stands[at].time is not None]
    undated = len(stands) - len(dated)
    foremost = _foremost(every, stands, sources)
    if len(foremost) == 1:
        return First(KnownFirst.FIRST, foremost, undated)
    if not dated:
        return First(KnownFirst.UNDATED, foremost, undated)
    of_dated = _foremost(dated, stands, sources)
    if undated and len(of_dated) == 1:
        return First(KnownFirst.FIRST_DATED, of_dated, undated)
    # Where dates and chains contradict each other, nothing is foremost by both: the dates are told, as not certain.
    return First(KnownFirst.SEVERAL, of_dated or _earliest(dated, stands), undated)


def _earliest(dated: Iterable[int], stands: Sequence[Stand]) -> tuple[int, ...]:
    """Give those of some places with a date that none of them is before."""
    among = tuple(dated)
    return tuple(at for at in among if not _follows(at, among, stands))


def _foremost(among: Collection[int], stands: Sequence[Stand], sources: Mapping[int, int]) -> tuple[int, ...]:
    """Give those of some places that none of them is known to precede: by date, chain, or as an older text of an article."""
    times = {at: stands[at].time for at in among}
    least = min((time.last for time in times.values() if time is not None), default=date.max)
    earliest = [at for at, time in times.items() if time is not None and time.last == least]
    near = [at for at, time in times.items() if time is None or time.first <= least or time.instant is not None]
    older = _older_texts(stands)
    found = []
    for at in near:
        way = _way(at, sources)
        behind = any(one in times for one in way[1:]) and sources.get(way[-1]) != at
        if not behind and older.get(at) not in times and not _follows(at, (*earliest, *near), stands):
            found.append(at)
    return tuple(found)


def _follows(at: int, others: Iterable[int], stands: Sequence[Stand]) -> bool:
    return any(stands[other].is_before(stands[at]) for other in others)


def _older_texts(stands: Sequence[Stand]) -> dict[int, int]:
    """Give of each text of an article with other words of a claim the oldest one."""
    oldest: dict[tuple[int, int], int] = {}
    for at in sorted(range(len(stands)), key=lambda one: stands[one].revisions):
        article = stands[at].place.article
        if article is not None:
            oldest.setdefault((stands[at].member.number, article), at)
    return {
        at: first
        for at, stand in enumerate(stands)
        if stand.place.article is not None and (first := oldest[stand.member.number, stand.place.article]) != at
    }
