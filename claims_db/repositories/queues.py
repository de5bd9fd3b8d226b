"""Leases and states: who works on what, and where a claim stands."""

from sqlalchemy import func, select

from claims_db.errors import LeaseLost
from claims_db.repositories.people import QUEUE, rank_of
from claims_db.repositories.writing import Writing, key
from claims_db.rows import LeaseRow
from claims_db.tables import METADATA, Lease, Place, Queue, Reviewer
from claims_db.vocabulary import ClaimState

_CLAIM, _PLACE, _LEASE, _QUEUE = (METADATA.tables[name].c for name in ("claim", "place", "lease", "queue"))


class Queues:
    """Writes of leases, places and states."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def state(self, number: int) -> ClaimState:
        """Give a claim's state.

        Raises:
            NotFound: there is no such claim.

        """
        return self._writing.claim(number).state

    def set_state(self, number: int, state: ClaimState) -> None:
        """Write a claim's state; the caller took it from the table of states.

        A claim that leaves the state ``queued`` leaves its queues, one that enters it gets its place.
        """
        claim = self._writing.claim(number)
        claim.state = state
        place = self._writing.one(Place, claim_id=claim.id)
        if state is not ClaimState.QUEUED and place is not None:
            self._writing.session.delete(place)
        elif state is ClaimState.QUEUED and place is None:
            queue = self._writing.one(Queue, name=QUEUE)
            if queue is not None:
                self._writing.add(Place(queue_id=key(queue), claim_id=key(claim), rank=rank_of(claim.worth)))
        self._writing.session.flush()

    def own(self) -> int | None:
        """Give the number of the waiting claim that the reviewer holds already, or None."""
        me = self._writing.reviewer_id
        return self._number(
            select(_CLAIM.number)
            .join(METADATA.tables["lease"], _LEASE.claim_id == _CLAIM.id)
            .where(_LEASE.reviewer_id == me, _LEASE.expires_at > self._writing.now)
            .where(func.coalesce(_CLAIM.state, "") == ClaimState.QUEUED)  # never by the index of states: it is long
            .order_by(_LEASE.taken_at, _CLAIM.number)
            .limit(1)
        )

    def next_free(self) -> int | None:
        """Give the number of the first waiting claim that nobody holds and that is not postponed, or None."""
        now = self._writing.now
        held = (
            select(_LEASE.id)
            .where(_LEASE.claim_id == _PLACE.claim_id, _LEASE.reviewer_id.is_not(None), _LEASE.expires_at > now)
            .exists()
        )
        return self._number(
            select(_CLAIM.number)
            .select_from(METADATA.tables["place"].join(METADATA.tables["claim"], _CLAIM.id == _PLACE.claim_id))
            .where(_PLACE.queue_id == select(_QUEUE.id).where(_QUEUE.name == QUEUE).scalar_subquery())
            .where(_CLAIM.state == ClaimState.QUEUED, ~held)
            .where(_PLACE.postponed_until.is_(None) | (_PLACE.postponed_until <= now))
            .order_by(_PLACE.rank, _PLACE.claim_id)
            .limit(1)
        )

    def take(self, number: int, expires_at: int) -> LeaseRow:
        """Hold a claim; one's own live hold is kept with its token, a lapsed or free one is taken.

        Raises:
            LeaseLost: somebody else holds it.

        """
        claim = self._writing.claim(number)
        me = self._writing.reviewer()
        lease = self._writing.one(Lease, claim_id=claim.id)
        if lease is None:
            lease = Lease(claim_id=key(claim))
            lease.reviewer_id, lease.token = me.id, 1
            lease.taken_at, lease.expires_at = self._writing.now, expires_at
            self._writing.add(lease)
        elif self._live(lease) and lease.reviewer_id == me.id:
            lease.expires_at = expires_at
        elif self._live(lease):
            raise self._held(number, lease)
        else:
            lease.reviewer_id, lease.token = me.id, lease.token + 1
            lease.taken_at, lease.expires_at = self._writing.now, expires_at
        self._writing.session.flush()
        return LeaseRow(number, me.name, lease.token, lease.expires_at)

    def keep(self, number: int, token: int, expires_at: int) -> LeaseRow:
        """Hold a claim for longer.

        Raises:
            LeaseLost: it is not held with this token any more.

        """
        lease = self._own_lease(number, token)
        lease.expires_at = expires_at
        self._writing.session.flush()
        return LeaseRow(number, self._writing.reviewer().name, lease.token, lease.expires_at)

    def check(self, number: int, token: int | None) -> None:
        """See that a save may go through: nobody else holds the claim, and the token is the live one.

        Raises:
            LeaseLost: somebody else holds it, or it is not held with this token any more.

        """
        claim = self._writing.claim(number)
        lease = self._writing.one(Lease, claim_id=claim.id)
        if lease is not None and self._live(lease) and lease.reviewer_id != self._writing.reviewer().id:
            raise self._held(number, lease)
        if token is not None:
            self._own_lease(number, token)

    def release(self, number: int) -> bool:
        """End one's own hold on a claim; say whether there was one."""
        claim = self._writing.claim(number)
        lease = self._writing.one(Lease, claim_id=claim.id)
        if lease is None or lease.reviewer_id is None or lease.reviewer_id != self._writing.reviewer().id:
            return False
        lease.reviewer_id, lease.expires_at = None, 0
        self._writing.session.flush()
        return True

    def _own_lease(self, number: int, token: int) -> Lease:
        claim = self._writing.claim(number)
        lease = self._writing.one(Lease, claim_id=claim.id)
        if lease is None or lease.token != token or lease.reviewer_id != self._writing.reviewer().id:
            raise LeaseLost(
                f"You do not hold C-{number} any more.", "What you typed is kept as a draft; take it again."
            )
        return lease

    def _live(self, lease: Lease) -> bool:
        return lease.reviewer_id is not None and lease.expires_at > self._writing.now

    def _held(self, number: int, lease: Lease) -> LeaseLost:
        holder = self._writing.session.get(Reviewer, lease.reviewer_id)
        minutes = max(1, -(-(lease.expires_at - self._writing.now) // 60_000_000))
        name = holder.name if holder else "somebody else"
        return LeaseLost(
            f"C-{number} is held by {name} for {minutes} more minutes.", "Take another claim, or ask them."
        )

    def _number(self, query: object) -> int | None:
        found = self._writing.session.execute(query).scalar()  # type: ignore[call-overload]
        return None if found is None else int(found)
