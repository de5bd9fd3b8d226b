"""What the main screen reads at once: at the start, and whenever somebody has written."""

from array import array
from typing import TYPE_CHECKING, NamedTuple

from claims_db.rows import ClaimFilter, DeskRow, DraftRow, NoticeRow, QueueSummary, ReviewerRow, ScaleRow

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

FIRST = 256
"""How many claims a list begins with at most; where it has as many, there may be more."""

EMPTY = (
    "This desk has no claims yet. It begins with one of these:\n\n"
    "{add-article}   takes in an article from a file or a web address, and finds its claims\n"
    "{add-claim}   takes in a claim by hand: a tip, a speech, a post\n\n"
    "Then {take-next} takes the next claim, {attach} attaches evidence, a number decides.\n"
    "{help}   shows every key, {quit} leaves\n\n"
    "To try it out first: 'workbench demo' has a sample and a guided tour.\n"
    "From the shell: workbench add FILE, workbench import LIST.csv"
)


class Standing(NamedTuple):
    """What the status line says of the queue, what waits for the reviewer, and the scale in use; ``now`` is the desk's clock."""

    queue: QueueSummary
    notices: tuple[NoticeRow, ...]
    now: int
    scale: ScaleRow


class Listing(NamedTuple):
    """A list of claims, and how things stand."""

    numbers: "array[int]"
    standing: Standing
    changes: int


class Opening(NamedTuple):
    """All that the first look needs."""

    desk: DeskRow
    reviewer: ReviewerRow
    own_queue: str
    drafts: tuple[DraftRow, ...]
    listing: Listing


def read_opening(desk: "Desk") -> Opening:
    """Read what the first look needs: of the list its beginning."""
    changes = desk.changes()
    listing = Listing(desk.first_numbers(ClaimFilter()), read_standing(desk, ""), changes)
    return Opening(desk.desk(), desk.reviewer(), listing.standing.queue.name, desk.drafts(), listing)


def read_listing(desk: "Desk", wanted: ClaimFilter, queue: str) -> Listing:
    """Read the claims that a filter lets through: of one queue in its order, or of the whole desk.

    Raises:
        NotFound: there is no such queue.

    """
    changes = desk.changes()
    return Listing(listed_numbers(desk, wanted, queue), read_standing(desk, queue), changes)


def read_standing(desk: "Desk", queue: str) -> Standing:
    """Read how things stand; of the desk's own queue where none is named.

    Raises:
        NotFound: there is no such queue.

    """
    return Standing(desk.queue(queue) if queue else desk.queue(), desk.notices(), desk.now(), desk.scale())


def listed_numbers(desk: "Desk", wanted: ClaimFilter, queue: str) -> "array[int]":
    """Give the claims that a filter lets through: of one queue in its order, or of the whole desk.

    Raises:
        NotFound: there is no such queue.

    """
    if not queue:
        return desk.claim_numbers(wanted)
    waiting = desk.queue_numbers(queue)
    if wanted == ClaimFilter():
        return waiting
    through = set(desk.claim_numbers(wanted))
    return array("q", (number for number in waiting if number in through))
