"""The desk, its people and its scale."""

from claims_db.repositories.writing import Writing, key
from claims_db.rows import ReviewerRow, ScaleRow
from claims_db.tables import Desk, Queue, Rating, Reviewer, Scale
from claims_db.vocabulary import Role

QUEUE = "desk"
"""The queue that every desk has."""

WORTH = 10_000
"""A check-worthiness of 1 as the tables store it."""


def rank_of(worth: int) -> int:
    """Give the rank of a claim by its check-worthiness: the most check-worthy stands first."""
    return WORTH - worth


class People:
    """Writes of the desk and its people."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def open_desk(self, name: str, time_zone: str, language: str, scale: ScaleRow) -> None:
        """Write the desk's row, its scale and its queue, where there is none yet."""
        if self._writing.one(Desk) is not None:
            return
        scale_id = self._add_scale(scale)
        self._writing.add(
            Desk(name=name, time_zone=time_zone, language=language, scale_id=scale_id, opened_at=self._writing.now)
        )
        self._writing.add(Queue(name=QUEUE))

    def join(self, name: str, role: Role) -> ReviewerRow:
        """Give the reviewer of this name; one who is new joins with this role."""
        reviewer = self._writing.one(Reviewer, name=name)
        if reviewer is None:
            reviewer = Reviewer(
                public_id=self._writing.actor, name=name, login=name, role=role, joined_at=self._writing.now
            )
            self._writing.add(reviewer)
        return ReviewerRow(reviewer.public_id, reviewer.name, reviewer.role)

    def _add_scale(self, scale: ScaleRow) -> int:
        row = Scale(slug=scale.slug, name=scale.name)
        self._writing.add(row)
        self._writing.add(
            *(
                Rating(scale_id=key(row), position=position, **rating._asdict())
                for position, rating in enumerate(scale.ratings, 1)
            )
        )
        return key(row)
