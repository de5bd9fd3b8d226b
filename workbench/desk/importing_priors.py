"""Prior checks of other desks are taken in, some at a time; doing it again changes nothing."""

from pathlib import Path
from typing import NamedTuple

from claims_db.repositories.priors import PriorsTaken
from claims_db.rows import PriorEntry
from claims_db.vocabulary import Action
from workbench.desk.workplace import Workplace
from workbench.domain.prior_entry import BrokenRecord, key_of
from workbench.domain.progress import Progress, unheard
from workbench.domain.text import storable
from workbench.sources.addresses import is_address, shown_address
from workbench.sources.priors.reading import told

_AT_ONCE = 500
"""So many are written in one transaction: who is stopped has all that were written before."""

_LISTED = 1_000
"""So many broken records are listed; all of them are counted."""


class ImportedPriors(NamedTuple):
    """What became of a feed.

    Attributes:
        added, changed, known: prior checks that are new, that their outlet has changed since, and that were there.
        twice: records that say again what another of the same feed says.
        broken: how many records could not be used; ``listed`` are the first of them.

    """

    added: int = 0
    changed: int = 0
    known: int = 0
    twice: int = 0
    broken: int = 0
    listed: tuple[BrokenRecord, ...] = ()


def import_priors(place: Workplace, location: str, progress: Progress = unheard) -> ImportedPriors:
    """Take in the prior checks of a feed, a page or a table."""
    counted, listed = ImportedPriors(), list[BrokenRecord]()
    waiting: dict[str, PriorEntry] = {}
    seen = set[int]()
    with place.reader.feed(location, lambda done, whole: progress("fetching", done, whole)) as feed:
        for one in told(feed):
            if one.broken is not None:
                counted = counted._replace(broken=counted.broken + 1)
                listed += [one.broken] if len(listed) < _LISTED else []
            if one.entry is not None:
                # Two records with one key would take each other's place every time: the first one counts.
                key = key_of(one.entry)
                if hash(key) in seen:
                    counted = counted._replace(twice=counted.twice + 1)
                else:
                    seen.add(hash(key))
                    waiting[key] = one.entry
            if len(waiting) >= _AT_ONCE:
                counted = _with(counted, _stored(place, waiting, location))
                waiting = {}
                progress("taking in prior checks", one.done, feed.size)
        counted = _with(counted, _stored(place, waiting, location))
    return counted._replace(listed=tuple(listed))


def _stored(place: Workplace, entries: dict[str, PriorEntry], location: str) -> PriorsTaken:
    if not entries:
        return PriorsTaken()
    with place.work(Action.PRIORS_IMPORTED) as work:
        return work.priors.take_in({key: _storable(one) for key, one in entries.items()}, _name(location))


def _name(location: str) -> str:
    """Give what a feed is called from now on: no folder of this machine, and nobody's name and password."""
    return storable(shown_address(location) if is_address(location) else Path(location).name)


def _storable(entry: PriorEntry) -> PriorEntry:
    """Give an entry whose texts any database takes."""
    return PriorEntry(*(storable(part) if isinstance(part, str) else part for part in entry))  # type: ignore[arg-type]


def _with(counted: ImportedPriors, taken: PriorsTaken) -> ImportedPriors:
    return counted._replace(
        added=counted.added + taken.added, changed=counted.changed + taken.changed, known=counted.known + taken.known
    )
