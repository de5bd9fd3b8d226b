"""Leases: who works on which claim, and until when."""

from collections.abc import Sequence
from functools import cache, cached_property
from typing import Any

from sqlalchemy import BigInteger, Select, bindparam, func, select

from claims_db.errors import LeaseLost
from claims_db.leasing import LONGEST, WAITING, live_lease, open_to
from claims_db.repositories.people import QUEUE
from claims_db.repositories.writing import Writing, key, parts
from claims_db.rows import LeaseRow
from claims_db.tables import METADATA, WITHIN_ORDER, Claim, Lease, Reviewer
from claims_db.vocabulary import Role

_CLAIM, _PLACE, _LEASE, _QUEUE = (METADATA.tables[name].c for name in ("claim", "place", "lease", "queue"))
_MINUTE = 60_000_000
_ME, _NOW = bindparam("me", type_=BigInteger()), bindparam("now", type_=BigInteger())
_OWN = (
    select(_CLAIM.number)
    .join(METADATA.tables["lease"], _LEASE.claim_id == _CLAIM.id)
    .where(_LEASE.reviewer_id == _ME, live_lease(_NOW))
    .where(func.coalesce(_CLAIM.state, "").in_(WAITING))  # never by the index of states: it is long
    .order_by(_LEASE.taken_at, _CLAIM.number)
    .limit(1)
)
_ASSIGNED = select(_CLAIM.id).where(_CLAIM.assigned_to_id == _ME, func.coalesce(_CLAIM.state, "").in_(WAITING))


class Leases:
    """Writes of leases."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def own(self) -> int | None:
        """Give the number of the waiting claim that the reviewer holds already, or None."""
        self._writing.session.flush()
        wanted = {"me": self._writing.reviewer_id, "now": self._writing.now}
        found = self._writing.session.execute(_OWN, wanted).scalar()
        return None if found is None else int(found)

    def next_free(self, queue: str = QUEUE, besides: int | None = None) -> int | None:
        """Give the number of the queue's first claim that the reviewer can take, their own assignments first, or None.

        ``besides`` is a claim that they have just put back and do not want again. On PostgreSQL the claim's row is
        locked, and rows that others have locked are passed over.
        """
        while (number := self._first_free(queue, besides)) is not None:
            # On a server somebody may have taken it after the search began, and let go of its row since.
            lease = self._lease(number)
            if lease is None or not self._live(lease):
                break
        return number

    def _first_free(self, queue: str, besides: int | None) -> int | None:
        me, adjudicates = self._writing.reviewer_id, self._writing.reviewer().role is not Role.REVIEWER
        wanted = {"me": me, "now": self._writing.now, "queue": queue, "besides": besides or 0}
        self._writing.session.flush()
        # Looking for them along the whole queue would take as long as the queue is.
        mine = self._writing.session.scalars(_ASSIGNED, {"me": me}).all()
        claim = self._writing.hold(_free_of_mine(adjudicates=adjudicates), {**wanted, "mine": mine}) if mine else None
        claim = claim or self._writing.hold(_free_of_all(adjudicates=adjudicates), wanted)
        return None if claim is None else claim.number

    def take(self, number: int, expires_at: int) -> LeaseRow:
        """Hold a claim; one's own live hold is kept with its token, a lapsed or free one is taken.

        Raises:
            LeaseLost: somebody else holds it.

        """
        lease = self._lease(number)
        if lease is not None and self._live(lease):
            if lease.reviewer_id != self._writing.reviewer_id:
                raise self._held(number, lease)
            return self._extended(number, lease, expires_at)
        return self._given(number, lease, expires_at)

    def take_over(self, number: int, expires_at: int) -> LeaseRow:
        """Hold a claim whoever holds it now; the other's token is worth nothing from here on."""
        lease = self._lease(number)
        if lease is not None and self._live(lease) and lease.reviewer_id == self._writing.reviewer_id:
            return self._extended(number, lease, expires_at)
        return self._given(number, lease, expires_at)

    def keep(self, number: int, token: int, expires_at: int) -> LeaseRow:
        """Hold a claim for longer.

        Raises:
            LeaseLost: it is not held with this token any more.

        """
        lease = self._lease(number)
        if lease is None or lease.token != token or lease.reviewer_id != self._writing.reviewer_id:
            raise self._lost(number, lease)
        return self._extended(number, lease, expires_at)

    def check(self, number: int, token: int | None) -> None:
        """See that a save may go through: nobody else holds the claim, and the token is the live one.

        Raises:
            LeaseLost: somebody else holds it, or it is not held with this token any more.

        """
        lease = self._lease(number)
        if token is None:
            if lease is not None and self._live(lease) and lease.reviewer_id != self._writing.reviewer_id:
                raise self._held(number, lease)
        elif lease is None or lease.token != token or lease.reviewer_id != self._writing.reviewer_id:
            raise self._lost(number, lease)

    def release(self, number: int) -> bool:
        """End one's own hold on a claim, with its token; say whether there was one."""
        lease = self._lease(number)
        if lease is None or not self.holds(number):
            return False
        self._over(lease)
        return True

    def holds(self, number: int) -> bool:
        """Say whether the reviewer holds a claim, or held it last and nobody has taken it since."""
        lease = self._lease(number)
        return lease is not None and lease.reviewer_id == self._writing.reviewer_id

    def know(self, numbers: Sequence[int]) -> None:
        """Read the leases of many claims, which this transaction holds, at once."""
        keys = [key(claim) for claim in self._writing.held(numbers)]
        self._leases.update(dict.fromkeys(keys))
        for some in parts(keys):
            for lease in self._writing.session.scalars(select(Lease).where(_LEASE.claim_id.in_(some))):
                self._writing.recorder.learn("lease", key(lease), lease.public_id)
                self._leases[lease.claim_id] = lease

    def end(self, number: int) -> None:
        """End the hold on a claim that was decided, also one that had lapsed: its token is worth nothing any more."""
        lease = self._lease(number)
        if lease is not None and lease.reviewer_id is not None:
            self._over(lease)

    def _over(self, lease: Lease) -> None:
        lease.reviewer_id, lease.expires_at, lease.token = None, 0, lease.token + 1

    @cached_property
    def _leases(self) -> dict[int, Lease | None]:
        """Leases by the keys of their claims: nobody else changes them while this transaction holds the claims."""
        return {}

    def _lease(self, number: int) -> Lease | None:
        claim_id = key(self._writing.claim(number))
        if claim_id not in self._leases:
            self._leases[claim_id] = self._writing.one(Lease, claim_id=claim_id)
        return self._leases[claim_id]

    def _given(self, number: int, lease: Lease | None, expires_at: int) -> LeaseRow:
        lease = lease or Lease(claim_id=key(self._writing.claim(number)))
        lease.reviewer_id, lease.token = self._writing.reviewer_id, lease.token + 1
        lease.taken_at = self._writing.now
        if lease.id is None:
            lease.expires_at = expires_at
            self._writing.add(lease)
            self._leases[lease.claim_id] = lease
        return self._extended(number, lease, expires_at)

    def _extended(self, number: int, lease: Lease, expires_at: int) -> LeaseRow:
        lease.expires_at = expires_at
        self._writing.session.flush()
        return LeaseRow(number, self._writing.reviewer().name, lease.token, lease.expires_at)

    def _live(self, lease: Lease) -> bool:
        now = self._writing.now
        return lease.reviewer_id is not None and now < lease.expires_at <= now + LONGEST

    def _held(self, number: int, lease: Lease) -> LeaseLost:
        minutes = max(1, -(-(lease.expires_at - self._writing.now) // _MINUTE))
        return LeaseLost(
            f"C-{number} is held by {self._holder(lease)} for {minutes} more minutes.",
            "Take another claim, ask them, or take it over.",
        )

    def _lost(self, number: int, lease: Lease | None) -> LeaseLost:
        hint = "Nothing was overwritten; take it again if it still needs you."
        if lease is not None and lease.reviewer_id not in {None, self._writing.reviewer_id}:
            return LeaseLost(f"You no longer hold C-{number}: {self._holder(lease)} took it.", hint)
        return LeaseLost(f"You no longer hold C-{number}: it was handed back or decided in the meantime.", hint)

    def _holder(self, lease: Lease) -> str:
        holder = self._writing.session.get(Reviewer, lease.reviewer_id)
        return holder.name if holder else "somebody else"


@cache
def _free(*, adjudicates: bool) -> Select[Any]:
    claims = METADATA.tables["claim"]
    held = select(_LEASE.id).where(_LEASE.claim_id == _PLACE.claim_id, live_lease(_NOW)).exists()
    return (
        select(Claim)
        .select_from(METADATA.tables["place"].join(claims, _CLAIM.id == _PLACE.claim_id))
        .where(_PLACE.queue_id == select(_QUEUE.id).where(_QUEUE.name == bindparam("queue")).scalar_subquery())
        .where(_PLACE.waiting, ~held, open_to(_ME, adjudicates=adjudicates), _CLAIM.number != bindparam("besides"))
        .where(_CLAIM.postponed_until.is_(None) | (_CLAIM.postponed_until <= _NOW))
        .order_by(_PLACE.rank, WITHIN_ORDER)
        .limit(1)
        .with_for_update(key_share=True, skip_locked=True, of=claims)
        .execution_options(populate_existing=True)
    )


@cache
def _free_of_mine(*, adjudicates: bool) -> Select[Any]:
    return _free(adjudicates=adjudicates).where(_PLACE.claim_id.in_(bindparam("mine", expanding=True)))


@cache
def _free_of_all(*, adjudicates: bool) -> Select[Any]:
    return _free(adjudicates=adjudicates).where(_CLAIM.assigned_to_id.is_(None))
