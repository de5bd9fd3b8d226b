"""How two statements differ in what they say: numbers, negation, direction, claimer."""

import re
from types import MappingProxyType
from typing import NamedTuple

from workbench.domain.amounts import amounts_in


class Difference(NamedTuple):
    """One difference in words; ``reverses`` where it turns the one statement into the other's opposite."""

    words: str
    reverses: bool


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


def differences(one: str, one_claimer: str, other: str, other_claimer: str) -> tuple[Difference, ...]:
    """List how two statements differ, the reversing differences first.

    Claimers count only where both are known.
    """
    found: list[Difference] = []
    if _negations(one) % 2 != _negations(other) % 2:
        found.append(Difference("one is negated, the other is not", reverses=True))
    ways, other_ways = _directions(one), _directions(other)
    if ways and other_ways and ways.isdisjoint(other_ways):
        found.append(Difference(f"{_listed(ways)} against {_listed(other_ways)}", reverses=True))
    numbers, other_numbers = _numbers(one), _numbers(other)
    if numbers != other_numbers:
        only, other_only = numbers - other_numbers, other_numbers - numbers
        found.append(Difference(f"{_listed(only)} against {_listed(other_only)}", reverses=False))
    if one_claimer and other_claimer and one_claimer.casefold() != other_claimer.casefold():
        found.append(Difference(f"said by {one_claimer}, not by {other_claimer}", reverses=False))
    return tuple(found)


def _negations(statement: str) -> int:
    return len(_NEGATION.findall(statement))


def _directions(statement: str) -> set[str]:
    return {_DIRECTIONS[word] for word in _WORD.findall(statement.casefold()) if word in _DIRECTIONS}


def _numbers(statement: str) -> set[str]:
    return {str(amount) for amount in amounts_in(statement)}


def _listed(words: set[str]) -> str:
    return ", ".join(sorted(words)) or "none"
