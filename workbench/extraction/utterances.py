"""Utterances whose being said is the claim: ``Putin said an alliance "cannot be ruled out"``."""

import re

from workbench.extraction.tokens import tokens
from workbench.extraction.verbs import finite_verb

_FRAGMENT = re.compile(r"[\"“](?P<words>[^\"“”]{4,90})[\"”]")
_STANCE = frozenset(
    "cannot can't could may might must should will won't would shall wouldn't couldn't never not no ever shouldn't".split()
)
_LONGEST = 10


def is_utterance(words: str) -> bool:
    """Say whether reported words turn on a quoted fragment that takes a stance: what can, will or must (not) be."""
    match = _FRAGMENT.search(words)
    if match is None or len(match["words"]) > 0.7 * len(words):
        return False
    fragment = tokens(match["words"])
    if len(fragment) > _LONGEST or any(word.text[0].isdigit() for word in fragment):
        return False
    return finite_verb(fragment, 0, len(fragment)) >= 0 and any(word.lower in _STANCE for word in fragment)
