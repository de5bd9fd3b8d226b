"""The claim in words that stand alone, as far as that is safe."""

import re
from typing import NamedTuple

from workbench.extraction.candidate import ResolvedDate

_PRONOUN = re.compile(r"(?:[Hh]e|[Ss]he|I)(?= \w)")
_ADRIFT = re.compile(
    r"\b(?:last|this|next|past|ago|yesterday|today|tomorrow|tonight|before|earlier|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
"""Words that name no time without the day on which they were written; a month's name says enough by itself."""

_SPACE = re.compile(r"\u2009+(?=[.,;:!?)’”])|(\s)\s*")
"""Blanks, of which one is kept; none in front of a mark where a tag stood."""

_INTERPOSED = re.compile(
    r"^(?P<open>[\"“])(?P<front>[^\"“”]{2,200}),[\"”] (?P<cue>[^\"“”]{3,80}), [\"“](?P<behind>[a-z0-9$£€][^\"“”]*)[\"”]?(?P<end>[.!]?)$"
)
"""A quotation that its cue parts: ``"The army," the ministry said, "lost 40 tanks."``"""

_ENDS = (".", "!", "?", "”", '"')


class Setting(NamedTuple):
    """What is known around a claim.

    Attributes:
        person: whom its leading pronoun stands for.
        dates: the times that it names.
        start: where it begins.
        subject: what it is about, where its own words leave that out.

    """

    person: str
    dates: tuple[ResolvedDate, ...]
    start: int
    subject: str = ""


def leading_pronoun(words: str) -> str:
    """Give the pronoun that words begin with, in lower case, or nothing."""
    match = _PRONOUN.match(words)
    return match.group().casefold() if match else ""


def self_contained(words: str, setting: Setting) -> str:
    """Give the claim's words on one line, starting with a capital and ending in a full stop.

    The person for whom a leading pronoun stands and the time that ``last month`` names follow in brackets, so
    that what we read into the words can be told from them. Nothing else is filled in, because what is not
    certain would be invented. A quotation that its cue parts is put together: who says it is told with the claim.
    """
    pieces, done = ([f"[{setting.subject}] "] if setting.subject else []), 0
    if setting.person and (pronoun := _PRONOUN.match(words)):
        done = pronoun.end()
        pieces.append(f"{pronoun.group()} [{setting.person}]")
    for date in setting.dates:
        at = date.end - setting.start
        if date.value and done <= at <= len(words) and _ADRIFT.search(words[date.start - setting.start : at]):
            pieces.append(f"{words[done:at]} [{date.value}]")
            done = at
    line = _SPACE.sub(_one_blank, "".join([*pieces, words[done:]])).strip(" ,;:")
    line = _INTERPOSED.sub(r"\g<front> \g<behind>\g<end>", line)
    first = next((at for at, letter in enumerate(line) if letter != "["), 0)
    line = line[:first] + line[first : first + 1].upper() + line[first + 1 :]
    return line if line.endswith(_ENDS) else f"{line}."


def _one_blank(blanks: re.Match[str]) -> str:
    return " " if blanks[1] else ""
