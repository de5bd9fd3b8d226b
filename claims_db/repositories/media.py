"""The pictures, films and recordings that claims are about."""

from sqlalchemy import select

from claims_db.errors import NotFound
from claims_db.repositories.writing import Writing, key
from claims_db.rows import Medium
from claims_db.tables import METADATA, MediaItem

_MEDIA = METADATA.tables["media_item"].c


class Media:
    """Writes of what the desk says of media."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def add(self, number: int, new: Medium) -> None:
        """Write that a claim is about this; the same, sent again, is one."""
        claim = key(self._writing.claim(number))
        standing = select(MediaItem).where(_MEDIA.claim_id == claim, _MEDIA.retracted_at.is_(None))
        if new not in map(_said, self._writing.session.scalars(standing)):
            writer = self._writing.reviewer_id
            item = MediaItem(claim_id=claim, **new._asdict(), reviewer_id=writer, added_at=self._writing.now)
            self._writing.add(item)

    def of(self, number: int, position: int) -> Medium:
        """Give what is said of one of a claim's media; ``position`` counts from 1.

        Raises:
            NotFound: the claim has no such media.

        """
        return _said(self._row(number, position))

    def change(self, number: int, position: int, new: Medium) -> None:
        """Write something else of it.

        Raises:
            NotFound: the claim has no such media.

        """
        row = self._row(number, position)
        for name, value in new._asdict().items():
            if getattr(row, name) != value:
                setattr(row, name, value)
        self._writing.session.flush()

    def remove(self, number: int, position: int) -> None:
        """Take it off its claim.

        Raises:
            NotFound: the claim has no such media.

        """
        self._row(number, position).retracted_at = self._writing.now
        self._writing.session.flush()

    def _row(self, number: int, position: int) -> MediaItem:
        found = self._writing.nth(MediaItem, number, position)
        if found is None:
            raise NotFound(
                f"C-{number} has no media {position}.", f"'workbench claim media list C-{number}' shows them."
            )
        return found


def _said(row: MediaItem) -> Medium:
    return Medium(*(getattr(row, name) for name in Medium._fields))
