"""Rows of what a desk tells of its own work: who holds what, what came in and went out, what the journal says."""

from typing import NamedTuple

from claims_db.vocabulary import Action


class HoldRow(NamedTuple):
    """A claim that somebody holds, since when and until when."""

    claim: int
    statement: str
    holder: str
    taken_at: int
    expires_at: int


class WaitingRow(NamedTuple):
    """The claim that has waited longest, and since when."""

    claim: int
    since: int


class VerdictsRow(NamedTuple):
    """How many verdicts with one rating somebody gave within one of several spans of time, the first being 0."""

    span: int
    reviewer: str
    scale: str
    rating: str
    label: str
    position: int
    blind: bool
    total: int


class SkipsRow(NamedTuple):
    """How many claims somebody set aside within one of several spans of time, the first being 0."""

    span: int
    reviewer: str
    total: int


class JournalFilter(NamedTuple):
    """Which entries of the journal: by whom, on which claims, of which actions, from and before which instants."""

    people: tuple[str, ...] = ()
    claims: tuple[int, ...] = ()
    actions: tuple[Action, ...] = ()
    since: int | None = None
    until: int | None = None


class JournalRow(NamedTuple):
    """One entry of the journal: a row that was written.

    Attributes:
        who: the name of whoever wrote; empty for nobody of the desk.
        group: the transaction that it belongs to.
        entity: the table of the row.
        claim: the number of the claim it is about, None where there is none or it is not there any more.
        was_there, is_there: whether the row was there before, and after.
        changed: the names of the columns that became different.
        kept_back: whether the entry must not be read before one's own verdict is recorded.

    """

    sequence: int
    at: int
    who: str
    action: Action
    group: str
    entity: str
    claim: int | None
    was_there: bool
    is_there: bool
    changed: tuple[str, ...]
    kept_back: bool


JournalValue = str | int | bool | None | tuple[object, ...]


class JournalField(NamedTuple):
    """A column of a row before and after; who or what it points to is named."""

    name: str
    before: JournalValue
    after: JournalValue


class JournalSheet(NamedTuple):
    """One entry with everything that stood before and after; empty where it is kept back or can't be read."""

    row: JournalRow
    fields: tuple[JournalField, ...]
    readable: bool
