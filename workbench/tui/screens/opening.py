"""What a desk shows when it opens."""

from array import array
from typing import NamedTuple

from claims_db.rows import DeskRow, DraftRow, QueueSummary, ReviewerRow, ScaleRow

EMPTY = (
    "This desk has no claims yet.\n\n"
    "o   takes in an article from a file or a web address\n"
    "c   takes in a claim by hand: a tip, a speech, a post\n"
    "?   shows every key\n\n"
    "From the shell: workbench add FILE, workbench import claims LIST.csv, or workbench demo for a sample."
)


class Opening(NamedTuple):
    """All that the first look needs, read at once."""

    desk: DeskRow
    reviewer: ReviewerRow
    scale: ScaleRow
    queue: QueueSummary
    numbers: "array[int]"
    drafts: tuple[DraftRow, ...]
    changes: int


class Listing(NamedTuple):
    """A list of claims and what the status line says of the queue."""

    numbers: "array[int]"
    queue: QueueSummary
    changes: int
