"""What a stretch of a sentence says, and who says it."""

from typing import NamedTuple


class Said(NamedTuple):
    """A stretch of a sentence and who asserts it.

    Attributes:
        start, end: the words that are asserted.
        source: the words that name who asserts it, such as ``he`` or ``the ministry``; empty where the article does.
        via: through whom, the one nearest to the reader first.
        cue_start: where source and verb begin, for a claim that includes them; -1 where they do not stand in front.
        quoted: they are a quotation.
        source_start: where the words that name the source stand; -1 where nothing in the text names it.

    """

    start: int
    end: int
    source: str = ""
    via: tuple[str, ...] = ()
    cue_start: int = -1
    quoted: bool = False
    source_start: int = -1


class Giver(NamedTuple):
    """Words that name who asserts something, and where they stand."""

    words: str
    start: int
