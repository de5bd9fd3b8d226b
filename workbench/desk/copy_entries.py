"""What the desk hands back of wire copies."""

from typing import NamedTuple

from workbench.matching.wire_copies import WireCopy


class CopyOf(NamedTuple):
    """An article of which another is a copy: its number, title and outlet, and what the copy has of it."""

    article: int
    title: str
    outlet: str
    copy: WireCopy
