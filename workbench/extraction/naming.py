"""Facts that are only somebody's name for something: ``which the ministry called the first such visit``."""

import re
from typing import NamedTuple

from workbench.extraction.lexicon import SUPERLATIVE
from workbench.extraction.tokens import tokens
from workbench.extraction.verbs import finite_verb

_CALLS = r"called|described|dubbed|labelled|labeled|termed|hailed|branded|denounced|cited|billed"
_CALLED = re.compile(
    rf"(?:(?:,| for| in| as)? (?:which|that|what) |\A(?=\S))(?P<source>[^,\"“”;:]{{2,80}}?) (?:has |have |had |later |also ){{0,2}}(?:{_CALLS}) (?:it )?(?:as )?"
)


class Naming(NamedTuple):
    """Where ``which X called`` begins, where the words begin that are X's, and X; offsets are inside the words."""

    cut: int
    start: int
    source: str


def called(words: str, *, relative: bool = False) -> Naming | None:
    """Find ``which X called the first …``; without a superlative behind it, it is an opinion and left alone.

    ``relative`` says that the words are such a clause already, with ``which`` cut off.
    """
    match = _CALLED.search(words)
    if match is not None and match.start() == 0 and not relative:
        match = _CALLED.search(words, 1)
    if match is None or not SUPERLATIVE.search(words, match.end()):
        return None
    source = tokens(match["source"])
    if not source or finite_verb(source, 0, len(source)) >= 0:
        return None
    return Naming(match.start(), match.end(), match["source"])
