"""Speeches and interviews written down: lines that begin with whoever speaks, ``REYES: We closed the port.``"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from workbench.extraction.paragraphs import Paragraph
from workbench.extraction.people import Cast
from workbench.extraction.roles import NOT_NAMES
from workbench.extraction.said import Giver

_CLOCK = r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?:?[ \t]+)?"
_LABEL = re.compile(
    rf"{_CLOCK}(?P<name>[A-Z][\w.'’-]+(?: (?:[A-Z\d][\w.'’-]*|of|the|de|van|von|al|bin)){{0,5}})(?: ?[(\[][^()\[\]\n]{{1,40}}[)\]])?:[ \t]+(?=\S)"
)
_ASKED = re.compile(rf"{_CLOCK}(?P<name>[QA])(?:[.:])[ \t]+(?=\S)")
_Match = Callable[[str, int, int], re.Match[str] | None]

_FEWEST = 3
_SHARE = 0.3
_SHOUTED_SHARE = 0.8


class Turn(NamedTuple):
    """Whose words a paragraph is, nobody's where only ``A:`` stands there, and where they begin."""

    speaker: Giver | None
    begins: int


def turns(text: str, bodies: Sequence[Paragraph]) -> dict[int, Turn]:
    """Give whose words each paragraph is, by its start; nothing where the text is no transcript.

    It is one where three paragraphs at least, and three in ten, begin with a name and a colon, and names come back or
    nearly all of the paragraphs begin with names in capitals: a place in front of news (``LEEDS: The council …``)
    stands there once. A turn goes on over paragraphs without name. Questions and answers are known by both ``Q`` and
    ``A``. Whoever is named in full once is meant by the family name alone.
    """
    labels = _labels(text, bodies, _LABEL.match)
    names = [label["name"] for label in labels.values() if label["name"].casefold() not in NOT_NAMES]
    if not _come_back(names, len(bodies)):
        asked = _labels(text, bodies, _ASKED.match)
        if {label["name"] for label in asked.values()} != {"Q", "A"}:
            return {}
        labels, names = asked, []
    full = _full_names(names)
    found: dict[int, Turn] = {}
    speaker: Giver | None = None
    for body in bodies:
        label = labels.get(body.start)
        if label is not None and (not names or label["name"] in full):
            speaker = Giver(full[label["name"]], label.start("name")) if names else None
            found[body.start] = Turn(speaker, label.end())
        elif found:
            found[body.start] = Turn(speaker, body.begins)
    return found


def learn_speakers(cast: Cast, found: Iterable[Turn]) -> None:
    """Learn the full names that labels give; those in capitals as others are written."""
    for turn in found:
        if turn.speaker is not None:
            cast.learn(turn.speaker.words.title())


def _labels(text: str, bodies: Sequence[Paragraph], begins: _Match) -> dict[int, re.Match[str]]:
    return {body.start: label for body in bodies if (label := begins(text, body.begins, body.end))}


def _come_back(names: Sequence[str], among: int) -> bool:
    if len(names) < max(_FEWEST, _SHARE * among):
        return False
    families = {_family(name) for name in names}
    shouted = sum(name.isupper() for name in names)
    return len(families) < len(names) or shouted >= max(_FEWEST, _SHOUTED_SHARE * among)


def _full_names(names: Sequence[str]) -> Mapping[str, str]:
    """Give for each label the fullest one of the same family name; itself where two could be meant."""
    found = {}
    for name in names:
        fuller = {other for other in names if other != name and other.casefold().endswith(f" {name.casefold()}")}
        longest = max(fuller, key=lambda one: (len(one), one), default=name)
        meant = longest if all(longest.endswith(other) for other in fuller) else name
        found[name] = meant.title() if meant.isupper() and " " in meant else meant
    return found


def _family(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].casefold()
