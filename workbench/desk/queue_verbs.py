"""What a reviewer does with queues and leases: one method each."""

from array import array
from collections.abc import Sequence

from claims_db import views
from claims_db.repositories.people import QUEUE
from claims_db.rows import ClaimMarks, ClaimSheet, LeaseRow, NoticeRow, QueueRow, QueueRules, QueueSummary
from claims_db.vocabulary import Spot
from workbench.desk import bulk, ordering, queueing
from workbench.desk.entries import QueueEntry, Turn
from workbench.desk.lots import Assign, Postpone, Put, Retag, TakeOut
from workbench.desk.seat import Seat


class QueueVerbs(Seat):
    """Queues, places in them, and who works on what."""

    def queue(self, name: str = QUEUE) -> QueueSummary:
        """Say how many claims of a queue are free for this reviewer, held, postponed and done.

        Raises:
            NotFound: there is no such queue.

        """
        with self._place.read() as connection:
            return views.queue_summary(connection, self._place.clock(), name, self._place.reviewer.public_id)

    def queues(self) -> tuple[QueueRow, ...]:
        """List the queues with their rules, the desk's own first."""
        with self._place.read() as connection:
            return views.queue_rows(connection)

    def queue_numbers(self, name: str) -> "array[int]":
        """Give the numbers of the claims that wait in a queue, in its order.

        Raises:
            NotFound: there is no such queue.

        """
        with self._place.read() as connection:
            return views.queue_numbers(connection, name)

    def notices(self) -> tuple[NoticeRow, ...]:
        """Give what waits for this reviewer: mentions, deadlines and recheck dates that have passed, claims assigned to them."""
        with self._place.read() as connection:
            return views.notices(connection, self._place.reviewer.public_id, self._place.clock())

    def open_queue(self, entry: QueueEntry) -> None:
        """Make a queue; new claims enter it by its rule.

        Raises:
            BadInput: the name is empty, or the rule or an order can't be used.
            Conflict: there is one of this name.
            Refused: you are neither editor nor admin.

        """
        ordering.open_queue(self._place, entry)

    def change_queue(self, entry: QueueEntry, base: QueueRules | None = None) -> None:
        """Give a queue other rules; where the order changes its claims are ranked anew.

        ``base`` is what was there when editing began, None where that is what is there now.

        Raises:
            BadInput: the rule or an order can't be used.
            NotFound: there is no such queue.
            Refused: you are neither editor nor admin, or somebody else changed the same meanwhile.

        """
        ordering.change_queue(self._place, entry, base)

    def remove_queue(self, name: str) -> int:
        """Remove a queue; give how many of its claims went to the desk's own. Who holds a claim keeps it.

        Raises:
            NotFound: there is no such queue.
            Conflict: it is the desk's own.
            Refused: you are neither editor nor admin.

        """
        return ordering.remove_queue(self._place, name)

    def put(self, numbers: Sequence[int], queue: str = QUEUE) -> None:
        """Put claims into a queue; what was only proposed, set aside or a duplicate waits from now on.

        Raises:
            NotFound: there is no such queue or claim.

        """
        bulk.do_all(self._place, numbers, Put(queue))

    def take_out(self, numbers: Sequence[int], queue: str) -> None:
        """Take claims out of a queue; they stay in the others.

        Raises:
            NotFound: a claim has no place in the queue.

        """
        bulk.do_all(self._place, numbers, TakeOut(queue))

    def move(self, number: int, queue: str, spot: Spot, other: int | None = None) -> None:
        """Move a claim within a queue: to one of its ends, or before or after another claim.

        Raises:
            BadInput: there is no other claim to go by, or one where none is needed.
            NotFound: a claim has no place in the queue.

        """
        ordering.move(self._place, number, queue, spot, other)

    def assign(self, numbers: Sequence[int], name: str | None, note: str = "") -> None:
        """Let claims wait for one person, or for anybody again.

        Raises:
            NotFound: nobody at the desk has this name.
            Refused: you are a reviewer and the person is somebody else.

        """
        bulk.do_all(self._place, numbers, Assign(name, note))

    def postpone(self, numbers: Sequence[int], until: int | None) -> None:
        """Hand claims out no earlier than at an instant in microseconds UTC; None for at once.

        Raises:
            BadInput: the instant has passed.
            LeaseLost: somebody else holds one of them.

        """
        bulk.do_all(self._place, numbers, Postpone(until))

    def tag(self, numbers: Sequence[int], added: Sequence[str], removed: Sequence[str] = ()) -> None:
        """Give claims tags, and take tags off; one that a claim has already, or does not have, is no matter.

        Raises:
            BadInput: a name is no tag, or there is none.
            NotFound: there is no such claim.
            Refused: a claim would have too many.

        """
        bulk.do_all(self._place, numbers, Retag(tuple(added), tuple(removed)))

    def mark(self, number: int, base: ClaimMarks, mine: ClaimMarks) -> ClaimSheet:
        """Set priority, deadline, demand, legal flag and kind; ``base`` is what was there when editing began.

        Raises:
            Refused: somebody else changed the same field meanwhile; the message shows both.

        """
        return ordering.mark(self._place, number, base, mine)

    def take_next(self, queue: str = QUEUE) -> Turn:
        """Take the next claim of a queue; the one already held comes first.

        Raises:
            NotFound: there is no such queue.

        """
        return queueing.take_next(self._place, queue)

    def take_first(self, numbers: Sequence[int]) -> ClaimSheet | None:
        """Take the first of some claims that waits for you or for anybody; None where none does."""
        return queueing.take_first(self._place, numbers)

    def take(self, number: int) -> ClaimSheet:
        """Take this very claim.

        Raises:
            LeaseLost: somebody else holds it.
            Refused: it is in a state in which nobody works on it, or it waits for somebody else's verdict.

        """
        return queueing.take(self._place, number)

    def take_over(self, number: int) -> ClaimSheet:
        """Take this very claim from whoever holds it; what they were typing is kept, and shown to you.

        Raises:
            Refused: it is in a state in which nobody works on it, or it waits for somebody else's verdict.

        """
        return queueing.take_over(self._place, number)

    def hand_back(self, number: int) -> None:
        """Give a held claim back to the queue.

        Raises:
            Refused: you do not hold it.

        """
        queueing.hand_back(self._place, number)

    def keep(self, number: int, token: int) -> LeaseRow:
        """Hold a claim for longer, as often as its screen is open.

        Raises:
            LeaseLost: it is not held with this token any more.

        """
        return queueing.keep(self._place, number, token)
