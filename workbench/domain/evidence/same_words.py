"""Words that say the same in news English: spellings, styles and a few synonyms. What is not known here is another word."""

import re
from types import MappingProxyType

from rapidfuzz.distance import OSA

_GROUPS = (
    "said says stated states",
    "about around roughly approximately",
    "nearly almost",
    "rose rises risen climbed increased",
    "fell falls fallen dropped declined decreased",
    "began started",
    "bought purchased",
    "kids children",
    "people persons",
    "while whilst",
    "among amongst",
    "toward towards",
    "amid amidst",
    "percent % pct",
    "one 1",
    "us u.s usa",
    "uk u.k",
    "eu e.u",
    "un u.n",
    "mr mister",
    "dr doctor",
    "grey gray",
    "programme program",
    "programmes programs",
    "tyre tire",
    "learnt learned",
    "burnt burned",
    "defence defense",
    "offence offense",
    "licence license",
    "jewellery jewelry",
    "aluminium aluminum",
    "cheque check",
    "storey story",
    "cannot can't",
)
_GROUP = MappingProxyType({word: group.split()[0] for group in _GROUPS for word in group.split()})

PHRASES = MappingProxyType(
    {
        "per cent": "percent",
        "more than": "over",
        "fewer than": "under",
        "less than": "under",
        "united states": "us",
        "united kingdom": "uk",
        "european union": "eu",
        "united nations": "un",
        "prime minister": "pm",
        "did not": "didn't",
        "does not": "doesn't",
        "do not": "don't",
        "was not": "wasn't",
        "were not": "weren't",
        "is not": "isn't",
        "are not": "aren't",
        "has not": "hasn't",
        "have not": "haven't",
        "had not": "hadn't",
        "will not": "won't",
        "would not": "wouldn't",
        "could not": "couldn't",
        "should not": "shouldn't",
        "can not": "cannot",
    }
)
"""Phrases of two words and the one word that says the same."""

LIGHT = frozenset("a an the that has have had also mr mrs ms miss dr sir prof professor".split())
"""Words that may come or go without making another statement of it."""

_SPELLINGS = (
    (re.compile(r"is(e[ds]?|ing|ers?|ations?)$"), r"iz\1"),
    (re.compile(r"our(s|ed|ing|able|ite|ites)?$"), r"or\1"),
    (re.compile(r"([bt])re(s|d)?$"), r"\1er\2"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
    (re.compile(r"ll(ed|ing|ers?)$"), r"l\1"),
    (re.compile(r"[ao]e"), "e"),
    (re.compile(r"ei"), "ie"),
)
_ENDING = re.compile(r"(?:ed|es|s|ing|e|d)$")
_LONG, _LONGER = 8, 9
_VOWELS = frozenset("aeiou")
_REAL_PAIRS = (
    {"complement", "compliment"},
    {"complements", "compliments"},
    {"complementary", "complimentary"},
    {"stationary", "stationery"},
    {"interment", "internment"},
    {"affective", "effective"},
    {"ingenious", "ingenuous"},
    {"continual", "continuous"},
    {"principal", "principle"},
    {"confidant", "confident"},
)


def same_word(one: str, other: str) -> bool:
    """Say whether two words, without their capitals, are one word in two spellings, styles or tenses."""
    if _known(one) == _known(other):
        return True
    if not (one.isalpha() and other.isalpha()):
        return False
    return _spelt(one) == _spelt(other) or _tenses(one, other) or _mistyped(one, other)


def _known(word: str) -> str:
    return _GROUP.get(word, word)


def _spelt(word: str) -> str:
    if len(word) < 5:
        return word
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    return word


def _tenses(one: str, other: str) -> bool:
    """Say whether these are forms of one verb, one of them in the past; ``minister`` and ``ministers`` are two things."""
    if not (one.endswith("ed") or other.endswith("ed")) or min(len(one), len(other)) < 4:
        return False
    stems = _ENDING.sub("", one), _ENDING.sub("", other)
    return stems[0] == stems[1] and len(stems[0]) > 2


def _mistyped(one: str, other: str) -> bool:
    """Say whether a long word was mistyped; a letter more at its end makes another word of it."""
    shorter, longer = sorted((len(one), len(other)))
    if shorter < _LONG or longer - shorter > 1:
        return False
    if _single(one) == _single(other):
        return True
    if shorter < _LONGER or one[:3] != other[:3] or one[-3:] != other[-3:] or {one, other} in _REAL_PAIRS:
        return False
    odd = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(one) == len(other) and len(odd) == 1:
        # A consonant for another makes ``coal-hired`` of ``coal-fired``; vowels are what people mistype.
        return set(odd[0]) <= _VOWELS
    return OSA.distance(one, other, score_cutoff=1) == 1


def _single(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)
