"""Queues: which claims wait in them, in which order, for whom."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from sqlalchemy import bindparam, select

from claims_db.errors import Conflict, NotFound
from claims_db.leasing import WAITING
from claims_db.ranking import Pressing, rank
from claims_db.repositories.people import QUEUE
from claims_db.repositories.writing import Writing, key, parts
from claims_db.rows import ClaimMarks, QueueRules
from claims_db.tables import GAP, METADATA, WITHIN_ORDER, Claim, Place, Queue, Reviewer
from claims_db.vocabulary import ClaimState, Spot

_PLACE = METADATA.tables["place"].c
_PLACES = select(Place).where(_PLACE.claim_id == bindparam("claim"))


class Facts(NamedTuple):
    """What the rule of second review looks at; ``words`` are statement, quote, claimer and chain, folded."""

    public_id: str
    words: str
    legal: bool


class Queues:
    """Writes of queues, of places in them, and of where a claim stands in the work."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def state(self, number: int) -> ClaimState:
        """Give a claim's state.

        Raises:
            NotFound: there is no such claim.

        """
        return self._writing.claim(number).state

    def facts(self, number: int) -> Facts:
        """Give what the rule of second review looks at."""
        claim = self._writing.claim(number)
        return Facts(claim.public_id, claim.fold, claim.legal)

    def set_state(self, number: int, state: ClaimState) -> None:
        """Write a claim's state; the caller took it from the table of states.

        A claim waits in its queues in the states that wait for somebody; one that never had a place gets one in
        the queue that every desk has.
        """
        claim = self._writing.claim(number)
        claim.state = state
        waits = state in WAITING
        places = self._places(claim)
        for place in places:
            if place.waiting != waits:
                place.waiting = waits
        if waits and not places:
            self._place(claim, self.named(QUEUE))

    def begin_round(self, number: int) -> None:
        """Begin a new round of review: the verdicts there are count no more."""
        self._writing.claim(number).round += 1
        self._writing.flush()

    def named(self, name: str) -> Queue:
        """Give a queue by its name.

        Raises:
            NotFound: there is none.

        """
        queue = self._queues.get(name) or self._writing.one(Queue, name=name)
        if queue is None:
            raise NotFound(f"There is no queue {name!r}.", "'workbench queue list' names them.")
        self._queues[name] = queue
        return queue

    def open(self, name: str, takes: str, orders: Sequence[str]) -> None:
        """Write a new queue.

        Raises:
            Conflict: there is one of this name.

        """
        if self._writing.one(Queue, name=name) is not None:
            raise Conflict(f"There is a queue {name!r} already.", "Change it, or give another name.")
        self._writing.add(Queue(name=name, takes=takes, orders=tuple(orders)))

    def rules(self, name: str) -> QueueRules:
        """Give a queue's rules.

        Raises:
            NotFound: there is no such queue.

        """
        queue = self.named(name)
        return QueueRules(queue.takes, queue.orders)

    def change(self, name: str, takes: str, orders: Sequence[str]) -> None:
        """Write a queue's rules; its claims are ranked anew, those that were moved by hand as well.

        Raises:
            NotFound: there is no such queue.

        """
        queue = self.named(name)
        ranked_anew = queue.orders != tuple(orders)
        queue.takes, queue.orders = takes, tuple(orders)
        if ranked_anew:
            for place, claim in self._claims(queue):
                place.rank, place.nudge = _rank(queue, claim), None
        self._writing.flush()

    def remove(self, name: str) -> int:
        """Remove a queue; claims that wait in no other go to the desk's own. Give how many did.

        Leases are on claims, not on places: who holds one keeps it.

        Raises:
            NotFound: there is no such queue.
            Conflict: it is the queue that every desk has.

        """
        if name == QUEUE:
            raise Conflict("The desk's own queue can't be removed.", "Change its rules instead.")
        queue, own, homeless = self.named(name), self.named(QUEUE), 0
        for place, claim in self._claims(queue):
            self._remove(claim, place)
            self._writing.session.flush()
            if claim.state in WAITING and not any(other.waiting for other in self._places(claim)):
                self._place(claim, own)
                homeless += 1
        self._writing.session.delete(self._queues.pop(name))
        self._writing.flush()
        return homeless

    def put(self, number: int, name: str) -> None:
        """Give a claim a place in a queue, if it has none there."""
        claim, queue = self._writing.claim(number), self.named(name)
        self._place(claim, queue)
        self._writing.flush()

    def withdraw(self, number: int, name: str) -> None:
        """Take a claim's place in a queue away.

        Raises:
            NotFound: it has none there.

        """
        self._remove(self._writing.claim(number), self._its_place(number, self.named(name)))
        self._writing.flush()

    def has_place(self, number: int, name: str) -> bool:
        """Say whether a claim has a place in a queue."""
        return self._place_in(self._writing.claim(number), self.named(name)) is not None

    def check_place(self, number: int, name: str) -> None:
        """See that a claim has a place in a queue.

        Raises:
            NotFound: it has none there.

        """
        self._its_place(number, self.named(name))

    def move(self, number: int, name: str, spot: Spot, other: int | None = None) -> None:
        """Move a claim within a queue: to its ends, or before or after another claim.

        Raises:
            NotFound: one of the claims has no place in the queue.

        """
        queue = self.named(name)
        place = self._its_place(number, queue)
        anchor = self._end(queue, spot) if other is None else self._its_place(other, queue)
        if anchor is not None and anchor.id != place.id:
            self._set_beside(place, anchor, before=spot in {Spot.FIRST, Spot.BEFORE})
        self._writing.flush()

    def assign(self, number: int, reviewer: Reviewer | None, note: str) -> None:
        """Write whom a claim waits for, None for anybody."""
        claim = self._writing.claim(number)
        claim.assigned_to_id = None if reviewer is None else key(reviewer)
        claim.assignment_note = note
        self._writing.flush()

    def postpone(self, number: int, until: int | None) -> None:
        """Write until when a claim is not handed out, None for at once."""
        self._writing.claim(number).postponed_until = until
        self._writing.flush()

    def mark(self, number: int, marks: ClaimMarks) -> None:
        """Write what people set on a claim; its places are ranked by it."""
        claim = self._writing.claim(number)
        claim.priority, claim.deadline, claim.demand, claim.legal, claim.kind = marks
        self.rank_anew(number)

    def rank_anew(self, number: int) -> None:
        """Rank a claim's places by what it is now; one that it was moved to by hand stays where the rank stays."""
        claim = self._writing.claim(number)
        for place in self._places(claim):
            ranked = _rank(self._writing.session.get_one(Queue, place.queue_id), claim)
            if ranked != place.rank:
                place.rank, place.nudge = ranked, None
        self._writing.flush()

    def marks(self, number: int) -> ClaimMarks:
        """Give what people set on a claim."""
        claim = self._writing.claim(number)
        return ClaimMarks(claim.priority, claim.deadline, claim.demand, claim.legal, claim.kind)

    def _place(self, claim: Claim, queue: Queue) -> None:
        waits = claim.state in WAITING
        place = self._place_in(claim, queue)
        if place is None:
            ranked = _rank(queue, claim)
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
    def _queues(self) -> dict[str, Queue]:
        return {}

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


def _rank(queue: Queue, claim: Claim) -> int:
    return rank(queue.orders, Pressing(claim.worth, claim.priority, claim.deadline, claim.demand))
