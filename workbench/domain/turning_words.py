"""Words that turn what is said round: negations, and the directions up and down.

They serve where single words are looked at; whether two claims are the same is for the guard to say.
"""

import re
from types import MappingProxyType

_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly|fail(?:s|ed)? to|den(?:y|ies|ied))\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)

_UP, _DOWN = "up", "down"
_DIRECTIONS = MappingProxyType(
    {
        **dict.fromkeys(
            "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing gain gains gained "
            "more higher up climb climbs climbed climbing jump jumps jumped soar soars soared expand expands expanded "
            "improve improves improved strengthen strengthened above win wins won most highest largest".split(),
            _UP,
        ),
        **dict.fromkeys(
            "fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining drop drops "
            "dropped shrink shrinks shrank lose loses lost less fewer lower down sink sinks sank plunge plunges plunged cut cuts "
            "reduce reduces reduced worsen worsens worsened weaken weakened below least lowest smallest".split(),
            _DOWN,
        ),
    }
)

_WORD = re.compile(r"\w+")


def negates(words: str) -> bool:
    """Say whether there is a negation among these words."""
    return _NEGATION.search(words) is not None


def directions_of(words: str) -> frozenset[str]:
    """Give the directions that words tell, such as up for ``rose``; none for most."""
    return frozenset(_DIRECTIONS[word] for word in _WORD.findall(words.casefold()) if word in _DIRECTIONS)
