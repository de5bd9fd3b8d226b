"""Speeches and interviews written down: lines that begin with whoever speaks, ``REYES: We closed the port.``"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from workbench.extraction.paragraphs import Paragraph
from workbench.extraction.roles import NOT_NAMES
from workbench.extraction.said import Giver

_LABEL = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|of|the|de|van|von|al|bin)){0,5})(?: ?[(\[][^()\[\]\n]{1,40}[)\]])?:[ \t]+(?=\S)"
)
_FEWEST = 3
_SHARE = 0.3


class Turn(NamedTuple):
    """Whose words a paragraph is, and where they begin."""

    speaker: Giver
    begins: int


def turns(text: str, bodies: Sequence[Paragraph]) -> dict[int, Turn]:
    """Give whose words each paragraph is, by its start; nothing where the text is no transcript.

    It is one where three paragraphs at least, and three in ten, begin with a name and a colon, and names come back:
    a place in front of news (``LEEDS: The council …``) stands there once. A turn goes on over paragraphs without name.
    """
    labels = {body.start: label for body in bodies if (label := _LABEL.match(text, body.begins, body.end))}
    names = [label["name"] for label in labels.values() if label["name"].casefold() not in NOT_NAMES]
    if len(names) < max(_FEWEST, _SHARE * len(bodies)) or len(set(names)) == len(names):
        return {}
    found: dict[int, Turn] = {}
    speaker: Giver | None = None
    for body in bodies:
        label = labels.get(body.start)
        if label is not None and label["name"] in names:
            speaker = Giver(label["name"], label.start("name"))
            found[body.start] = Turn(speaker, label.end())
        elif speaker is not None:
            found[body.start] = Turn(speaker, body.begins)
    return found
