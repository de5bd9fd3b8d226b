"""Sources that another source cites: ``Reuters reported …, citing court papers``."""

import re

from workbench.extraction.chain import unique
from workbench.extraction.said import Giver, Said

CITING = ("citing", "quoting")
CITED_AT = re.compile(r",? (?:citing|quoting) ")
_CITED = re.compile(r"\b(?:citing|quoting) (?P<who>[^,;:“”\"()]{3,80}?)(?=[,.;]|$)")


def cited_in(words: str) -> Giver | None:
    """Give whom ``citing court papers`` names, with where that stands in the words."""
    match = _CITED.search(words)
    return None if match is None else Giver(match["who"].strip(), match.start("who"))


def of_the_cited(text: str, one: Said) -> Said:
    """Give what ends in ``, citing two officials`` to them; whoever cites them carries it."""
    words = text[one.start : one.end]
    at = max(words.rfind(f", {verb} ") for verb in CITING)
    cited = cited_in(words[at:]) if at > 0 and one.source else None
    if cited is None or at + cited.start + len(cited.words) < len(words.rstrip(' .,”"')):
        return one
    start = one.start + at + cited.start
    return one._replace(end=one.start + at, source=cited.words, source_start=start, via=unique(one.source, *one.via))
