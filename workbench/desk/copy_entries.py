"""What the desk hands back of wire copies."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from workbench.domain.evidence.changes import Change
    from workbench.matching.wire_copies import WireCopy


class CopyOf(NamedTuple):
    """An article of which another is a copy: its number, title and outlet, and what the copy has of it."""

    article: int
    title: str
    outlet: str
    copy: "WireCopy"


class OtherFigures(NamedTuple):
    """A new claim of a copy that is a claim of the original with other figures, and what differs in it."""

    claim: int
    original: int
    changes: "tuple[Change, ...]"


class Copied(NamedTuple):
    """What was made of an article as a copy.

    Attributes:
        copies: the articles of which it is a copy, the one that has most of it first.
        linked: the claims of these that stand in it as well.
        changed: which new claims are claims of these with other figures.
        unseen: why copies were not looked for, empty where they were.

    """

    copies: tuple[CopyOf, ...] = ()
    linked: tuple[int, ...] = ()
    changed: tuple[OtherFigures, ...] = ()
    unseen: str = ""
