"""Queues of the desk: their rules, which claims wait in them, in which order, for whom."""

from collections.abc import Sequence

from claims_db.ranking import DEFAULT_ORDERS
from claims_db.rows import ClaimMarks, ClaimSheet, QueueRules
from claims_db.vocabulary import Action, ClaimState, RankKey, Role, Spot
from workbench.desk.entries import QueueEntry
from workbench.desk.permission import require
from workbench.desk.queueing import sheet
from workbench.desk.workplace import Workplace
from workbench.domain.filling import parse_rule
from workbench.domain.merging import merged
from workbench.domain.states import Step, after, allows
from workbench.domain.text import printable, storable
from workbench.errors import BadInput

_MOST_DEMAND = 1_000_000


def open_queue(place: Workplace, entry: QueueEntry) -> None:
    """Make a queue."""
    name, takes, orders = _checked(entry)
    with place.work(Action.QUEUE_ADDED) as work:
        require(work, Role.EDITOR, "make a queue")
        work.queues.open(name, takes, orders)


def change_queue(place: Workplace, entry: QueueEntry, base: QueueRules | None) -> None:
    """Give a queue other rules; what somebody else changed since ``base`` stays."""
    name, takes, orders = _checked(entry)
    with place.work(Action.QUEUE_CHANGED) as work:
        require(work, Role.EDITOR, "change a queue")
        theirs = work.queues.rules(name)
        rules = merged(f"the queue {printable(name)!r}", base or theirs, QueueRules(takes, orders), theirs)
        work.queues.change(name, *rules)


def remove_queue(place: Workplace, name: str) -> int:
    """Remove a queue; give how many claims went to the desk's own."""
    with place.work(Action.QUEUE_REMOVED) as work:
        require(work, Role.EDITOR, "remove a queue")
        return work.queues.remove(name)


def put(place: Workplace, numbers: Sequence[int], queue: str) -> None:
    """Put claims into a queue; what was only proposed or set aside waits from now on."""
    with place.work(Action.CLAIM_QUEUED) as work:
        for number in numbers:
            state = work.queues.state(number)
            work.queues.put(number, queue)
            if state is ClaimState.DUPLICATE:
                work.editing.unmark_duplicate(number)
            if allows(state, Step.QUEUE):
                work.queues.set_state(number, after(state, Step.QUEUE))


def take_out(place: Workplace, numbers: Sequence[int], queue: str) -> None:
    """Take claims out of a queue."""
    with place.work(Action.CLAIM_QUEUED) as work:
        for number in numbers:
            work.queues.withdraw(number, queue)


def move(place: Workplace, number: int, queue: str, spot: Spot, other: int | None) -> None:
    """Move a claim within a queue."""
    if (other is None) == (spot in {Spot.BEFORE, Spot.AFTER}):
        raise BadInput("Say where to.", "To the first or last place, or before or after another claim.")
    if other == number:
        raise BadInput("A claim can't be moved beside itself.", "Name another claim.")
    with place.work(Action.CLAIM_MOVED) as work:
        work.queues.move(number, queue, spot, other)


def assign(place: Workplace, numbers: Sequence[int], name: str | None, note: str) -> None:
    """Assign claims to a person, or to nobody."""
    with place.work(Action.CLAIM_ASSIGNED) as work:
        person = None if name is None else work.people.named(name)
        if person is None or person.public_id != place.reviewer.public_id:
            require(work, Role.EDITOR, "assign claims to others")
        for number in numbers:
            work.queues.assign(number, person, storable(note).strip())


def postpone(place: Workplace, numbers: Sequence[int], until: int | None) -> None:
    """Let claims wait until an instant, or wait no more; a hold of one's own on them ends."""
    with place.work(Action.CLAIM_POSTPONED) as work:
        if until is not None and until <= work.now:
            raise BadInput("That time has passed.", "Give a later one.")
        for number in numbers:
            work.leases.check(number, None)
            work.queues.postpone(number, until)
            work.leases.release(number)


def mark(place: Workplace, number: int, base: ClaimMarks, mine: ClaimMarks) -> ClaimSheet:
    """Write what was changed of a claim's marks; what somebody else changed meanwhile stays."""
    if not 0 <= mine.demand <= _MOST_DEMAND:
        raise BadInput(f"{mine.demand} is no demand.", f"Count the people who asked, up to {_MOST_DEMAND:,}.")
    with place.work(Action.CLAIM_EDITED) as work:
        work.queues.mark(number, merged(f"C-{number}", base, mine, work.queues.marks(number)))
    return sheet(place, number)


def _checked(entry: QueueEntry) -> tuple[str, str, tuple[str, ...]]:
    name, takes = " ".join(storable(entry.name).split()), storable(entry.takes).strip()
    if not name:
        raise BadInput("A queue needs a name.", "Such as: health.")
    parse_rule(takes)
    orders = entry.orders or DEFAULT_ORDERS
    for order in orders:
        if order not in set(RankKey):
            raise BadInput(f"A queue can't be ordered by {printable(order)!r}.", f"One of: {', '.join(RankKey)}.")
    if len(set(orders)) < len(orders):
        raise BadInput("An order is named twice.", f"Each of these once: {', '.join(RankKey)}.")
    return name, takes, tuple(orders)
