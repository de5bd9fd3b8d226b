"""What in a statement speaks for or against checking it: marks that are there or not, each told under a reason.

Marks of words are told from the words alone; marks of grammar need the parts of speech (Penn Treebank tags). Several
marks share a reason, so that people read a handful of reasons and not dozens of marks.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from workbench.extraction.reading import Reading

_DIGIT = re.compile(r"\d")
_ASKED = re.compile(r"\?[^\w?]*+$")
_LONG = 26
_NAMES = frozenset({"NNP", "NNPS"})
_NOUNS = frozenset({"NN", "NNS"})

_Test = Callable[[Reading], bool]


def _words(name: str) -> _Test:
    return lambda reading: name in reading.classes


def _tags(*wanted: str, least: int = 1) -> _Test:
    tags = frozenset(wanted)
    return lambda reading: reading.tagged(tags, least)


def _pair(first: str, second: str) -> _Test:
    """Look for two tags that follow each other, each of them written as ``VBP VBZ`` where it may be one of several."""
    wanted = frozenset((one, other) for one in first.split() for other in second.split())
    return lambda reading: not wanted.isdisjoint(reading.pairs)


def _both(one: _Test, other: _Test) -> _Test:
    return lambda reading: one(reading) and other(reading)


_NUMBER, _PAST, _PERFECT = _tags("CD"), _tags("VBD"), _pair("VBP VBZ", "VBN")
_TWO_NAMES = _tags(*_NAMES, least=2)

REASONS: Mapping[str, Mapping[str, _Test]] = MappingProxyType(
    {
        "number": {
            "digit": lambda reading: _DIGIT.search(reading.words) is not None,
            "counts": _NUMBER,
            "thousands": _words("thousands"),
            "times": _words("times"),
            "number_and_names": _both(_NUMBER, _TWO_NAMES),
        },
        "measure": {name: _words(name) for name in ("percent", "money", "millions", "share", "rate")},
        "first_or_most": {
            "record": _words("record"),
            "record_of_all": _both(_words("record"), _words("in_all_the_world")),
            "superlative": _tags("JJS"),
        },
        "comparison": {"compares": _tags("JJR", "RBR")},
        "trend": {
            "going_up": _words("going_up"),
            "going_down": _words("going_down"),
            "long_about_going_down": _both(_words("going_down"), lambda reading: reading.length >= _LONG),
            "under_way": _pair("VBP VBZ", "VBG"),
        },
        "public_matter": {
            **{
                name: _words(name)
                for name in ("tax", "economy", "work", "budget", "health", "welfare", "energy", "private", "migration")
            },
            "tax_to_come": _both(_words("tax"), _tags("VB", least=2)),
        },
        "war_or_abroad": {
            "war": _words("war"),
            "abroad": _words("abroad"),
            "abroad_supposed": _both(_words("abroad"), _words("if")),
        },
        "crime_or_law": {"crime": _words("crime"), "law": _words("law")},
        "institution": {"body": _words("body")},
        "vote_or_position": {
            "votes": _words("votes"),
            "for_or_against": _words("for_or_against"),
            "program_that_was": _both(_words("program"), _PAST),
        },
        "evidence": {"evidence": _words("evidence")},
        "says_flatly": {"factive": _words("factive"), "stress": _words("stress")},
        "time": {"since_when": _words("since_when"), "now": _words("now")},
        "state_of_things": {"have": _words("have"), "lacks": _words("lacks")},
        "past_or_done": {
            "past": _PAST,
            "more_past": _tags("VBD", least=2),
            "done": _PERFECT,
            "past_and_done": _both(_PAST, _PERFECT),
            "somebody_did": _pair("PRP", "VBD"),
        },
        "about_others": {
            "starts_others": _words("starts_others"),
            "he_or_she_does": _both(_words("he_or_she"), _tags("VBZ")),
            "they_do": _pair("NNS", "VBP"),
        },
        "names_somebody": {
            "name": _tags(*_NAMES),
            "two_names": _TWO_NAMES,
            "three_names": _tags(*_NAMES, least=3),
        },
        "things": {
            "three_things": _tags(*_NOUNS, least=3),
            "many_of_a_kind": _tags("NNS", least=2),
            "thing_of_a_thing": _pair("NN", "NN NNS"),
            "thing_and": _pair("NN NNS", "CC"),
            "the_things": _pair("DT", "NNS"),
            "starts_the": _words("starts_the"),
        },
        "first_person": {name: _words(name) for name in ("i", "me", "starts_we")},
        "tells_a_story": {
            **{name: _words(name) for name in ("own_life", "had", "came")},
            "came_and_number": _both(_words("came"), _NUMBER),
        },
        "to_come": {"will": _words("will"), "plans_of_ours": _words("plans_of_ours")},
        "may_or_must": {"opens_with_may": lambda reading: reading.first_verb == "MD", "be": _words("be")},
        "condition": {"if": _words("if")},
        "thinks_or_wants": {
            **{name: _words(name) for name in ("thinks", "i_think", "wants", "got")},
            "we_want": _both(_words("starts_we"), _words("wants")),
        },
        "opinion_words": {name: _words(name) for name in ("opinion", "ideals", "just", "perhaps")},
        "question": {"asked": lambda reading: _ASKED.search(reading.words) is not None, "asks": _tags("WP", "WRB")},
        "talk": {
            **{name: _words(name) for name in ("talk", "here")},
            "demands": lambda reading: reading.first_verb == "VB",
        },
        "says_nothing_exact": {name: _words(name) for name in ("vague", "daily", "nation")},
    }
)
"""The marks by reason, in the order in which reasons are told."""


def marks(words: str, tags: Sequence[str]) -> list[tuple[str, str]]:
    """Name the marks of a statement, each after its reason, in the order in which they stand here."""
    reading = Reading(words, tags)
    return [(reason, name) for reason, tests in REASONS.items() for name, test in tests.items() if test(reading)]
