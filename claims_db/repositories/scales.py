"""The rating scales of a desk: their ratings are written once, so that a verdict always says what it said."""

from claims_db.errors import Conflict, NotFound
from claims_db.repositories.writing import Writing, key
from claims_db.rows import ScaleRow
from claims_db.tables import Rating, Scale


class Scales:
    """Writes of scales, and of which one the desk rates on."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def add(self, scale: ScaleRow) -> int:
        """Write a new scale with its ratings in order; give its key."""
        row = Scale(slug=scale.slug, name=scale.name)
        self._writing.add(row)
        self._writing.add(
            *(
                Rating(scale_id=key(row), position=position, **rating._asdict())
                for position, rating in enumerate(scale.ratings, 1)
            )
        )
        return key(row)

    def choose(self, slug: str) -> None:
        """Let the desk rate on a scale from now on.

        Raises:
            NotFound: the desk has no such scale.
            Conflict: it is retired.

        """
        row, desk = self._named(slug), self._writing.desk
        if row.retired_at is not None:
            raise Conflict(f"The scale {slug} is retired.", f"'workbench scale add {slug}' brings it back.")
        if desk is not None:
            desk.scale_id = key(row)
            self._writing.session.flush()

    def retire(self, slug: str) -> None:
        """Take a scale out of use for new verdicts; those on it stay.

        Raises:
            NotFound: the desk has no such scale.
            Conflict: the desk rates on it.

        """
        row, desk = self._named(slug), self._writing.desk
        if desk is not None and desk.scale_id == row.id:
            raise Conflict(f"The desk rates on the scale {slug}.", "Choose another one first, with 'scale use'.")
        row.retired_at = row.retired_at or self._writing.now
        self._writing.session.flush()

    def bring_back(self, slug: str) -> None:
        """Let a retired scale be chosen again.

        Raises:
            NotFound: the desk has no such scale.

        """
        self._named(slug).retired_at = None
        self._writing.session.flush()

    def in_use(self) -> str:
        """Give the slug of the scale that the desk rates on; empty where there is no desk yet."""
        desk = self._writing.desk
        return "" if desk is None else self._writing.session.get_one(Scale, desk.scale_id).slug

    def _named(self, slug: str) -> Scale:
        row = self._writing.one(Scale, slug=slug)
        if row is None:
            raise NotFound(f"The desk has no scale {slug}.", "'workbench scale list' names those it has.")
        return row
