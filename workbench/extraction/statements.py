"""The claim in words that stand alone, as far as that is safe."""

import re
from typing import NamedTuple

from workbench.extraction.candidate import ResolvedDate

_SPEAKER = re.compile(r"^I (?=\w)")
_ADRIFT = re.compile(
    r"\b(?:last|this|next|past|ago|yesterday|today|tomorrow|tonight|before|earlier|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
"""Words that name no time without the day on which they were written; a month's name says enough by itself."""

_SPACE = re.compile(r"\s+")
_ENDS = (".", "!", "?", "”", '"')


class Setting(NamedTuple):
    """What is known around a claim: who makes it, which times it names, and where its words begin in the text."""

    claimer: str
    dates: tuple[ResolvedDate, ...]
    start: int


def self_contained(words: str, setting: Setting) -> str:
    """Give the claim's words on one line, starting with a capital and ending in a full stop.

    A leading ``I`` becomes the claimer's name where the verb can stay as it is; a time that was resolved
    follows its words in brackets. Nothing else is filled in, because what is not certain would be invented.
    """
    pieces, done = [], 0
    for date in setting.dates:
        at = date.end - setting.start
        if date.value and done <= at <= len(words) and _ADRIFT.search(words[date.start - setting.start : at]):
            pieces.append(f"{words[done:at]} [{date.value}]")
            done = at
    line = _SPACE.sub(" ", "".join([*pieces, words[done:]])).strip(" ,;:")
    if (
        setting.claimer
        and _SPEAKER.match(line)
        and re.match(r"I (?:\w+ed|had|did|will|would|could|can|went|saw|made) ", line)
    ):
        line = setting.claimer + line[1:]
    line = line[:1].upper() + line[1:]
    return line if line.endswith(_ENDS) else f"{line}."
