"""Places: where a claim waits in a queue, and in which order."""

from collections.abc import Sequence
from functools import cached_property

from sqlalchemy import bindparam, select

from claims_db.errors import NotFound
from claims_db.leasing import WAITING
from claims_db.ranking import Pressing, rank
from claims_db.repositories.writing import Writing, key, parts
from claims_db.tables import GAP, METADATA, WITHIN_ORDER, Claim, Place, Queue
from claims_db.vocabulary import Spot

_PLACE = METADATA.tables["place"].c
_PLACES = select(Place).where(_PLACE.claim_id == bindparam("claim"))


class Places:
    """Reads and writes of places; those of a claim are read once."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def _place(self, claim: Claim, queue: Queue) -> None:
        waits = claim.state in WAITING
        place = self._place_in(claim, queue)
        if place is None:
            ranked = ranked_in(queue, claim)
            place = Place(queue_id=key(queue), claim_id=key(claim), rank=ranked, waiting=waits)
            self._writing.add(place)
            self._places(claim).append(place)
        elif place.waiting != waits:
            place.waiting = waits

    def know(self, numbers: Sequence[int]) -> None:
        """Read the places of many claims, which this transaction holds, at once."""
        keys = [key(claim) for claim in self._writing.held(numbers)]
        self._known.update({claim: [] for claim in keys})
        for some in parts(keys):
            for place in self._writing.session.scalars(select(Place).where(_PLACE.claim_id.in_(some))):
                self._writing.recorder.learn("place", key(place), place.public_id)
                self._known[place.claim_id].append(place)

    @cached_property
    def _known(self) -> dict[int, list[Place]]:
        """Places by the keys of their claims."""
        return {}

    def _places(self, claim: Claim) -> list[Place]:
        claim_id = key(claim)
        if claim_id not in self._known:
            self._known[claim_id] = list(self._writing.session.scalars(_PLACES, {"claim": claim_id}))
            for place in self._known[claim_id]:
                self._writing.recorder.learn("place", key(place), place.public_id)
        return self._known[claim_id]

    def _place_in(self, claim: Claim, queue: Queue) -> Place | None:
        return next((place for place in self._places(claim) if place.queue_id == queue.id), None)

    def _remove(self, claim: Claim, place: Place) -> None:
        self._writing.session.delete(place)
        self._places(claim).remove(place)

    def _claims(self, queue: Queue) -> list[tuple[Place, Claim]]:
        rows = self._writing.session.execute(
            select(Place, Claim)
            .join(Claim, METADATA.tables["claim"].c.id == _PLACE.claim_id)
            .filter_by(queue_id=queue.id)
        )
        return [(place, claim) for place, claim in rows]

    def _its_place(self, number: int, queue: Queue) -> Place:
        place = self._place_in(self._writing.claim(number), queue)
        if place is None:
            raise NotFound(f"C-{number} has no place in the queue {queue.name!r}.", "Put it there first.")
        return place

    def _end(self, queue: Queue, spot: Spot) -> Place | None:
        waiting = select(Place).where(_PLACE.queue_id == queue.id, _PLACE.waiting)
        order = (_PLACE.rank, WITHIN_ORDER) if spot is Spot.FIRST else (_PLACE.rank.desc(), WITHIN_ORDER.desc())
        return self._writing.session.scalars(waiting.order_by(*order).limit(1)).first()

    def _set_beside(self, place: Place, anchor: Place, *, before: bool) -> None:
        """Set a place beside another one of the queue; where there is no room, those behind make some."""
        peers = self._peers(anchor, besides=place)
        at = next(index for index, peer in enumerate(peers) if peer.id == anchor.id) + (not before)
        low = within(peers[at - 1]) if at > 0 else None
        high = within(peers[at]) if at < len(peers) else None
        place.rank = anchor.rank
        if low is None:
            place.nudge = (high or 0) - GAP
            return
        place.nudge = low + GAP if high is None else (low + high) // 2
        if high is None or place.nudge > low:
            return
        place.nudge = following = low + 1
        for peer in peers[at:]:
            if within(peer) > following:
                return
            following += 1
            peer.nudge = following

    def _peers(self, anchor: Place, besides: Place) -> Sequence[Place]:
        """List the waiting places of the same rank, in order."""
        found = self._writing.session.scalars(
            select(Place)
            .where(_PLACE.queue_id == anchor.queue_id, _PLACE.waiting, _PLACE.rank == anchor.rank)
            .where(_PLACE.id != besides.id)
            .order_by(WITHIN_ORDER)
        )
        return found.all()


def within(place: Place) -> int:
    """Give a place's order among those of equal rank, as ``WITHIN`` has it."""
    return place.claim_id * GAP if place.nudge is None else place.nudge


def ranked_in(queue: Queue, claim: Claim) -> int:
    """Give the rank of a claim in a queue."""
    return rank(queue.orders, Pressing(claim.worth, claim.priority, claim.deadline, claim.demand))
