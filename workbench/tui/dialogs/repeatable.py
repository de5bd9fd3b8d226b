"""What a dialog knows of being repeated: its answers are offered on another claim, or given again unseen."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import ClassVar

Answers = Mapping[str, str]
"""What stands in the fields, by their names."""


class Repeatable:
    """The part of a dialog that can be repeated.

    Attributes:
        command: the name of the command that opens it; empty where that can't be repeated.
        repeats_at_once: whether its answers are given again without asking: no reader will read a word of them.
        goes_on: whether the next claim comes once it was submitted.
        submitted: hears of the answers that went through.

    """

    command: ClassVar[str] = ""
    repeats_at_once: ClassVar[bool] = False
    goes_on: ClassVar[bool] = False

    _sent: Answers = MappingProxyType({})
    _offered: Answers | None = None

    def __init__(self) -> None:
        super().__init__()
        self.submitted: Callable[[Answers], None] = lambda _: None

    @property
    def command_name(self) -> str:
        """The command that opens it, empty where it can't be repeated."""
        return self.command

    def submit(self, values: Answers) -> None:
        """Send the values."""
        raise NotImplementedError

    def offer(self, answers: Answers) -> None:
        """Show these answers when it opens, unless something was being typed for this claim."""
        self._offered = self.fitted(answers)

    def answers(self, values: Answers) -> Answers:
        """Give what can be answered again, on another claim."""
        return values

    def fitted(self, answers: Answers) -> Answers:
        """Give such answers as the fields of this dialog take them."""
        return answers

    @property
    def repeats_unseen(self) -> bool:
        """Whether it need not even open where its answers are given again at once."""
        return self.repeats_at_once

    def repeat(self, answers: Answers) -> None:
        """Submit the answers that were given on another claim, without being shown."""
        self._sent = self.fitted(answers)
        self.submit(self._sent)
