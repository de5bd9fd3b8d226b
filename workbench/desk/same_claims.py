"""Of which cluster a claim is, in short, for its card."""

from claims_db import views
from claims_db.engine import Connection
from claims_db.rows import ClaimSheet, SameAsRow
from workbench.desk.workplace import Workplace
from workbench.domain.clusters import contradiction, in_order

_AT_A_GLANCE = 50
"""So many claims of a cluster are looked at."""

_STEPS = 4
"""So many decisions away: whoever opens a claim waits for none further off."""


def with_cluster(place: Workplace, connection: Connection, sheet: ClaimSheet) -> ClaimSheet:
    """Give a claim with the word on its cluster, if people joined it with any other."""
    if not (sheet.joined or sheet.duplicate_of or sheet.duplicates):
        return sheet
    found = views.cluster(connection, sheet.number, place.reviewer.public_id, _AT_A_GLANCE, _STEPS)
    if len(found.members) == 1:
        return sheet
    order = in_order(found.members)
    stand = order.stands[order.first.stands[0]]
    told = SameAsRow(
        others=len(found.members) - 1,
        whole=found.whole,
        known=order.first.known,
        claim=stand.member.number,
        article=stand.place.article,
        outlet=stand.place.outlet,
        when=stand.when,
        ratings=tuple(contradiction(found.members)),
    )
    return sheet._replace(same_as=told)
