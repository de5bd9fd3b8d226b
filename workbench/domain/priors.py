"""What was said or checked before, and the pool that offers what a new statement may repeat; it is behind a protocol."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol


class Prior(NamedTuple):
    """A claim that is known already, with the title of its check and who asserted it, where there are any."""

    id: str
    claim: str
    title: str = ""
    claimer: str = ""


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

    def respelt(self, word: str) -> tuple[str, ...]:
        """Give the word that is likely to be meant by one that no prior holds, or nothing."""
        ...

    def offers(self, words: Sequence[str], count: int) -> tuple[Offer, ...]:
        """Give the priors that share most with plain words, best first; those that are given first count most."""
        ...
