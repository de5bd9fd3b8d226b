"""The pictures, films and recordings that a claim is about, and what became of them."""

from claims_db.rows import ClaimSheet, Medium
from claims_db.vocabulary import Action
from workbench.desk.queueing import sheet
from workbench.desk.workplace import Workplace
from workbench.domain.media import checked
from workbench.errors import Refused


def add(place: Workplace, number: int, medium: Medium) -> ClaimSheet:
    """Write that a claim is about this."""
    new = checked(medium)
    with place.work(Action.MEDIA_ADDED) as work:
        work.media.add(number, new)
    return sheet(place, number)


def change(place: Workplace, number: int, position: int, medium: Medium, base: Medium) -> ClaimSheet:
    """Write something else of it, unless somebody has changed it meanwhile."""
    new = checked(medium)
    with place.work(Action.MEDIA_CHANGED) as work:
        standing = work.media.of(number, position)
        if standing not in {base, new}:
            raise Refused(
                f"Somebody else changed media {position} of C-{number}.", "Look at it again, and decide anew."
            )
        work.media.change(number, position, new)
    return sheet(place, number)


def remove(place: Workplace, number: int, position: int) -> ClaimSheet:
    """Take it off its claim."""
    with place.work(Action.MEDIA_REMOVED) as work:
        work.media.remove(number, position)
    return sheet(place, number)
