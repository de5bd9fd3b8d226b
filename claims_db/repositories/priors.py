"""Prior checks that come in."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import NamedTuple

from sqlalchemy import select

from claims_db.repositories.writing import Alone, Writing, parts
from claims_db.rows import DateRow
from claims_db.tables import METADATA, PriorCheck

_CHECK = METADATA.tables["prior_check"].c


@dataclass(frozen=True)
class NewPriorCheck:
    """An earlier published fact-check as a feed tells of it; ``key`` tells it from every other."""

    key: str
    claim_text: str
    claimer: str = ""
    said_on: DateRow | None = None
    rating: str = ""
    rating_name: str = ""
    worst: str = ""
    best: str = ""
    outlet: str = ""
    url: str = ""
    title: str = ""
    reviewed: DateRow | None = None
    language: str = "und"
    feed: str = ""


class PriorsTaken(NamedTuple):
    """How many prior checks came in, were changed by what their outlet says now, or were known just so."""

    added: int = 0
    changed: int = 0
    known: int = 0


class Priors:
    """Writes of prior checks."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def take_in(self, new: Sequence[NewPriorCheck]) -> PriorsTaken:
        """Store prior checks, each key once; one that the desk knows is changed to what is said of it now."""
        self._writing.alone(Alone.PRIORS)
        known = self._known([one.key for one in new])
        fresh = [one for one in new if one.key not in known]
        changed = [one for one in new if one.key in known and known[one.key] != tuple(_values(one).values())]
        for one in changed:
            self._change(one)
        if fresh:
            first = self._writing.next_number("prior_check")
            rows = [
                {**_values(one), "key": one.key, "feed": one.feed, "number": first + at} for at, one in enumerate(fresh)
            ]
            self._writing.insert(PriorCheck, [{**row, "imported_at": self._writing.now} for row in rows])
        return PriorsTaken(len(fresh), len(changed), len(new) - len(fresh) - len(changed))

    def _known(self, keys: Sequence[str]) -> dict[str, tuple[object, ...]]:
        found: dict[str, tuple[object, ...]] = {}
        columns = [_CHECK[name] for name in _NAMES]
        for some in parts(keys):
            for row in self._writing.session.execute(select(_CHECK.key, *columns).where(_CHECK.key.in_(some))):
                found[row[0]] = tuple(row[1:])
        return found

    def _change(self, new: NewPriorCheck) -> None:
        row = self._writing.one(PriorCheck, key=new.key)
        if row is not None:
            for name, value in _values(new).items():
                setattr(row, name, value)


def _values(new: NewPriorCheck) -> dict[str, object]:
    """Give what is said of a check, as it is stored; which feed it came from first stays."""
    texts = {name: getattr(new, name) for name in _TEXTS}
    return {**texts, **_date("said_on", new.said_on), **_date("reviewed", new.reviewed)}


def _date(name: str, when: DateRow | None) -> dict[str, object]:
    return {
        name: when.value if when else None,
        f"{name}_precision": when.precision if when else None,
        f"{name}_zone": when.zone if when else "",
    }


_TEXTS = tuple(one.name for one in fields(NewPriorCheck) if one.name not in {"key", "feed", "said_on", "reviewed"})
_NAMES = tuple(_values(NewPriorCheck("", "")))
