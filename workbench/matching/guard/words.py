"""Cut a claim into words with their base forms, and know its names from its plain words."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from workbench.matching.guard.cues import AMOUNTS, DIRECTIONS, FUNCTION, starts
from workbench.matching.guard.lexicon import bases, expressions, known, meaning, phrasal

_WORD = re.compile(
    r"(?<!\w)(?:[^\W\d_]\.){2,}|(?<!\w)(?:[Cc][Oo]2|CH4|[NS]O2|G7|G20|MI[56]|WW[12])(?!\w)|[^\W\d_]+(?:'[^\W\d_]+)*|\d+"
)
_STRAIGHT = str.maketrans("’‘`´“”–—‑", "''''\"\"---")
_SENTENCE_ENDS = frozenset('.!?:;"')
_LOUD = 4
_PARTICLES = frozenset("up down out over away back apart through ahead".split())
_POSSESSIVES = frozenset("his her its their my our your".split())
_NEGATIVE = ("un", "non", "dis", "in", "im", "ir", "il", "mis")
_ABBREVIATIONS = frozenset({"WHO", "US"})
"""Abbreviations that are small words in small letters."""
_BARE = frozenset(
    "dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt cant wont wouldnt shouldnt couldnt aint".split()
)
_SLANG = {
    "pple": "people", "ppl": "people", "uni": "university", "stn": "station", "yr": "year", "yrs": "years", "hr": "hour", "hrs": "hours",
    "govt": "government", "sez": "says", "b4": "before", "avg": "average", "tv": "television", "thx": "thanks",
    "mum": "mother", "kid": "child", "kids": "children", "guy": "man", "prev": "previous", "sec": "section", "st": "street",
    "w": "with", "ex": "former", "cuz": "because", "bc": "because", "gov": "government", "info": "information", "pic": "picture", "pics": "pictures",
    "dept": "department", "prof": "professor", "phd": "doctorate", "sen": "senator", "col": "colonel",
    "gen": "general", "lt": "lieutenant", "capt": "captain", "sgt": "sergeant", "approx": "approximately", "min": "minute", "mins": "minutes", "wk": "week", "tho": "though",
}  # fmt: skip


class Word(NamedTuple):
    """A word of a claim: where it stands, its small letters, its base forms, and what it is.

    ``positive`` are the base forms that a prefix or ending takes back, as in ``unpaid`` and ``harmless``.
    """

    start: int
    end: int
    lower: str
    bases: tuple[str, ...]
    content: bool
    name: bool
    positive: tuple[str, ...] = ()


def straight(text: str) -> str:
    """Give a text with straight quotes and hyphens, as long as it was."""
    return text.translate(_STRAIGHT)


def words_of(text: str) -> list[Word]:
    """Give the words of a text whose quotes are straight."""
    found: list[Word] = []
    shouted = text.isupper() or not any(letter.isupper() for letter in text)
    for match in _WORD.finditer(text):
        found += _read(text, match, shouted=shouted)
    return found if shouted else [_first_name(text, found, at) for at in range(len(found))]


def _first_name(text: str, words: list[Word], at: int) -> Word:
    """Take an ordinary word with a capital right before a name of its own for a name too: ``Rose Falk``."""
    word = words[at]
    if word.name or not word.content or not text[word.start].isupper() or at + 1 >= len(words):
        return word
    if word.lower in DIRECTIONS or word.lower in AMOUNTS:
        return word
    behind = words[at + 1]
    if not behind.name or _ordinary(behind.lower) or behind.start - word.end != 1:
        return word
    return word._replace(name=True, positive=())


def _read(text: str, match: re.Match[str], *, shouted: bool) -> list[Word]:
    start, end, form = match.start(), match.end(), match.group()
    lower = form.lower()
    if lower.endswith("n't") or lower in _BARE:
        stem = lower.removesuffix("n't") if "'" in lower else lower[:-2]
        stem = {"ca": "can", "wo": "will"}.get(stem, stem)
        return [Word(start, end, stem, (stem,), False, False), Word(start, end, "not", ("not",), False, False)]
    if lower == "cannot":
        return [Word(start, end, "can", ("can",), False, False), Word(start, end, "not", ("not",), False, False)]
    if "'" in lower:
        lower, _, tail = lower.partition("'")
        if len(lower) <= 2 and len(tail) > 2:
            lower = tail
        end = start + len(form) - (len(tail) + 1 if lower != tail else 0)
    lower = lower.replace(".", "") if "." in form else lower
    capital = form[:1].isupper() and not shouted and lower not in _SLANG
    lower = _SLANG.get(lower, lower)
    if (
        capital
        and form.isupper()
        and len(form) > 1
        and form not in _ABBREVIATIONS
        and (lower in FUNCTION or _ordinary(lower))
    ):
        capital = len(form) < _LOUD and lower not in FUNCTION and lower not in DIRECTIONS  # shouted, not a name
    first = capital and _ends_sentence(text[max(0, start - 4) : start])
    function = lower in FUNCTION and lower not in DIRECTIONS and form not in _ABBREVIATIONS
    name = capital and not function and (not first or not _ordinary(lower) or (len(form) > 1 and form.isupper()))
    forms = bases(lower)
    positive = () if name else _taken_back(lower, forms)
    return [Word(start, end, lower, forms, not function and not lower.isdigit(), name, positive)]


@lru_cache(maxsize=8_192)
def _ordinary(lower: str) -> bool:
    return any(known(base) for base in bases(lower))


@lru_cache(maxsize=8_192)
def _taken_back(lower: str, forms: tuple[str, ...]) -> tuple[str, ...]:
    """Find the word behind a negative prefix or ending, where the table calls the two opposites or the prefix is plain."""
    for form in (lower, *forms):
        for prefix in _NEGATIVE:
            rest = form.removeprefix(prefix)
            if (
                rest != form
                and len(rest) > 3
                and any(known(base) for base in bases(rest))
                and (prefix in {"un", "non"} or _against(form, rest))
            ):
                return bases(rest)
        if form.endswith("less") and len(form) > 6 and known(form[:-4]):
            return (form[:-4],)
    return ()


def _against(one: str, other: str) -> bool:
    mine, theirs = meaning(one), meaning(other)
    return bool(mine.against & theirs.own or theirs.against & mine.own)


def _ends_sentence(before: str) -> bool:
    """Say whether a sentence ends in what stands before a word, or nothing stands there."""
    for mark in reversed(before):
        if mark.isalnum() or mark == "_":
            return False
        if mark in _SENTENCE_ENDS:
            return True
    return True


@cache
def _expressions() -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """Give the expressions by their first word and their second: those written by hand first, then the longest."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for table in (starts(), expressions()):
        for first, rows in table.items():
            for parts in rows:
                found.setdefault(first, {}).setdefault(parts[1], []).append(parts)
    return found


def phrase_at(words: list[Word], at: int) -> str:
    """Give the longest expression of more than one word that begins at a word, joined by ``_``, or nothing."""
    if at + 1 >= len(words):
        return ""
    first, behind = words[at], words[at + 1]
    for base in dict.fromkeys((first.lower, *first.bases)):
        seconds = _expressions().get(base)
        if seconds:
            fitting: list[tuple[str, ...]] = [
                parts
                for form in dict.fromkeys(_parts(behind))
                for parts in seconds.get(form, ())
                if len(parts) <= len(words) - at
                and all(part in _parts(word) for part, word in zip(parts[2:], words[at + 2 :], strict=False))
            ]
            if fitting:
                longest = max(fitting, key=len)
                return "_".join(longest)
    if behind.lower in _PARTICLES and first.content:
        return next((f"{base}_{behind.lower}" for base in first.bases if phrasal(base, behind.lower)), "")
    return ""


def _parts(word: Word) -> tuple[str, ...]:
    """Give what a word can be in an expression; ``their`` stands where the table has ``one's``."""
    return ("one", word.lower, *word.bases) if word.lower in _POSSESSIVES else (word.lower, *word.bases)
