"""What is reported in a sentence, as ranges of words of its tree."""

from enum import StrEnum
from typing import NamedTuple


class Form(StrEnum):
    """How words are reported."""

    SPEECH = "speech"
    THOUGHT = "thought"
    JUDGEMENT = "judgement"


class Reported(NamedTuple):
    """Words that are reported, and whose: ranges of words of a tree; ``cue`` is the verb, or ``according``.

    ``clause`` says that they are a whole clause, not an object or what somebody means to do.
    """

    source: range
    cue: int
    content: range
    form: Form
    clause: bool
