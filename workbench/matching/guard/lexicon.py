"""What English words mean to each other: base forms, shared meanings, opposites.

The table beside this module was derived from WordNet 3.1 (its licence heads the file); the axes of opposites that
count most stand in ``opposites``, written by hand.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("words.tsv")
"""The table: a word, its meanings, wider meanings and opposite meanings, or ``>`` and its base form."""

_NOTHING: frozenset[str] = frozenset()
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("zes", "z"), ("ves", "f"),
    ("s", ""), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("ier", "y"), ("iest", "y"),
    ("er", "e"), ("er", ""), ("est", "e"), ("est", ""), ("men", "man"), ("our", "or"), ("ise", "ize"), ("ised", "ize"),
    ("ising", "ize"), ("ises", "ize"), ("ily", "y"), ("ly", ""), ("able", ""), ("able", "e"), ("bly", "ble"), ("ally", ""),
)  # fmt: skip
_LONGEST = 30
_FIELDS = 5


class Meaning(NamedTuple):
    """The meanings of a word, those above them, those they are against, whether it is rather a verb or an adjective than a noun, and the words that explain it."""

    own: frozenset[str]
    wider: frozenset[str]
    against: frozenset[str]
    telling: bool = False
    explained: frozenset[str] = _NOTHING


NO_MEANING = Meaning(_NOTHING, _NOTHING, _NOTHING)


@cache
def _table() -> dict[str, str]:
    lines = (line.partition("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
    table: dict[str, str] = {}
    for word, _, rest in lines:
        if rest.startswith(">") and word in table:
            table[word] += "\t" * max(0, _FIELDS - 1 - table[word].count("\t")) + "\t" + rest
        else:
            table[word] = rest
    return table


@lru_cache(maxsize=8_192)
def bases(word: str) -> tuple[str, ...]:
    """Give the base forms that a word in small letters can have, itself first where it is one."""
    if len(word) > _LONGEST:
        return (word,)
    table, found = _table(), dict[str, None]()
    row = table.get(word)
    if row is not None:
        if not row.startswith(">"):
            found[word] = None
        for part in row.split("\t"):
            if part.startswith(">"):
                found[part[1:]] = None
    for ending, base in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            for form in (stem + base, stem[:-1] if not base and stem[-1:] == stem[-2:-1] else ""):
                if form and not table.get(form, ">").startswith(">"):
                    found[form] = None
    return tuple(found) or (_plain(word),)


def _plain(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=8_192)
def meaning(base: str) -> Meaning:
    """Give what the table says of a base form."""
    row = _table().get(base.replace("_", " "), "")
    if not row or row.startswith(">"):
        return NO_MEANING
    parts = [part for part in row.split("\t") if part[:1] != ">"] + [""] * _FIELDS
    own, wider, against, explained = (
        frozenset(part.split("+")) if part else _NOTHING for part in (*parts[:3], parts[4])
    )
    return Meaning(own, wider, against, parts[3] == "v", explained)


@cache
def expressions() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give the expressions of three words and more that the table holds, by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for word, row in _table().items():
        if word.count(" ") > 1 and not row.startswith(">"):
            first, *rest = word.replace("'s", "").replace("-", " ").split(" ")
            found.setdefault(first, []).append((first, *rest))
    return {first: tuple(sorted(parts, key=len, reverse=True)) for first, parts in found.items()}


def phrasal(verb: str, particle: str) -> bool:
    """Say whether a base form and a particle make a verb of their own, as ``blow up`` does."""
    return f"{verb} {particle}" in _table()


def known(word: str) -> bool:
    """Say whether the table holds a word."""
    return word in _table()
