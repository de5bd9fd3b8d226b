"""Utterances whose being said is the claim: ``Putin said an alliance "cannot be ruled out"``."""

import re

from workbench.extraction.tokens import tokens
from workbench.extraction.verbs import finite_verb, main_verb

_FRAGMENT = re.compile(r"[\"“](?P<words>[^\"“”]{4,160})(?:[\"”]|$)")
_OUTLOOK = re.compile(r"\b(?:will|would|likely|expected to|could|may|might)\b")
_STANCE = frozenset(
    "cannot can't could may might must should will won't would shall wouldn't couldn't never not no ever shouldn't going".split()
)
_OPENINGS = frozenset("in on at by since after before until during earlier last".split())
_LONGEST = 16


def is_utterance(words: str) -> bool:
    """Say whether reported words turn on a quoted fragment that takes a stance: what can, will or must (not) be."""
    match = _FRAGMENT.search(words)
    if match is None or not words[: match.start()].strip():
        return False
    fragment = tokens(match["words"])
    if len(fragment) > _LONGEST or any(word.text[0].isdigit() for word in fragment):
        return False
    if finite_verb(fragment, 0, len(fragment)) < 0:
        return _OUTLOOK.search(words[: match.start()]) is not None
    return any(word.lower in _STANCE for word in fragment)


_SHIFTED = frozenset("would could had might".split())
_HELD = frozenset(
    "expected forecast predicted feared hoped believed thought estimated anticipated warned said told argued".split()
)
"""What somebody else had said or held: ``Economists had expected 3%``."""

_FEWEST = 5


def runs_on(words: str) -> bool:
    """Say whether a sentence right behind reported speech is still that speech.

    English shifts the verb back in reported speech: ``Roe said the port had closed. It would open in May.`` A
    main verb in that form, with no time of its own in front, is what a reader goes by.
    """
    found = tokens(words)
    verb = main_verb(found, 0, len(found))
    if len(found) < _FEWEST or verb <= 0 or found[verb].lower not in _SHIFTED or found[0].lower in _OPENINGS:
        return False
    return found[verb + 1].lower not in _HELD if verb + 1 < len(found) else True
