"""What every repository writes with."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, func, insert, select, text
from sqlalchemy.orm import Session

from claims_db.columns import LARGEST
from claims_db.errors import NotFound
from claims_db.journal.recorder import Recorder
from claims_db.tables import METADATA, Claim, Desk, Record, Reviewer
from claims_db.tables.inserting import insert_rows

Clock = Callable[[], int]
"""Gives the present instant in microseconds UTC."""

NewId = Callable[[], str]
"""Makes a public id."""

R = TypeVar("R", bound=Record)
P = TypeVar("P")

_AT_ONCE = 500


class Alone(StrEnum):
    """What one transaction at a time writes on a server, in the order in which a transaction may come to them."""

    PEOPLE = "people"
    INTAKE = "intake"
    EVIDENCE = "evidence"
    PRIORS = "priors"


_CLAIM = METADATA.tables["claim"].c
_NUMBERED = {"article": Alone.INTAKE, "claim": Alone.INTAKE, "evidence": Alone.EVIDENCE, "prior_check": Alone.PRIORS}
_LOCKS = 0x43574245
_LOCK = text("SELECT pg_advisory_xact_lock(:kind)")
_HELD = (
    select(Claim)
    .where(_CLAIM.number == bindparam("number"))
    .with_for_update(key_share=True)
    .execution_options(populate_existing=True)
)


@dataclass
class Writing:
    """One transaction: its session, its instant, who writes, and where ids come from.

    ``many`` says that it is one step on many claims.
    """

    session: Session
    recorder: Recorder
    now: int
    actor: str
    new_id: NewId
    many: bool = False

    def flush(self) -> None:
        """Write what was changed; one step on many claims writes it later, for many of them together."""
        if not self.many:
            self.session.flush()

    def add(self, *rows: R) -> None:
        """Write new rows at once; they have their keys and public ids afterwards."""
        for row in rows:
            row.public_id = row.public_id or self.new_id()
        self.session.add_all(rows)
        self.session.flush()
        for row in rows:
            self.recorder.learn(str(row.__tablename__), key(row), row.public_id)

    def insert(self, kind: type[Record], rows: Sequence[Mapping[str, object]]) -> None:
        """Write many new rows past the session, at a fifth of its cost.

        A column that a row does not name gets the table's default.
        """
        if not rows:
            return
        table, defaults = METADATA.tables[str(kind.__tablename__)], _defaults(kind)
        values = [{**defaults, **row, "public_id": self.new_id()} for row in rows]
        insert_rows(self.session.connection(), table, values)
        for row in values:
            self.recorder.inserted(table.name, row)

    def insert_one(self, kind: type[Record], **row: object) -> int:
        """Write one new row past the session; give its key."""
        table = METADATA.tables[str(kind.__tablename__)]
        values = {**_defaults(kind), **row, "public_id": self.new_id()}
        found = int(self.session.execute(insert(table).returning(table.c.id), values).scalar_one())
        self.recorder.inserted(table.name, values)
        self.recorder.learn(table.name, found, str(values["public_id"]))
        return found

    def keys_from(self, kind: type[Record], first: int) -> list[int]:
        """Give the local keys of the rows numbered from ``first`` on, in the order of their numbers."""
        table = METADATA.tables[str(kind.__tablename__)]
        rows = self.session.execute(
            select(table.c.id, table.c.public_id).where(table.c.number >= first).order_by(table.c.number)
        ).all()
        for row in rows:
            self.recorder.learn(table.name, row[0], row[1])
        return [row[0] for row in rows]

    def keys_by_name(self, kind: type[Record], names: Sequence[str]) -> dict[str, int]:
        """Give the local keys of the rows that have these names; a name that is not there is left out."""
        if not names:
            return {}
        table = METADATA.tables[str(kind.__tablename__)]
        query = select(table.c.id, table.c.public_id, table.c.name).where(table.c.name.in_(names))
        rows = self.session.execute(query).all()
        for row in rows:
            self.recorder.learn(table.name, row[0], row[1])
        return {row[2]: row[0] for row in rows}

    def alone(self, kind: Alone) -> None:
        """Let nobody else write this kind until the end of the transaction; on SQLite nobody else writes at all.

        What is looked up afterwards is as the last one before has left it.
        """
        if kind not in self._locked and self.session.get_bind().dialect.name == "postgresql":
            self.session.execute(_LOCK, {"kind": _LOCKS + list(Alone).index(kind)})
        self._locked.add(kind)

    def next_number(self, entity: str) -> int:
        """Give the next number of a table; nobody else gets it before the end of the transaction."""
        self.alone(_NUMBERED[entity])
        numbers = METADATA.tables[entity].c.number
        return int(self.session.execute(select(func.coalesce(func.max(numbers), 0))).scalar_one()) + 1

    def one(self, kind: type[R], **wanted: object) -> R | None:
        """Give the row that has these values, or None."""
        known = {name: value for name, value in wanted.items() if value is not None}
        row: R | None = self.session.scalars(_query(kind, tuple(known), tuple(wanted.keys() - known)), known).first()
        if row is not None:
            self.recorder.learn(str(kind.__tablename__), key(row), row.public_id)
        return row

    def nth(self, kind: type[R], claim: int, position: int) -> R | None:
        """Give what was written of a claim at a place, counted from 1; None where there is nothing, or not any more."""
        if not 0 < position <= LARGEST:
            # One database takes a place before the first for the first, another one fails.
            return None
        table = METADATA.tables[str(kind.__tablename__)].c
        found: R | None = self.session.scalars(
            select(kind)
            .where(table.claim_id == key(self.claim(claim)))
            .order_by(table.id)
            .offset(position - 1)
            .limit(1)
        ).first()
        return None if found is None or getattr(found, "retracted_at", None) is not None else found

    @cached_property
    def _claims(self) -> dict[int, Claim]:
        """Claims by their numbers: nobody else changes them while this transaction holds them."""
        return {}

    @cached_property
    def desk(self) -> Desk | None:
        """The desk's row, None where nobody has opened a desk yet."""
        return self.one(Desk)

    @cached_property
    def _locked(self) -> set[Alone]:
        return set()

    def claim(self, number: int) -> Claim:
        """Give a claim by its number; nobody else decides on it until the end of the transaction.

        Raises:
            NotFound: there is none.

        """
        claim = self._claims.get(number) or self.hold(_HELD, {"number": number})
        if claim is None:
            raise NotFound(f"There is no claim C-{number}.", "List the claims to see their numbers.")
        return claim

    def hold_all(self, numbers: Sequence[int], *, lock: bool) -> None:
        """Read many claims at once, in this order; with ``lock`` nobody else decides on them until the end.

        A number that is not there is passed over.
        """
        for some in parts(numbers):
            query = select(Claim).where(_CLAIM.number.in_(some)).order_by(_CLAIM.number)
            query = query.execution_options(populate_existing=True)
            for claim in self.session.scalars(query.with_for_update(key_share=True) if lock else query):
                self._claims[claim.number] = claim
                self.recorder.learn("claim", key(claim), claim.public_id)

    def held(self, numbers: Sequence[int]) -> list[Claim]:
        """Give those of some claims that this transaction has read already."""
        return [self._claims[number] for number in numbers if number in self._claims]

    def hold(self, query: Select[Any], wanted: Mapping[str, object]) -> Claim | None:
        """Give the first claim of a query that locks its row, as it is now; it is looked up no more."""
        claim: Claim | None = self.session.scalars(query, wanted).first()
        if claim is not None:
            self._claims[claim.number] = claim
            self.recorder.learn("claim", key(claim), claim.public_id)
        return claim

    @cached_property
    def reviewer_id(self) -> int:
        """The key of the reviewer who writes."""
        return key(self.reviewer())

    def reviewer(self) -> Reviewer:
        """Give the reviewer who writes.

        Raises:
            NotFound: the desk does not know them.

        """
        return self._reviewer

    @cached_property
    def _reviewer(self) -> Reviewer:
        reviewer = self.one(Reviewer, public_id=self.actor)
        if reviewer is None:
            raise NotFound("The reviewer is not known at this desk.", "Open the desk again.")
        return reviewer


@cache
def _query(kind: type[R], names: tuple[str, ...], empty: tuple[str, ...]) -> Select[Any]:
    """Build the query for a row by its values, once: building it costs more than the answer."""
    columns = METADATA.tables[str(kind.__tablename__)].c
    return (
        select(kind)
        .where(*(columns[name] == bindparam(name) for name in names), *(columns[name].is_(None) for name in empty))
        .limit(1)
    )


@cache
def _defaults(kind: type[Record]) -> Mapping[str, object]:
    return {
        name: field.default
        for name, field in kind.model_fields.items()
        if name not in {"id", "public_id"} and not field.is_required()
    }


def parts(wanted: Sequence[P]) -> Iterator[Sequence[P]]:
    """Give many keys in parts: databases take only so many in one statement."""
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]


def key(row: Record) -> int:
    """Give the local key of a row that was written."""
    if row.id is None:
        raise ValueError("the row has not been written yet")
    return row.id
