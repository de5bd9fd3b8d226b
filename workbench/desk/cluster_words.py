"""How it is told of a cluster where its claims stand, which comes first, and what is odd about it."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from claims_db.match_vocabulary import KnownFirst, MatchDecision, Relation
from claims_db.rows import SaidOfPair, SameAsRow
from workbench.desk.cluster_rows import Cluster, OriginRow, PlaceRow
from workbench.domain.clusters import CameFrom
from workbench.domain.counted import counted
from workbench.domain.references import article_reference, claim_reference
from workbench.domain.states import state_words

_NAMED = 6
"""How many places, claims or pairs are named; the others are counted."""

_RELATIONS: Mapping[Relation, str] = MappingProxyType(
    {
        Relation.SAME: "the same as",
        Relation.VARIANT: "a variant of",
        Relation.OPPOSITE: "the opposite of",
        Relation.RELATED: "related to",
    }
)


def place_words(place: PlaceRow) -> str:
    """Name where a claim stands: its article with title and outlet, or the speech, post or tip."""
    if place.article is None:
        return " ".join(part for part in (place.form.value, place.locator, place.url) if part)
    texts = place.revisions[0] if place.revisions else 1
    revision = f" (revision {texts})" if texts > 1 else ""
    return ", ".join(
        part for part in (f"{article_reference(place.article)}{revision} {place.title}".strip(), place.outlet) if part
    )


def date_words(place: PlaceRow) -> str:
    """Say when an article was published, else when the claim was said."""
    when = place.published or place.said_on
    return "no date" if when is None else when.value


def said_words(place: PlaceRow) -> str:
    """Name who asserts a claim, and through whom it came."""
    speaker = place.claimer or ("the article itself" if place.article is not None else "nobody named")
    return ", through ".join((speaker, *reversed(place.via)))


def standing_words(place: PlaceRow) -> str:
    """Say how far a claim is, and its rating if one stands."""
    same = "" if place.duplicate_of is None else f" of {claim_reference(place.duplicate_of)}"
    return f"{state_words(place.state)}{same}{f', {place.rating}' if place.rating else ''}"


def head_words(cluster: Cluster) -> str:
    """Say how many claims are joined, and in how many places they stand."""
    others, places = len(cluster.claims) - 1, len(cluster.places)
    name, where = claim_reference(cluster.claim), counted(places, "place")
    if not others:
        return f"{name} is joined with no other claim; it stands in {where}."
    return f"{name} is the same as {counted(others, 'other claim')}; they stand in {where}."


def first_words(cluster: Cluster) -> str:
    """Say which place comes first, or why that is not known."""
    listed = _listed([_short(cluster.places[at]) for at in cluster.first])
    undated = f"{counted(cluster.undated, 'place')} without a date may be earlier" if cluster.undated else ""
    match cluster.known:
        case KnownFirst.FIRST:
            return f"First in {listed}."
        case KnownFirst.FIRST_DATED:
            return f"First of those with a date: {listed}; {undated}."
        case KnownFirst.UNDATED:
            return "It is not known which is first: none has a date."
        case KnownFirst.SEVERAL:
            return f"It is not known which is first: {listed}{f'; {undated}' if undated else ''}."


def warnings(cluster: Cluster) -> Iterator[str]:
    """Say what is odd: ratings that differ, decisions that contradict each other, claims that were not followed."""
    if cluster.contradiction:
        told = "; ".join(
            f"{one.rating}: {_listed([claim_reference(number) for number in one.claims])}"
            for one in cluster.contradiction
        )
        yield f"The desk contradicts itself, the ratings of one claim differ. {told}."
    for one in cluster.disputed[:_NAMED]:
        yield f"{_pair(one)}, and both are joined all the same: say again what they are."
    if len(cluster.disputed) > _NAMED:
        yield f"And {len(cluster.disputed) - _NAMED} more pairs of it were held apart."
    if not cluster.whole:
        yield f"There are more claims than these {len(cluster.claims)}; the others were not followed."


def pair_words(said: SaidOfPair) -> str:
    """Say what a claim beside a cluster was accepted as, and by whom."""
    return f"{_RELATIONS[said.relation]} {claim_reference(said.one)}, said by {said.reviewer}"


def origin_words(cluster: Cluster, origin: OriginRow) -> str:
    """Say which wording one is set beside, and how that is known."""
    place = cluster.places[cluster.wordings[origin.wording].places[0]]
    number = f"wording {origin.wording + 1}, {_short(place)}"
    match origin.how:
        case CameFrom.CHAIN:
            return f"came through {number}"
        case CameFrom.OLDER_TEXT:
            return f"was, in an older text, {number}"
        case CameFrom.LIKENESS:
            return f"{'of the earlier ones' if origin.sure else 'which came first is not known;'} most like {number}"


def copies_words(cluster: Cluster, index: int) -> str:
    """Say where a wording stands; what has the same words is one."""
    places = [cluster.places[at] for at in cluster.wordings[index].places]
    articles = {place.article for place in places if place.article is not None}
    if len(places) == 1:
        return _short(places[0])
    where = counted(len(articles), "article") if len(articles) == len(places) else counted(len(places), "place")
    return f"word for word in {where}: {_listed([_short(place) for place in places])}"


def lost_words(origin: OriginRow) -> str:
    """Say which names are not named any more; empty where all are."""
    return f"attribution lost, not named any more: {', '.join(origin.lost)}" if origin.lost else ""


def guard_words(origin: OriginRow) -> str:
    """Say what the guard takes a wording for where it has drifted far; a person decided that it is the same."""
    if origin.relation is Relation.SAME:
        return ""
    return f"drifted far: by its words alone it is {_RELATIONS[origin.relation]} the other one"


def same_as_words(same: SameAsRow) -> str:
    """Say in short of which cluster a claim is."""
    others = f"{same.others:,}{'' if same.whole else ' and more'} {'other' if same.others == 1 else 'others'}"
    where = claim_reference(same.claim) if same.article is None else article_reference(same.article)
    named = ", ".join(part for part in (same.outlet, same.when.value if same.when is not None else "") if part)
    place = f"{where} ({named})" if named else where
    match same.known:
        case KnownFirst.FIRST:
            return f"{others}, first in {place}"
        case KnownFirst.FIRST_DATED:
            return f"{others}, of those with a date first in {place}"
        case _:
            return f"{others}, not known which is first"


def ratings_words(same: SameAsRow) -> str:
    """Say that ratings of the cluster differ; empty where they do not."""
    return f"The ratings of the same claim differ: {', '.join(same.ratings)}." if same.ratings else ""


def _short(place: PlaceRow) -> str:
    """Name a place by its claim and its article with outlet and date."""
    where = article_reference(place.article) if place.article is not None else place.form.value
    facts = ", ".join((*((place.outlet,) if place.outlet else ()), date_words(place)))
    return f"{where} ({facts}; {claim_reference(place.claim)})"


def _pair(said: SaidOfPair) -> str:
    what = f"rejected as a match of {claim_reference(said.other)}"
    if said.decision is MatchDecision.ACCEPTED:
        what = f"said to be {_RELATIONS[said.relation]} {claim_reference(said.other)}"
    return f"{claim_reference(said.one)} was {what} by {said.reviewer}"


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"
