"""How like two texts are in what they mean, as a sentence encoder has it; which encoder, and whether there is one, is for the user to say."""

from collections.abc import Sequence
from typing import Protocol


class Encoder(Protocol):
    """Turns texts into vectors, and says how near these are."""

    def likeness(self, text: str, others: Sequence[str]) -> tuple[float, ...]:
        """Give for each of some other texts how near it is to one text: 1 where it says the same.

        What has nothing to do with it is about 0, whichever encoder it is, and so is a text that says nothing.

        Raises:
            WorkbenchError: the encoder can't be used, or not any more.

        """
        ...
