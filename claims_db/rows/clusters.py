"""Rows of clusters: claims that people joined as the same, where each stands, and what people said of them."""

from typing import NamedTuple

from claims_db.match_vocabulary import KnownFirst, MatchDecision, Relation
from claims_db.rows.values import DateRow
from claims_db.vocabulary import AppearanceForm, ClaimState


class ClusterPlace(NamedTuple):
    """Where a claim of a cluster stands: in a text of an article, or elsewhere.

    ``words`` are those of the place, empty where none were kept; ``published`` is the article's date.
    """

    form: AppearanceForm
    article: int | None
    title: str
    outlet: str
    published: DateRow | None
    revision: int | None
    words: str
    locator: str
    url: str


class ClusterMember(NamedTuple):
    """A claim of a cluster, or one beside it.

    ``rating`` is that of the verdict which stands, as the reader may know it; ``duplicate_of`` the claim that this one
    was marked as a duplicate of.
    """

    number: int
    public_id: str
    statement: str
    claimer: str
    via: tuple[str, ...]
    said_on: DateRow | None
    state: ClaimState
    rating: str
    duplicate_of: int | None
    places: tuple[ClusterPlace, ...] = ()


class SaidOfPair(NamedTuple):
    """What somebody said last of two claims, by their numbers."""

    one: int
    other: int
    relation: Relation
    decision: MatchDecision
    reviewer: str


class ClaimBeside(NamedTuple):
    """A claim that somebody said to be a variant or the opposite of a member, or only related to it."""

    claim: ClusterMember
    said: SaidOfPair


class ClusterRow(NamedTuple):
    """Claims that people joined as the same.

    Attributes:
        members: the claims, by their numbers.
        beside: what is no member, and was accepted as something else than the same.
        disputed: what was said of two members that would hold them apart.
        whole: whether this is all of it; a cluster of very many claims is read up to a bound.

    """

    members: tuple[ClusterMember, ...]
    beside: tuple[ClaimBeside, ...]
    disputed: tuple[SaidOfPair, ...]
    whole: bool


class SameAsRow(NamedTuple):
    """Of which cluster a claim is, in short.

    Attributes:
        others: how many other claims are the same; not all where it is not ``whole``.
        known: how well it is known which comes first.
        claim, article, outlet, when: the one that does, or the first of those that may.
        ratings: those that stand for its claims, where they differ.

    """

    others: int
    whole: bool
    known: KnownFirst
    claim: int
    article: int | None
    outlet: str
    when: DateRow | None
    ratings: tuple[str, ...]
