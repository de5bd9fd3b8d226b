"""Queues of the desk: their rules, which claims wait in them, in which order, for whom."""

from claims_db.ranking import DEFAULT_ORDERS
from claims_db.rows import ClaimMarks, ClaimSheet, QueueRules
from claims_db.vocabulary import Action, RankKey, Role, Spot
from workbench.desk.entries import QueueEntry
from workbench.desk.permission import require
from workbench.desk.queueing import sheet
from workbench.desk.workplace import Workplace
from workbench.domain.filling import parse_rule
from workbench.domain.merging import merged
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


def move(place: Workplace, number: int, queue: str, spot: Spot, other: int | None) -> None:
    """Move a claim within a queue."""
    if (other is None) == (spot in {Spot.BEFORE, Spot.AFTER}):
        raise BadInput("Say where to.", "To the first or last place, or before or after another claim.")
    if other == number:
        raise BadInput("A claim can't be moved beside itself.", "Name another claim.")
    with place.work(Action.CLAIM_MOVED) as work:
        work.queues.move(number, queue, spot, other)


def mark(place: Workplace, number: int, base: ClaimMarks, mine: ClaimMarks) -> ClaimSheet:
    """Write what was changed of a claim's marks; what somebody else changed meanwhile stays."""
    check_demand(mine.demand)
    with place.work(Action.CLAIM_EDITED) as work:
        work.queues.mark(number, merged(f"C-{number}", base, mine, work.queues.marks(number)))
    return sheet(place, number)


def check_demand(demand: int) -> None:
    """See that a demand can be stored.

    Raises:
        BadInput: it can't.

    """
    if not 0 <= demand <= _MOST_DEMAND:
        raise BadInput(f"{demand} is no demand.", f"Count the people who asked, up to {_MOST_DEMAND:,}.")


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
