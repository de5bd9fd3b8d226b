"""Three-way merge of what two people changed at the same time."""

from typing import Any, NamedTuple, TypeVar

from workbench.errors import Refused

T = TypeVar("T", bound=tuple[Any, ...])


class FieldConflict(NamedTuple):
    """A field that both changed, each to something else."""

    name: str
    base: object
    mine: object
    theirs: object

    def words(self) -> str:
        """Say it for people."""
        return f"{self.name} was {self.base!s}; yours {self.mine!s}, theirs {self.theirs!s}"


def merge(base: T, mine: T, theirs: T) -> tuple[T, tuple[FieldConflict, ...]]:
    """Merge two changed versions of a named tuple, field by field.

    A field that one side alone changed takes that side's value; one that both changed to something else keeps
    theirs and is given as a conflict.
    """
    names = base._fields  # type: ignore[attr-defined]
    conflicts = []
    values = []
    for name, old, own, other in zip(names, base, mine, theirs, strict=True):
        values.append(own if other == old else other)
        if own not in (old, other) and other != old:
            conflicts.append(FieldConflict(name, old, own, other))
    return type(base)(*values), tuple(conflicts)


def merged(what: str, base: T, mine: T, theirs: T) -> T:
    """Give the merge of two changed versions.

    Raises:
        Refused: both changed the same field; the message shows all three values.

    """
    found, conflicts = merge(base, mine, theirs)
    if conflicts:
        raise Refused(
            f"Somebody else changed {what} meanwhile: {'; '.join(one.words() for one in conflicts)}.",
            "Nothing was overwritten; look at it again and decide.",
        )
    return found
