"""What claims are about where that is a picture, a film or a recording."""

from claims_db.rows import ClaimSheet, Medium
from workbench.desk import media
from workbench.desk.seat import Seat


class MediaVerbs(Seat):
    """The media of a claim."""

    def add_media(self, number: int, medium: Medium) -> ClaimSheet:
        """Write that a claim is about a picture, a film or a recording; undo takes it off again.

        Raises:
            BadInput: something of it can't be, such as categories that contradict each other.
            NotFound: there is no such claim.

        """
        return media.add(self._place, number, medium)

    def change_media(self, number: int, position: int, medium: Medium, base: Medium) -> ClaimSheet:
        """Say something else of one of a claim's media; ``position`` counts from 1, ``base`` is what stood there.

        Raises:
            BadInput: something of it can't be.
            NotFound: the claim has no such media.
            Refused: somebody else has changed it since.

        """
        return media.change(self._place, number, position, medium, base)

    def remove_media(self, number: int, position: int) -> ClaimSheet:
        """Take one of its media off a claim; undo brings it back.

        Raises:
            NotFound: the claim has no such media.

        """
        return media.remove(self._place, number, position)
