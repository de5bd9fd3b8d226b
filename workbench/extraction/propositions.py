"""Cut what is said into single statements, each of which gets one verdict."""

import re
from typing import NamedTuple

from workbench.extraction.lexicon import FINITE


class Proposition(NamedTuple):
    """A stretch of the text that states one thing."""

    start: int
    end: int


_CUT = re.compile(
    r"(?P<hard>; (?:and |but )?)"
    r"|(?P<that>,? (?:and|but) (?:also )?that )"
    r"|(?P<adding>, (?:adding|claiming|noting|saying|warning|stressing|insisting) (?:that )?)"
    r"|(?P<clause>,? (?:and|but|while|whereas|although|though) (?=(?:(?:the|a|an|this|that|these|those|its|his|her|their|he|she|it|they|there|we|some|many|more|most|about|nearly|almost|at least|only|all|no|another|both|[A-Z][\w'’-]+|\d[\d,.]*|\"|“)\b)))"
    r"|(?P<which>, (?:which|who) (?=\w))"
    r"|(?P<making>, (?=(?:marking|making|bringing|leaving|killing|injuring|prompting|becoming|representing|raising|causing|coming|wounding|destroying) ))"
)
_NON_CLAUSE = re.compile(r"^(?:(?:the|a|an|its|his|her|their)\s+)?[\w'’-]+(?:\s+[\w'’-]+){0,3}$")
_SHORTEST = 4
_EDGE = " \t\n,;:–—-"
_QUOTES = '"“”«»'


def propositions(text: str, start: int, end: int) -> list[Proposition]:
    """Cut the stretch at clauses that have a verb of their own; a clause that states nothing stays with its neighbour."""
    bounds = [(start, start)]
    for match in _CUT.finditer(text, start, end):
        left, right = text[bounds[-1][1] : match.start()], text[match.end() : _next_cut(text, match.end(), end)]
        if _states(left) and (_states(right) or (match["making"] is not None and len(right.split()) >= _SHORTEST)):
            bounds.append((match.start(), match.start() + 2 if match["making"] else match.end()))
    edges = [*(cut for cut, _ in bounds[1:]), end]
    found = [_trimmed(text, begin, stop) for (_, begin), stop in zip(bounds, edges, strict=True)]
    return [proposition for proposition in found if proposition.end > proposition.start]


def _next_cut(text: str, start: int, end: int) -> int:
    match = _CUT.search(text, start, end)
    return match.start() if match else end


def _states(words: str) -> bool:
    return len(words.split()) >= _SHORTEST and FINITE.search(words) is not None and not _NON_CLAUSE.match(words)


def _trimmed(text: str, start: int, end: int) -> Proposition:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and (text[end - 1] in _EDGE or text[end - 1] == "."):
        end -= 1
    if start < end and text[start] in _QUOTES and not any(mark in text[start + 1 : end - 1] for mark in _QUOTES):
        start += 1
        end -= text[end - 1] in _QUOTES
    return Proposition(start, _unfinished(text, start, end))


def _unfinished(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _EDGE + ".":
        end -= 1
    return end
