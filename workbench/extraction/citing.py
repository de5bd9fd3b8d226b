"""Sources that another source cites: ``Reuters reported …, citing court papers``."""

import re

from workbench.extraction.chain import unique
from workbench.extraction.reporting_verbs import CITING
from workbench.extraction.roles import BODIES, ROLES
from workbench.extraction.said import Giver, Said

CITED_AT = re.compile(r",? (?:citing|quoting) ")
_TELLERS = (
    ROLES
    | BODIES
    | frozenset(
        "officials official sources source people witnesses residents authorities figures data statistics numbers documents papers "
        "records report reports studies survey surveys polls poll estimates estimate memo memos letter letters email emails "
        "statement statements analysts experts economists aides diplomats lawyers researchers scientists doctors newspaper "
        "newspapers website websites survivors relatives neighbours employees workers staff colleagues friends insiders "
        "investigators prosecutors rescuers intelligence audit audits findings testimony affidavit affidavits indictment filing "
        "filings transcript transcripts interview interviews accounts archives census evidence executives leaders ministers "
        "lawmakers commanders activists auditors spokesmen interviews one two three several some many".split()
    )
)
"""People and papers; a number counts them."""

_CITED = re.compile(r"\b(?:[Cc]iting|[Qq]uoting) (?P<who>[^,;:“”\"()]{3,80}?)(?=[,.;]|$)")


def cited_in(words: str) -> Giver | None:
    """Give whom ``citing court papers`` names, with where that stands in the words."""
    match = _CITED.search(words)
    return Giver(match["who"].strip(), match.start("who")) if match and _tells(match["who"]) else None


def _tells(who: str) -> bool:
    """Say whether what is cited can say something: ``citing two officials``, not ``citing a lack of money``."""
    named = re.split(r" (?:of|from|by|on|about|in|for|with|at|who|that|which)\b", who)[0]
    words = re.findall(r"\w[\w-]*", named)
    return any(
        word[0].isupper() or not _TELLERS.isdisjoint({word.casefold(), word.casefold().removesuffix("s")})
        for word in words
    )


def of_the_cited(text: str, one: Said) -> Said:
    """Give what ends in ``, citing two officials`` to them; whoever cites them carries it."""
    words = text[one.start : one.end]
    at = max(words.rfind(f", {verb} ") for verb in sorted(CITING))
    cited = cited_in(words[at:]) if at > 0 and one.source else None
    if cited is None or at + cited.start + len(cited.words) < len(words.rstrip(' .,”"')):
        return one
    start = one.start + at + cited.start
    return one._replace(end=one.start + at, source=cited.words, source_start=start, via=unique(one.source, *one.via))
