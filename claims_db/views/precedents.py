"""Reads of how the desk has rated before what is like a claim: its claimer, its topic, its wording.

Findings alone count: a first verdict stays blind, and one that was returned is none.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, select

from claims_db.errors import NotFound
from claims_db.rows import PrecedentCount, PrecedentRow, Precedents
from claims_db.views.columns import CLAIM, FINDING, RATING, SCALE, TAG, VERDICT, T
from claims_db.vocabulary import FINDING_STANDS, ClaimState, Likeness

LATEST = 1_000
"""So many of the latest ratings of a claimer, and of a topic, are counted: it stays quick on a desk of any size."""

_NEAREST = 3
_UNRATED = [state for state in ClaimState if state not in FINDING_STANDS]
"""Said so, no index over states is taken: those by claimer, kind and tag end at the latest claims."""

_WEIGHTS = {Likeness.WORDING: 4, Likeness.CLAIMER: 2, Likeness.TOPIC: 1}


class _Rated(NamedTuple):
    """A claim with its finding: keys, and when it was signed off."""

    claim: int
    rating: int
    signed_off_at: int


def precedents(connection: Connection, number: int, wording: Sequence[int] = ()) -> Precedents:
    """Say how the desk has rated what is like a claim; ``wording`` are claims that say the same or nearly so.

    Raises:
        NotFound: there is no such claim.

    """
    asked = connection.execute(
        select(CLAIM.id, CLAIM.claimer_id, CLAIM.kind).where(CLAIM.number == number)
    ).one_or_none()
    if asked is None:
        raise NotFound(f"There is no claim C-{number}.", "List the claims to see their numbers.")
    tags = list(connection.scalars(select(TAG.name).where(TAG.claim_id == asked.id).order_by(TAG.name)))
    about = _tagged(tags) if tags else CLAIM.kind == asked.kind
    others = CLAIM.id != asked.id
    found = {
        Likeness.WORDING: _rated(connection, and_(others, CLAIM.number.in_(wording))) if wording else [],
        Likeness.CLAIMER: _rated(connection, and_(others, CLAIM.claimer_id == asked.claimer_id))
        if asked.claimer_id is not None
        else [],
        Likeness.TOPIC: _rated(connection, and_(others, about)),
    }
    return Precedents(
        ", ".join(tags) or asked.kind.value, _counts(connection, found), _nearest(connection, found), LATEST
    )


def _tagged(tags: Sequence[str]) -> ColumnElement[bool]:
    return CLAIM.id.in_(select(TAG.claim_id).where(TAG.name.in_(tags)))


def _rated(connection: Connection, which: ColumnElement[bool]) -> list[_Rated]:
    query = (
        select(CLAIM.id, VERDICT.rating_id, FINDING.signed_off_at)
        .select_from(
            T["claim"]
            .join(T["finding"], FINDING.claim_id == CLAIM.id)
            .join(T["verdict"], and_(VERDICT.id == FINDING.verdict_id, VERDICT.round == CLAIM.round))
        )
        .where(which, CLAIM.state.not_in(_UNRATED))
        .order_by(CLAIM.id.desc())
        .limit(LATEST)
    )
    return [_Rated(*row) for row in connection.execute(query)]


def _counts(connection: Connection, found: dict[Likeness, list[_Rated]]) -> tuple[PrecedentCount, ...]:
    counted = {likeness: Counter(one.rating for one in rated) for likeness, rated in found.items()}
    given = Counter(one.rating for one in {one for rated in found.values() for one in rated})
    if not given:
        return ()
    ratings = connection.execute(
        select(RATING.id, SCALE.slug, RATING.slug)
        .join(T["scale"], SCALE.id == RATING.scale_id)
        .where(RATING.id.in_(list(given)))
        .order_by(RATING.scale_id, RATING.position)
    )
    return tuple(
        PrecedentCount(
            scale,
            slug,
            given[key],
            counted[Likeness.CLAIMER][key],
            counted[Likeness.TOPIC][key],
            counted[Likeness.WORDING][key],
        )
        for key, scale, slug in ratings
    )


def _nearest(connection: Connection, found: dict[Likeness, list[_Rated]]) -> tuple[PrecedentRow, ...]:
    alike: dict[_Rated, list[Likeness]] = {}
    for likeness, rated in found.items():
        for one in rated:
            alike.setdefault(one, []).append(likeness)
    nearest = sorted(alike, key=lambda one: (-sum(_WEIGHTS[kind] for kind in alike[one]), -one.signed_off_at))
    chosen = {one.claim: one for one in nearest[:_NEAREST]}
    words = {row.id: row for row in connection.execute(_words(list(chosen)))} if chosen else {}
    return tuple(
        PrecedentRow(
            words[key].number,
            words[key].statement,
            words[key].slug,
            words[key].label,
            one.signed_off_at,
            tuple(alike[one]),
        )
        for key, one in chosen.items()
    )


def _words(claims: Sequence[int]) -> Select[Any]:
    return (
        select(CLAIM.id, CLAIM.number, CLAIM.statement, RATING.slug, RATING.label)
        .select_from(
            T["claim"]
            .join(T["finding"], FINDING.claim_id == CLAIM.id)
            .join(T["verdict"], VERDICT.id == FINDING.verdict_id)
            .join(T["rating"], RATING.id == VERDICT.rating_id)
        )
        .where(CLAIM.id.in_(claims))
    )
