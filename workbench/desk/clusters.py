"""The same claim across articles: what people joined, in order of time, and how its wording drifted. Nothing is written."""

from claims_db import views
from workbench.desk.cluster_rows import Cluster, DriftRow, OriginRow, PlaceRow, RatingOf, WordingRow
from workbench.desk.workplace import Workplace
from workbench.domain.clusters import Stand, contradiction, in_order
from workbench.matching.drift import Drifted
from workbench.matching.wordings import Origin, wordings

MOST = 500
"""So many claims of a cluster are followed."""


def cluster(place: Workplace, number: int) -> Cluster:
    """Give the cluster of a claim."""
    with place.read() as connection:
        found = views.cluster(connection, number, place.reviewer.public_id, MOST, MOST)
    order = in_order(found.members)
    worded = wordings(order)
    of_stand = {at: index for index, one in enumerate(worded) for at in one.stands}
    return Cluster(
        claim=number,
        claims=tuple(dict.fromkeys(one.member.number for one in order.stands)),
        places=tuple(_place(one, of_stand[at]) for at, one in enumerate(order.stands)),
        known=order.first.known,
        first=order.first.stands,
        undated=order.first.undated,
        wordings=tuple(
            WordingRow(
                order.stands[one.stands[0]].words, one.stands, None if one.origin is None else _origin(one.origin)
            )
            for one in worded
        ),
        contradiction=tuple(RatingOf(*one) for one in contradiction(found.members).items()),
        disputed=found.disputed,
        beside=found.beside,
        whole=found.whole,
    )


def _place(stand: Stand, wording: int) -> PlaceRow:
    member, place = stand.member, stand.place
    return PlaceRow(
        claim=member.number, public_id=member.public_id, claimer=member.claimer, via=member.via,
        said_on=member.said_on, state=member.state, rating=member.rating, duplicate_of=member.duplicate_of,
        form=place.form, article=place.article, title=place.title, outlet=place.outlet, published=place.published,
        locator=place.locator, url=place.url, revisions=stand.revisions, wording=wording,
    )  # fmt: skip


def _origin(origin: Origin) -> OriginRow:
    drift = origin.drift
    return OriginRow(
        origin.wording, origin.how, origin.sure, tuple(map(_drift, drift.changes)), drift.lost, drift.relation
    )


def _drift(one: Drifted) -> DriftRow:
    return DriftRow(tuple(kind.value for kind in one.kinds), one.words, one.reverses, one.here, one.there)
