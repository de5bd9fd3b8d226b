"""The seam for a model: it names exact words of a text that may be claims, and decides nothing."""

from typing import NamedTuple, Protocol

from workbench.domain.progress import HowFar, no_step_heard


class ProposedWords(NamedTuple):
    """Words that a model takes for a claim, as it answered; nothing of it is checked yet.

    Attributes:
        exact: the words, which have to stand in the text as they are here.
        kind: what sort of statement it calls them.
        claimer: who asserts them, as it says; empty where the text does itself.

    """

    exact: str
    kind: str = ""
    claimer: str = ""


class Dropped(NamedTuple):
    """Words of a model that are not offered as a claim, and why."""

    exact: str
    reason: str


class Proposals(NamedTuple):
    """What a model answered: the words it proposed, what of its answer had another form, how much of the text it read."""

    words: tuple[ProposedWords, ...]
    dropped: tuple[Dropped, ...]
    read: int


class Proposer(Protocol):
    """Proposes claims of a text beside the rules: a language model, or an encoder on this machine."""

    @property
    def name(self) -> str:
        """Name the model, for whoever reviews what it proposed."""

    def propose(self, text: str, hear: HowFar = no_step_heard) -> Proposals:
        """Give the exact words of a normalised text that may be claims; ``hear`` is told while the model answers.

        Raises:
            NotFetched: the model did not answer, or not in the form that was asked for.
            Stopped: nobody wants it any more.

        """
