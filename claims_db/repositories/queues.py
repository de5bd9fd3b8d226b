"""Queues: which claims wait in them, in which order, for whom."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from claims_db.errors import Conflict, NotFound
from claims_db.leasing import WAITING
from claims_db.repositories.people import QUEUE
from claims_db.repositories.places import Places, ranked_in
from claims_db.repositories.writing import key
from claims_db.rows import ClaimMarks, QueueRules
from claims_db.tables import Queue, Reviewer
from claims_db.vocabulary import ClaimState, Spot


class Facts(NamedTuple):
    """What the rule of second review looks at; ``words`` are statement, quote, claimer and chain, folded."""

    public_id: str
    words: str
    legal: bool


class Queues(Places):
    """Writes of queues, of places in them, and of where a claim stands in the work."""

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
                place.rank, place.nudge = ranked_in(queue, claim), None
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
            ranked = ranked_in(self._writing.session.get_one(Queue, place.queue_id), claim)
            if ranked != place.rank:
                place.rank, place.nudge = ranked, None
        self._writing.flush()

    def marks(self, number: int) -> ClaimMarks:
        """Give what people set on a claim."""
        claim = self._writing.claim(number)
        return ClaimMarks(claim.priority, claim.deadline, claim.demand, claim.legal, claim.kind)

    @cached_property
    def _queues(self) -> dict[str, Queue]:
        return {}
