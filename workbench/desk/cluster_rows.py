"""What the desk tells of a cluster: its places in order of time, its wordings and how they drifted, what stands beside."""

from typing import NamedTuple

from claims_db.match_vocabulary import KnownFirst, Relation
from claims_db.rows import ClaimBeside, DateRow, SaidOfPair
from claims_db.vocabulary import AppearanceForm, ClaimState
from workbench.domain.clusters import CameFrom
from workbench.domain.searching import Mark


class PlaceRow(NamedTuple):
    """A claim of a cluster where it stands.

    Attributes:
        claim, public_id, claimer, via, said_on, state, rating, duplicate_of: what is known of the claim.
        form, article, title, outlet, published, locator, url: where it stands.
        revisions: the article's texts that have these words of it.
        wording: which of the wordings it has, by its index.

    """

    claim: int
    public_id: str
    claimer: str
    via: tuple[str, ...]
    said_on: DateRow | None
    state: ClaimState
    rating: str
    duplicate_of: int | None
    form: AppearanceForm
    article: int | None
    title: str
    outlet: str
    published: DateRow | None
    locator: str
    url: str
    revisions: tuple[int, ...]
    wording: int


class DriftRow(NamedTuple):
    """Words that became others: what that does to the claim, and where it stands before and after.

    ``reverses`` is set where it may make the one the opposite of the other.
    """

    kinds: tuple[str, ...]
    words: str
    reverses: bool
    here: Mark
    there: Mark


class OriginRow(NamedTuple):
    """The wording that another came from.

    Attributes:
        wording: its index.
        how: how that is known: through the chain, an older text, or as the most like of the earlier ones.
        sure: whether it is known to be the earlier one.
        changes: the words that became others.
        lost: names that are not named any more.
        relation: what the guard takes the later wording for; a person decided that both are the same.

    """

    wording: int
    how: CameFrom
    sure: bool
    changes: tuple[DriftRow, ...]
    lost: tuple[str, ...]
    relation: Relation


class WordingRow(NamedTuple):
    """A wording: its words, the places that have it, by their index, and what it came from."""

    words: str
    places: tuple[int, ...]
    origin: OriginRow | None


class RatingOf(NamedTuple):
    """A rating that stands for claims of a cluster, and the numbers of these."""

    rating: str
    claims: tuple[int, ...]


class Cluster(NamedTuple):
    """The claims that people joined as the same as one, and where they stand.

    Attributes:
        claim: the claim that was asked about.
        claims: the numbers of all its members, in order of time.
        places: where they stand, in order of time, those without a date last.
        known: how well it is known which place comes first.
        first: the places that may come first, by their index.
        undated: how many places have no date.
        wordings: the wordings, in the order in which they come up.
        contradiction: the ratings that stand for its claims, where they differ.
        disputed: what was said of two members that would hold them apart.
        beside: claims that were accepted as variants, opposites or related; no members.
        whole: whether this is all of it.

    """

    claim: int
    claims: tuple[int, ...]
    places: tuple[PlaceRow, ...]
    known: KnownFirst
    first: tuple[int, ...]
    undated: int
    wordings: tuple[WordingRow, ...]
    contradiction: tuple[RatingOf, ...]
    disputed: tuple[SaidOfPair, ...]
    beside: tuple[ClaimBeside, ...]
    whole: bool
