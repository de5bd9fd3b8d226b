"""Reads of clusters: what people joined as the same, followed from claim to claim along indexes alone.

A cluster is derived: accepted matches as the same, and marks as a duplicate. Nothing keeps it, so taking one of these
back takes it apart again.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, func, or_, select

from claims_db.errors import NotFound
from claims_db.match_vocabulary import MatchDecision, Relation
from claims_db.rows import ClaimBeside, ClusterMember, ClusterPlace, ClusterRow, SaidOfPair
from claims_db.views.columns import (
    APPEARANCE,
    ARTICLE,
    CLAIM,
    CLAIMER,
    CLAIMS,
    OUTLET,
    RATING,
    REVIEWER,
    REVISION,
    STANDING_VERDICT,
    VERDICT,
    T,
    date_row,
)
from claims_db.views.parts import grouped

_MATCH = T["match"].c
_SAME = T["claim"].alias("same")
_DECISIONS = 10_000
"""So many decisions on matches of the claims at hand are looked at, the latest first."""

_BESIDE = 100
"""So many claims beside a cluster are given."""

_TWO = 2

Pair = tuple[int, int]


class _Said(NamedTuple):
    relation: Relation
    decision: MatchDecision
    reviewer: str

    @property
    def joins(self) -> bool:
        return self.decision is MatchDecision.ACCEPTED and self.relation is Relation.SAME


class _Walk:
    """A way through what people joined, from one claim on, the nearest first."""

    def __init__(self, connection: Connection, start: int, most: int, steps: int) -> None:
        self._connection, self._most = connection, most
        self.said: dict[Pair, _Said] = {}
        self.joined = {start: None}
        self.whole = True
        near = [start]
        for _ in range(steps):
            if near and self.whole:
                near = self._further(near)
        self.whole = self.whole and not near

    def _further(self, near: list[int]) -> list[int]:
        """Give what is joined to these claims and was not reached yet, as far as there is room for it."""
        self._hear(near)
        found = {*self._same_as(near), *self._duplicates(near)} - self.joined.keys()
        room = self._most - len(self.joined)
        self.whole = self.whole and len(found) <= room
        new = sorted(found)[:room]
        self.joined |= dict.fromkeys(new)
        return new

    def _hear(self, near: Collection[int]) -> None:
        """Take up what was said last of each pair with one of these claims."""
        rows = self._connection.execute(_decisions(), {"claims": near}).all()
        self.whole = self.whole and len(rows) < _DECISIONS
        for row in rows:
            pair = _pair(row.claim_id, row.other_claim_id)
            self.said.setdefault(pair, _Said(row.relation, row.decision, row.name))

    def _same_as(self, near: Iterable[int]) -> Iterator[int]:
        of = set(near)
        for pair, said in self.said.items():
            if said.joins and not of.isdisjoint(pair):
                yield from pair

    def _duplicates(self, near: Collection[int]) -> Iterator[int]:
        for key, original in self._connection.execute(_duplicates(self._most), {"claims": near}):
            yield from (key, original)


def cluster(connection: Connection, number: int, viewer: str, most: int, steps: int) -> ClusterRow:
    """Give the claims that people joined with a claim as the same, itself among them.

    No more than ``most`` are given, and no decision is followed that is more than ``steps`` away.

    Raises:
        NotFound: there is no such claim.

    """
    start = connection.execute(select(CLAIM.id).where(CLAIM.number == number)).scalar()
    if start is None:
        raise NotFound(f"There is no claim C-{number}.", "List the claims to see their numbers.")
    walk = _Walk(connection, int(start), most, steps)
    own, others = list(walk.joined), _others(walk)
    told = _members(connection, [*own, *others], viewer)
    places = grouped((row.claim_id, _place(row)) for row in connection.execute(_places(), {"claims": own}))
    members = (told[one]._replace(places=places.get(one, ())) for one in own)
    beside = (ClaimBeside(told[other], _named(pair, walk, told)) for other, pair in others.items())
    inside = (pair for pair, said in walk.said.items() if not said.joins and walk.joined.keys() >= set(pair))
    return ClusterRow(
        tuple(sorted(members, key=lambda one: one.number)),
        tuple(sorted(beside, key=lambda one: one.claim.number)),
        tuple(sorted(_named(pair, walk, told) for pair in inside)),
        walk.whole,
    )


def _others(walk: _Walk) -> dict[int, Pair]:
    """Give the claims that are no members and were accepted as something else, each with the pair of which that was said."""
    found: dict[int, Pair] = {}
    for pair, said in walk.said.items():
        outside = [one for one in pair if one not in walk.joined]
        if said.decision is MatchDecision.ACCEPTED and not said.joins and len(outside) == 1:
            found.setdefault(outside[0], pair)
    return dict(list(found.items())[:_BESIDE])


def _named(pair: Pair, walk: _Walk, told: dict[int, ClusterMember]) -> SaidOfPair:
    """Say what was said of a pair, the member of the cluster first."""
    one, other = sorted(pair, key=lambda key: (key not in walk.joined, told[key].number))
    return SaidOfPair(told[one].number, told[other].number, *walk.said[pair])


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


@cache
def _decisions() -> Select[Any]:
    return (
        select(_MATCH.claim_id, _MATCH.other_claim_id, _MATCH.relation, _MATCH.decision, REVIEWER.name)
        .join(T["reviewer"], REVIEWER.id == _MATCH.reviewer_id)
        .where(or_(_MATCH.claim_id.in_(CLAIMS), _MATCH.other_claim_id.in_(CLAIMS)))
        .where(_MATCH.other_claim_id != _MATCH.claim_id, _MATCH.retracted_at.is_(None))
        .order_by(_MATCH.id.desc())
        .limit(_DECISIONS)
    )


@cache
def _duplicates(most: int) -> Select[Any]:
    """Select the duplicates of claims, and what the claims are duplicates of, each with its original."""
    return (
        select(CLAIM.id, CLAIM.duplicate_of_id)
        .where(CLAIM.duplicate_of_id.is_not(None), or_(CLAIM.id.in_(CLAIMS), CLAIM.duplicate_of_id.in_(CLAIMS)))
        .order_by(CLAIM.id)
        .limit(_TWO * most)
    )


def _members(connection: Connection, keys: Sequence[int], viewer: str) -> dict[int, ClusterMember]:
    rows = connection.execute(_claims(), {"claims": keys, "viewer": viewer})
    return {
        row.id: ClusterMember(
            row.number,
            row.public_id,
            row.statement,
            row.claimer,
            row.via,
            date_row(row.said_on, row.said_on_precision, row.said_on_zone),
            row.state,
            row.rating,
            row.duplicate_of,
        )
        for row in rows
    }


@cache
def _claims() -> Select[Any]:
    said_on = CLAIM.said_on, CLAIM.said_on_precision, CLAIM.said_on_zone
    return (
        select(
            *(CLAIM.id, CLAIM.number, CLAIM.public_id, CLAIM.statement, CLAIM.via, *said_on, CLAIM.state),
            func.coalesce(CLAIMER.name, "").label("claimer"),
            func.coalesce(RATING.label, "").label("rating"),
            _SAME.c.number.label("duplicate_of"),
        )
        .select_from(
            T["claim"]
            .outerjoin(T["claimer"], CLAIMER.id == CLAIM.claimer_id)
            .outerjoin(T["verdict"], VERDICT.id == STANDING_VERDICT)
            .outerjoin(T["rating"], RATING.id == VERDICT.rating_id)
            .outerjoin(_SAME, _SAME.c.id == CLAIM.duplicate_of_id)
        )
        .where(CLAIM.id.in_(CLAIMS))
    )


def _place(row: Row[*tuple[Any, ...]]) -> ClusterPlace:
    return ClusterPlace(
        row.form,
        row.article,
        row.title or "",
        row.outlet or "",
        date_row(row.published, row.published_precision, row.published_zone or ""),
        row.revision,
        row.exact,
        row.locator,
        row.url,
    )


@cache
def _places() -> Select[Any]:
    published = ARTICLE.published, ARTICLE.published_precision, ARTICLE.published_zone
    return (
        select(
            *(APPEARANCE.claim_id, APPEARANCE.form, APPEARANCE.exact, APPEARANCE.locator, APPEARANCE.url),
            *(ARTICLE.number.label("article"), ARTICLE.title, *published),
            OUTLET.name.label("outlet"),
            REVISION.number.label("revision"),
        )
        .select_from(
            T["appearance"]
            .outerjoin(T["revision"], REVISION.id == APPEARANCE.revision_id)
            .outerjoin(T["article"], ARTICLE.id == REVISION.article_id)
            .outerjoin(T["outlet"], OUTLET.id == ARTICLE.outlet_id)
        )
        .where(APPEARANCE.claim_id.in_(CLAIMS))
        .order_by(APPEARANCE.id)
    )
