"""The names in some words: runs of words that begin with capitals."""

from collections.abc import Sequence
from typing import NamedTuple

from workbench.extraction.roles import BODIES, NATIONS, NOT_NAMES, PARTICLES, PLACE_BEFORE, ROLES, TITLES
from workbench.extraction.tokens import Token

_LONGEST_NAME = 6


class Mention(NamedTuple):
    """A run of capitalised words.

    Attributes:
        first, last: its tokens, half-open, titles included.
        name: the name without titles.
        titles: the titles in front of it, in lower case.
        person: whether it looks like a person's name.

    """

    first: int
    last: int
    name: str
    titles: tuple[str, ...]
    person: bool


def mentions(words: Sequence[Token]) -> list[Mention]:
    """Find the names among some words."""
    found, index = [], 0
    while index < len(words):
        stop = _run(words, index)
        if stop > index:
            mention = _mention(words, index, stop)
            if mention is not None:
                found.append(mention)
        index = max(stop, index + 1)
    return found


def _run(words: Sequence[Token], start: int) -> int:
    """Give where a run of capitalised words ends; particles inside a name belong to it."""
    if not words[start].is_capital or words[start].lower in NOT_NAMES:
        return start
    stop = start + 1
    while stop < len(words) and stop - start < _LONGEST_NAME + 4:
        word = words[stop]
        if (word.is_capital and word.lower not in NOT_NAMES) or (
            word.text == "." and len(words[stop - 1].text) <= 3 and stop + 1 < len(words) and words[stop + 1].is_capital
        ):
            stop += 1
        elif word.lower in PARTICLES and stop + 1 < len(words) and words[stop + 1].is_capital:
            stop += 2
        else:
            break
        if words[stop - 1].lower.endswith("'s"):
            break
    return stop


def _mention(words: Sequence[Token], start: int, stop: int) -> Mention | None:
    first, titles = start, []
    named = [index for index in range(start, stop - 1) if words[index].lower in TITLES | ROLES]
    while first < stop and (
        words[first].lower in NATIONS or words[first].text == "." or (named and first <= named[-1])
    ):
        titles.append(words[first].lower)
        first += 1
    before = start
    while before > 0 and words[before - 1].lower in ROLES | TITLES:
        before -= 1
        titles.append(words[before].lower)
    if first == stop:
        return None
    parts = [word.text for word in words[first:stop] if word.text != "."]
    parts[-1] = parts[-1].removesuffix("'s").removesuffix("’s")
    titled = any(title in TITLES or title in ROLES for title in titles)
    lead = words[before - 1].lower if before else ""
    body = any(part.casefold() in BODIES for part in parts) or (len(parts) == 1 and parts[0].isupper())
    placed = not titled and (lead in PLACE_BEFORE or lead == "the")
    person = not body and not placed and (titled or 2 <= len(parts) <= 4)
    return Mention(before, stop, " ".join(parts), tuple(titles), person)
