"""The part of a desk that is about what it rates on."""

from collections.abc import Sequence

from claims_db import views
from claims_db.rows import ScaleRow
from workbench.desk.seat import Seat
from workbench.domain.scales import KnownScale

# What changes scales is imported where it is used: it costs a start that does not.


class ScaleVerbs(Seat):
    """Rating scales, which are data of the desk: a verdict keeps the one that it was given on."""

    def scale(self) -> ScaleRow:
        """Give the scale that the desk rates on, its ratings in the order of their keys."""
        with self._place.read() as connection:
            return views.scale(connection)

    def scales(self) -> tuple[KnownScale, ...]:
        """List the scales of the desk, the one in use first, and those that ship and can be added."""
        from workbench.desk import scaling  # noqa: PLC0415

        return scaling.known(self._place)

    def scale_named(self, slug: str) -> KnownScale:
        """Give a scale of the desk, or one that ships.

        Raises:
            NotFound: there is none of this slug.

        """
        from workbench.desk import scaling  # noqa: PLC0415

        return scaling.named(self._place, slug)

    def add_scale(self, scale: ScaleRow) -> KnownScale:
        """Add a scale, or bring a retired one back.

        Raises:
            BadInput: it is none; the message says why.
            Conflict: the desk has one of this slug.
            Refused: you are neither editor nor admin.

        """
        from workbench.desk import scaling  # noqa: PLC0415

        return scaling.add(self._place, scale)

    def use_scale(self, slug: str, second: Sequence[str] | None = None) -> KnownScale:
        """Rate on a scale from now on; verdicts that were given stay on theirs.

        ``second`` are the ratings of it that need a second verdict; None where the rule stays as it is.

        Raises:
            BadInput: the rule of second review would name ratings that the scale does not have.
            Conflict: it is retired.
            NotFound: the desk has no such scale.
            Refused: you are neither editor nor admin.

        """
        from workbench.desk import scaling  # noqa: PLC0415

        return scaling.use(self._place, slug, second)

    def retire_scale(self, slug: str) -> KnownScale:
        """Let nobody choose a scale any more; verdicts on it stay.

        Raises:
            Conflict: the desk rates on it.
            NotFound: the desk has no such scale.
            Refused: you are neither editor nor admin.

        """
        from workbench.desk import scaling  # noqa: PLC0415

        return scaling.retire(self._place, slug)
