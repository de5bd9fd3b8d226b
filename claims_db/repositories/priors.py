"""Prior checks that come in."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import select

from claims_db.repositories.writing import Alone, Writing, parts
from claims_db.rows import DateRow, PriorEntry
from claims_db.tables import METADATA, PriorCheck

_CHECK = METADATA.tables["prior_check"].c


class PriorsTaken(NamedTuple):
    """How many prior checks came in, were changed by what their outlet says now, or were known just so."""

    added: int = 0
    changed: int = 0
    known: int = 0


class Priors:
    """Writes of prior checks."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def take_in(self, entries: Mapping[str, PriorEntry], feed: str) -> PriorsTaken:
        """Store prior checks of a feed by what tells them apart; one that is there is changed to what is said of it now."""
        self._writing.alone(Alone.PRIORS)
        known = self._known(list(entries))
        fresh = {key: _values(one) for key, one in entries.items() if key not in known}
        changed = {key: values for key in known if tuple((values := _values(entries[key])).values()) != known[key]}
        for key, values in changed.items():
            self._change(key, values)
        if fresh:
            first = self._writing.next_number("prior_check")
            more = {"feed": feed, "imported_at": self._writing.now}
            rows = [
                {**values, **more, "key": key, "number": at} for at, (key, values) in enumerate(fresh.items(), first)
            ]
            self._writing.insert(PriorCheck, rows)
        return PriorsTaken(len(fresh), len(changed), len(known) - len(changed))

    def _known(self, keys: Sequence[str]) -> dict[str, tuple[object, ...]]:
        found: dict[str, tuple[object, ...]] = {}
        columns = [_CHECK[name] for name in _NAMES]
        for some in parts(keys):
            for row in self._writing.session.execute(select(_CHECK.key, *columns).where(_CHECK.key.in_(some))):
                found[row[0]] = tuple(row[1:])
        return found

    def _change(self, key: str, values: Mapping[str, object]) -> None:
        row = self._writing.one(PriorCheck, key=key)
        if row is not None:
            for name, value in values.items():
                setattr(row, name, value)


def _values(entry: PriorEntry) -> dict[str, object]:
    """Give what is said of a check, as it is stored; which feed it came from first stays."""
    return {
        "claim_text": entry.claim,
        **{name: getattr(entry, name) for name in _TEXTS},
        **_date("said_on", entry.said_on),
        **_date("reviewed", entry.reviewed),
    }


def _date(name: str, when: DateRow | None) -> dict[str, object]:
    return {
        name: when.value if when else None,
        f"{name}_precision": when.precision if when else None,
        f"{name}_zone": when.zone if when else "",
    }


_TEXTS = tuple(name for name in PriorEntry._fields if name not in {"claim", "said_on", "reviewed", "record"})
_NAMES = tuple(_values(PriorEntry("", "")))
