"""Lines that shell and terminal desk show alike."""

from typing import NamedTuple


class DeepLine(NamedTuple):
    """A line, and how deep below the one before it stands: 0 for a claim or a heading, 1 and 2 below it."""

    depth: int
    words: str
