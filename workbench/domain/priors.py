"""What was said or checked before, and the pool that offers what a new statement may repeat; it is behind a protocol."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from workbench.domain.progress import Progress, unheard

COUNT = 5
"""How many matches are given where nobody says: to judge one takes about two milliseconds."""


class Prior(NamedTuple):
    """A claim that is known already, with the title of its check and who asserted it, where there are any."""

    id: str
    claim: str
    title: str = ""
    claimer: str = ""


class Repeat(StrEnum):
    """What is said of a statement; that it is known and not checked is for a desk to say."""

    CHECKED = "already checked"
    KNOWN = "known, not checked yet"
    MAYBE = "maybe"
    NOTHING = "nothing like it"


class PriorKind(StrEnum):
    """What a prior of a desk is; its id begins with it."""

    CLAIM = "claim"
    CHECK = "check"

    def id(self, public_id: str) -> str:
        """Give the id of a prior from its public id."""
        return f"{self.value}:{public_id}"


def named_by(prior_id: str) -> tuple[PriorKind, str]:
    """Give what a prior's id names: what it is, and its public id."""
    kind, _, public_id = prior_id.partition(":")
    return PriorKind(kind), public_id


class Offer(NamedTuple):
    """A prior that shares words with a statement, and how much so by the index's own measure."""

    prior: Prior
    score: float


class Pool(Protocol):
    """Offers priors; whoever asks compares them with the statement."""

    def size(self) -> int:
        """Say how many priors there are."""
        ...

    def stems(self, words: Iterable[str]) -> Iterable[str]:
        """Give what all forms of each plain word have in common."""
        ...

    def holding(self, stem: str) -> int:
        """Say how many priors hold a stem."""
        ...

    def said_by(self, claimer: str) -> int:
        """Say how many priors have a claimer."""
        ...

    def respelt(self, word: str) -> tuple[str, ...]:
        """Give the word that is likely to be meant by one that no prior holds, or nothing."""
        ...

    def offers(self, words: Sequence[str], count: int) -> tuple[Offer, ...]:
        """Give the priors that share most with plain words, best first; those that are given first count most."""
        ...


class DeskPool(Protocol):
    """The pool of one desk: its claims and its prior checks, kept on this machine and filled from the database."""

    def refresh(self, progress: Progress = unheard, at_most: int | None = None) -> bool:
        """Take up what was written since; say whether the pool is as the database is now.

        Where more than ``at_most`` claims and prior checks would have to be read, none is.

        Raises:
            WorkbenchError: it can't be written.
            Stopped: nobody waits for it any more; who asks next goes on from there.

        """
        ...

    def drop(self) -> None:
        """Take the pool away, where nobody writes there; ``refresh`` makes it anew."""
        ...

    def pool(self) -> Pool:
        """Give what there is by now."""
        ...
